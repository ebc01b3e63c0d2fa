import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import { shortDigest } from '#library/digest.ts';
import { ActRefused, refusePath } from './plan.ts';
import type { ActPlan, FileChange } from './plan.ts';

/** A plan while it is made: it sees the library as it will be, and notes every file that it looks at. */
export interface PlanDraft {
  /** A file's text as it will be, with its own line ends; null where there is none. */
  readonly read: (path: string) => string | null;
  /** Its bytes; null where there is none. */
  readonly readBytes: (path: string) => Uint8Array | null;
  /** Names in a folder as it is on disk, files only, sorted; without links. */
  readonly list: (folder: string) => readonly string[];
  /** The plan holds only while no file is added to a folder or taken away: a number was chosen from all that are there. */
  readonly watch: (folder: string) => void;
  /** Nothing happens where the file has that content. */
  readonly write: (path: string, content: string | Uint8Array, sentence: Bilingual) => void;
  /** Moves a file, or all files of a folder. */
  readonly move: (from: string, to: string, sentence: Bilingual) => void;
  readonly remove: (path: string, sentence: Bilingual) => void;
  readonly warn: (warning: Bilingual) => void;
  readonly finish: (sentence: Bilingual) => ActPlan;
}

/** A plan to be filled, of a library's folder. Paths that lead out of it are refused. */
export function draftPlan(dir: string): PlanDraft {
  const sources: Record<string, string | null> = {};
  /** What files will hold that are touched; null of those that will be gone. */
  const overlay = new Map<string, Uint8Array | null>();
  const moves: FileChange[] = [];
  const writes = new Map<string, FileChange>();
  const warnings: Bilingual[] = [];
  const readDisk = (path: string): Uint8Array | null => {
    checkPath(path);
    const full = join(dir, path);
    const bytes = isFile(full) ? readFileSync(full) : null;
    sources[path] ??= bytes === null ? null : shortDigest(bytes);
    return bytes;
  };
  const readBytes = (path: string): Uint8Array | null =>
    overlay.has(path) ? (overlay.get(path) ?? null) : readDisk(path);
  const moveFile = (from: string, to: string, sentence: Bilingual): void => {
    const bytes = readBytes(from);
    if (bytes === null) return;
    if (readBytes(to) !== null) throw refuseTaken(to);
    overlay.set(from, null).set(to, bytes);
    moves.push({ kind: 'move', from, path: to, sentence });
  };
  return {
    readBytes,
    read: (path) => {
      const bytes = readBytes(path);
      return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    list: (folder) => listFiles(dir, folder),
    watch: (folder) => {
      sources[`${folder}/`] = digestNames(dir, folder);
    },
    write(path, content, sentence) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const before = readBytes(path);
      if (before !== null && Buffer.compare(before, bytes) === 0) return;
      overlay.set(path, bytes);
      writes.set(path, { kind: 'write', path, content, sentence });
    },
    move(from, to, sentence) {
      checkPath(from);
      checkPath(to);
      if (isFile(join(dir, from)) || overlay.has(from)) moveFile(from, to, sentence);
      else
        for (const name of listFiles(dir, from))
          moveFile(`${from}/${name}`, `${to}/${name}`, sentence);
    },
    remove(path, sentence) {
      if (readBytes(path) === null) return;
      overlay.set(path, null);
      writes.set(path, { kind: 'remove', path, sentence });
    },
    warn: (warning) => warnings.push(warning),
    finish: (sentence) => ({
      sentence,
      changes: [...moves, ...writes.values()],
      warnings,
      sources,
    }),
  };
}

function checkPath(path: string): void {
  const refused = refusePath(path);
  if (!refused) return;
  throw new ActRefused(refused, {
    zh: '路径里不写 ..、\\ 和以点开头的名称。',
    en: 'A path has no "..", no "\\" and no names that begin with a dot.',
  });
}

function refuseTaken(path: string): ActRefused {
  return new ActRefused(
    { zh: `${path} 已经有了，没有改动。`, en: `${path} exists already; nothing was changed.` },
    { zh: '换一个编号，或先移走那里的文件。', en: 'Use another number, or move that file first.' },
  );
}

/** Regular files only: a link could name any file of the machine. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Of the names in a folder; the same for one that is absent and one that is empty. */
export const digestNames = (dir: string, folder: string): string =>
  shortDigest(listFiles(dir, folder).join('\n'));

function listFiles(dir: string, folder: string): readonly string[] {
  const path = join(dir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .flatMap((entry) =>
      entry.isFile()
        ? [
            join(entry.parentPath, entry.name)
              .slice(path.length + 1)
              .replaceAll('\\', '/'),
          ]
        : [],
    )
    .sort();
}
