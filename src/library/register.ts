import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import { z } from 'zod';
import type {
  PublicationRegister,
  PublishedStandard,
  RemovedStandard,
} from '#core/catalog/index.ts';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { day } from '#core/model/meta.ts';
import { numberKey, numberSlug, parseNumber } from '#core/number/index.ts';
import { writeAtomically } from './write-atomically.ts';
import { listFolders, readIfThere } from './files.ts';

/** Numbers that were ever published, a line each; written by `std fix` and by the acts that publish one. */
export const publishedFile = 'published.tsv';
/** Why standards were taken down, written by people. */
export const removedFile = 'removed.yaml';

const removal = z.strictObject({
  number: z.string().min(1).max(200),
  day: day.optional(),
  reason: z.string().trim().min(1).max(1000),
  reasonEn: z.string().trim().min(1).max(1000).optional(),
});

/** What a library remembers of what it published; both files may be absent. */
export function readRegister(dir: string): {
  readonly register: PublicationRegister;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  return {
    register: {
      published: readPublished(readText(dir, publishedFile), diagnostics),
      removed: readRemoved(readText(dir, removedFile), diagnostics),
      folders: new Set(listFolders(dir).map((path) => path.split('/').at(-1) ?? '')),
    },
    diagnostics,
  };
}

function readPublished(text: string, diagnostics: Diagnostic[]): readonly PublishedStandard[] {
  const entries: PublishedStandard[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [slug = '', number = '', since = ''] = line.split('\t');
    const parsed = parseNumber(number);
    // The slug becomes an address: any other than the number's own could lead out of its folder.
    if (parsed.ok && slug === numberSlug(parsed.number)) {
      entries.push({ slug, number, day: since, line: index + 1 });
      continue;
    }
    diagnostics.push(
      makeFinding(publishedFile, {
        rule: 'published-line',
        range: startOfLine(index + 1),
        message: {
          zh: `“${line.slice(0, 60)}”不是一条公布记录，这一行没有采用`,
          en: `"${line.slice(0, 60)}" is no entry of what was published; the line was left out`,
        },
        hint: {
          zh: '一行是：文件夹名、编号、日期，以制表符分开；这个文件由 std fix 登记，不必手改',
          en: 'A line is folder, number and day, set apart by tabs; std fix keeps this file',
        },
      }),
    );
  }
  return entries;
}

function readRemoved(text: string, diagnostics: Diagnostic[]): readonly RemovedStandard[] {
  if (text.trim() === '') return [];
  const add = (line: number, message: Bilingual): void => {
    diagnostics.push(
      makeFinding(removedFile, {
        rule: 'removed-value',
        range: startOfLine(line),
        message,
        hint: {
          zh: '每项写 number、reason，可写 day、reasonEn，见 docs/authoring.md 第 10 节',
          en: 'Each item has number and reason, perhaps day and reasonEn; see docs/authoring.md, section 10',
        },
      }),
    );
  };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const [broken] = document.errors;
  if (broken) {
    add(lines.linePos(broken.pos[0]).line, {
      zh: `${removedFile} 不是合法的 YAML`,
      en: `${removedFile} is not valid YAML`,
    });
    return [];
  }
  if (!isSeq(document.contents)) {
    add(1, { zh: `${removedFile} 应是列表`, en: `${removedFile} should be a list` });
    return [];
  }
  return document.contents.items.flatMap((item): readonly RemovedStandard[] => {
    const line = isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
    const read = removal.safeParse(isMap(item) ? item.toJSON() : null);
    const parsed = read.success ? parseNumber(read.data.number) : undefined;
    if (read.success && parsed?.ok) return [{ ...read.data, key: numberKey(parsed.number), line }];
    add(line, {
      zh: '这一项没有写明编号（number）和原因（reason），没有采用',
      en: 'This item lacks a number or a reason and was left out',
    });
    return [];
  });
}

function readText(dir: string, name: string): string {
  return readIfThere(join(dir, name))?.toString() ?? '';
}

/** The register with what was published behind what it holds, which stays byte for byte, readable or not. */
export function extendPublished(
  before: Uint8Array,
  entries: readonly Omit<PublishedStandard, 'line'>[],
): Uint8Array {
  const held = Buffer.from(before);
  const lineEnd = held.includes('\r\n') ? '\r\n' : '\n';
  const lines = entries.map(({ slug, number, day: since }) => `${slug}\t${number}\t${since}`);
  if (held.length === 0) lines.unshift('# slug\tnumber\tday');
  const isOpen = held.length > 0 && held.at(-1) !== 0x0a;
  const added = `${isOpen ? lineEnd : ''}${lines.join(lineEnd)}${lineEnd}`;
  return Buffer.concat([held, Buffer.from(added)]);
}

/** Enter what was published into the register of a library. */
export function writePublished(
  dir: string,
  entries: readonly Omit<PublishedStandard, 'line'>[],
): void {
  const path = join(dir, publishedFile);
  const before = existsSync(path) ? readFileSync(path) : new Uint8Array();
  writeAtomically(path, extendPublished(before, entries));
}
