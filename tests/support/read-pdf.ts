import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PDF as poppler reads it. */
export interface ReadPdf {
  /** The text of each sheet in the order of its content, spaces joined; and its lines. */
  readonly sheets: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Bookmarks in order, with the sheet that each leads to, counted from 1. */
  readonly bookmarks: readonly { readonly title: string; readonly sheet: number }[];
  readonly fonts: readonly {
    readonly name: string;
    readonly embedded: boolean;
    readonly subset: boolean;
  }[];
  /** `Title`, `Tagged` … */
  readonly facts: ReadonlyMap<string, string>;
  /** Words with their places, by sheet. */
  readonly words: readonly {
    readonly sheet: number;
    readonly width: number;
    readonly left: number;
    readonly right: number;
    readonly text: string;
  }[];
}

function run(tool: string, args: readonly string[]): string {
  const { stdout, status } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 27 });
  if (status !== 0) throw new Error(`${tool} could not read the PDF`);
  return stdout;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
};
const decode = (text: string): string =>
  text.replaceAll(/&(?:\w+|#\d+);/g, (entity) => entities[entity] ?? entity);

/** Where ink is down a sheet, counted from 1: its bands from top to bottom, in points. */
export function readInk(pdf: Uint8Array, sheet: number): readonly (readonly [number, number])[] {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-ink-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const only = ['-f', String(sheet), '-l', String(sheet), '-singlefile', '-r', '144', '-gray'];
    run('pdftoppm', [...only, join(folder, 'a.pdf'), join(folder, 'a')]);
    const image = readFileSync(join(folder, 'a.pgm'));
    const [, width = 0, height = 0] =
      /^P5\s(\d+)\s(\d+)\s255\s/.exec(image.toString('latin1', 0, 40))?.map(Number) ?? [];
    const pixels = image.subarray(image.length - width * height);
    const bands: [number, number][] = [];
    for (let row = 0; row < height; row += 1) {
      if (!pixels.subarray(row * width, (row + 1) * width).some((grey) => grey < 128)) continue;
      const last = bands.at(-1);
      if (last?.[1] === row / 2) last[1] = (row + 1) / 2;
      else bands.push([row / 2, (row + 1) / 2]);
    }
    return bands;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a PDF by the tools of poppler-utils, which did not make it. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, pdf);
    return readFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFile(path: string): ReadPdf {
  const texts = run('pdftotext', ['-raw', path, '-'])
    .replaceAll(/[\u00AD\u2060\u200B]/g, '')
    .split('\f')
    .slice(0, -1);
  const outline = run('pdftohtml', ['-xml', '-i', '-q', '-stdout', path]);
  const bookmarks = Array.from(
    outline.matchAll(/<item page="(\d+)">(.*?)<\/item>/gs),
    ([, sheet, title = '']) => ({
      title: decode(title.replaceAll(/\s+/g, ' ')),
      sheet: Number(sheet),
    }),
  );
  const fonts = run('pdffonts', [path])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [embedded, subset] =
        / (yes|no) +(yes|no) +(?:yes|no) +\d+ +\d+ *$/.exec(line)?.slice(1) ?? [];
      return {
        name: line.split(' ')[0] ?? '',
        embedded: embedded === 'yes',
        subset: subset === 'yes',
      };
    });
  const facts = new Map(
    run('pdfinfo', [path])
      .split('\n')
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trim()] as const;
      }),
  );
  return {
    sheets: texts.map((text) => text.replaceAll(/\s+/g, ' ')),
    lines: texts.map((text) => text.split('\n')),
    bookmarks,
    fonts,
    facts,
    words: readWords(path),
  };
}

function readWords(path: string): ReadPdf['words'] {
  let sheet = 0;
  let width = 0;
  return run('pdftotext', ['-bbox', path, '-'])
    .split('\n')
    .flatMap((line) => {
      const page = /<page width="([\d.]+)"/.exec(line);
      if (page) {
        sheet += 1;
        width = Number(page[1]);
      }
      const word = /<word xMin="([\d.-]+)" .* xMax="([\d.-]+)" [^>]*>(.*)<\/word>/.exec(line);
      return word
        ? [
            {
              sheet,
              width,
              left: Number(word[1]),
              right: Number(word[2]),
              text: decode(word[3] ?? ''),
            },
          ]
        : [];
    });
}
