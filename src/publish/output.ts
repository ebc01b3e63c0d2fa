import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { isAlive } from '#library/alive.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { projectRoot } from '#library/code-digest.ts';
import { insideName } from './releases/site-folders.ts';

/** A file of this name marks a folder as built by us, and says by which build. */
export const stampName = '.biaolian-build';

/** Stamp of a folder that a build is changing: ours, but not what any manifest describes. */
export const unfinished = 'unfinished';

/** What a folder says of itself: the name of the manifest of its pages, and its release; both empty where nothing is said. */
export interface Stamp {
  readonly pages: string;
  readonly release: string;
}

/** Which pages and which release a folder says it holds; empty where it says nothing. */
export function readStamp(folder: string): Stamp {
  const path = join(folder, stampName);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [pages = '', release = ''] = text.trim().split(' ');
  return { pages, release };
}

/** Writes which pages and which release a folder holds, at once or not at all. */
export function writeStamp(folder: string, pages: string, release = ''): void {
  writeAtomically(join(folder, stampName), `${pages} ${release}`.trim());
}

const previewName = '.biaolian-preview';

/** Whether a site was built as a preview, with standards whose day of issue had not come. */
export function isPreview(folder: string): boolean {
  return existsSync(join(folder, previewName));
}

/** Mark a site as a preview, or as none; for a preview before any page of it is there. */
export function markPreview(folder: string, preview: boolean): void {
  if (preview) writeAtomically(join(folder, previewName), '');
  else rmSync(join(folder, previewName), { force: true });
}

export interface Refusal {
  readonly what: Bilingual;
  readonly todo: Bilingual;
}

/** The output is not a folder that may be replaced. */
export class OutputRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.what.en);
    this.name = 'OutputRefused';
    this.refusal = refusal;
  }
}

/**
 * Why a folder may not be built into: building replaces it whole, so it has to be absent, empty or
 * built by us, and nothing of the project or the library may be lost with it. Absolute paths.
 */
export function refuseOutput(out: string, library: string): Refusal | null {
  const place = realPath(out);
  const sources = realPath(library);
  if (
    contains(place, realPath(projectRoot)) ||
    contains(place, sources) ||
    contains(sources, place)
  ) {
    return {
      what: {
        zh: `不能建到 ${out}：那里是项目或标准库。`,
        en: `Cannot build into ${out}: the project or the library is there.`,
      },
      todo: {
        zh: '用 --out 指定另一个文件夹；生成时它会整个被替换。',
        en: 'Name another folder with --out; a build replaces the whole of it.',
      },
    };
  }
  const foreign = [out, `${out}.old`, `${out}.next`, `${out}.releases`].find(
    (path) => !isOurs(path),
  );
  if (foreign === undefined) return null;
  return {
    what: {
      zh: `${foreign} 里有不是标链生成的文件，没有改动。`,
      en: `${foreign} holds files that no build of ours made; it was left as it was.`,
    },
    todo: {
      zh: '生成会替换整个文件夹：换一个，或先把它清空。',
      en: 'A build replaces the whole folder: name another one, or empty it first.',
    },
  };
}

/** Absent, an empty folder, or one with our stamp. */
function isOurs(path: string): boolean {
  if (!lstatSync(path, { throwIfNoEntry: false })) return true;
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  const names = readdirSync(path);
  return names.includes(stampName) || names.every((name) => name === insideName);
}

/** Without symbolic links, as far as the path exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Remove what builds that died left in the folder where pages are drawn. */
export function sweepDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^drawn-(\d+)(?:-\d+)?$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
