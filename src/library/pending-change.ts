import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './alive.ts';
import { shortDigest } from './digest.ts';
import { actsFolder, isLocked, LibraryLocked, withLibraryLock } from './library-lock.ts';

/** One file of a change, by its path from the library; digests are of its bytes, null where it is absent. */
const step = z.strictObject({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Names below the folder of the change: of the new file, and of a second name of the old one. */
  staged: z.string().nullable(),
  kept: z.string().nullable(),
});

const record = z.strictObject({
  version: z.literal(1),
  /** The folder beside the record in which its files lie. */
  folder: z.string().regex(/^change-[\w-]+$/),
  steps: z.array(step),
  /** Folders that were made for it, outermost first. */
  made: z.array(z.string()),
});

export type ChangeStep = z.infer<typeof step>;
export type ChangeRecord = z.infer<typeof record>;

/** Called before each file is put in its place or taken away. */
export type BeforeStep = (step: ChangeStep, index: number) => void;

const recordPath = (dir: string): string => join(dir, actsFolder, 'change.json');

/** Of the bytes of a file; null where there is none. */
export function digestOf(path: string): string | null {
  try {
    return shortDigest(readFileSync(path));
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^(?:ENOENT|ENOTDIR)$/.test(String(error.code))
    )
      return null;
    throw error;
  }
}

/** Writes down what a change is about to do, whose files lie ready: from here on it is finished, whatever happens. */
export function writeRecord(dir: string, change: ChangeRecord): void {
  const path = recordPath(dir);
  try {
    writeDurably(`${path}.new`, JSON.stringify(change));
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Writes a file and waits until the disk has it. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts all files of a recorded change in their places; what is done already is left. Nothing is written, only renamed. */
export function finishChange(dir: string, change: ChangeRecord, before?: BeforeStep): void {
  const from = join(dir, actsFolder, change.folder);
  for (const folder of change.made) mkdirSync(join(dir, folder), { recursive: true });
  for (const [index, each] of change.steps.entries()) {
    before?.(each, index);
    const path = join(dir, each.path);
    if (each.staged === null) rmSync(path, { force: true });
    else if (existsSync(join(from, each.staged))) renameSync(join(from, each.staged), path);
  }
  for (const { path, after } of change.steps) {
    if (after === null) removeEmpty(dir, dirname(path));
  }
}

/** Brings all files of a recorded change back to what they were; those that somebody has changed since stay. */
export function undoChange(dir: string, change: ChangeRecord): void {
  const from = join(dir, actsFolder, change.folder);
  for (const each of change.steps.toReversed()) {
    const path = join(dir, each.path);
    const now = digestOf(path);
    if (now === each.before || now !== each.after) continue;
    if (each.kept === null) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      renameSync(join(from, each.kept), path);
    }
  }
  for (const folder of change.made.toReversed()) removeEmpty(dir, folder);
}

/** Forgets a change that is finished or undone. */
export function forgetChange(dir: string, change: ChangeRecord): void {
  rmSync(recordPath(dir), { force: true });
  syncFolder(join(dir, actsFolder));
  rmSync(join(dir, actsFolder, change.folder), { recursive: true, force: true });
}

/** What was written down of a change that is not over; null where there is none. */
export function readRecord(dir: string): ChangeRecord | null {
  let text: string;
  try {
    text = readFileSync(recordPath(dir), 'utf8');
  } catch {
    return null;
  }
  return record.parse(JSON.parse(text));
}

/**
 * Finishes a change that was cut short, under the lock of the library; one whose files somebody has changed in between is
 * undone, and what was written since stays. Says what was done.
 */
export function settleLocked(dir: string): 'nothing' | 'finished' | 'undone' {
  const change = readRecord(dir);
  sweep(dir, change?.folder);
  if (change === null) return 'nothing';
  const isFree = change.steps.every(({ path, before, after, staged }) => {
    const now = digestOf(join(dir, path));
    const isDone = staged !== null && !existsSync(join(dir, actsFolder, change.folder, staged));
    return isDone || now === before || now === after;
  });
  if (isFree) finishChange(dir, change);
  else undoChange(dir, change);
  forgetChange(dir, change);
  return isFree ? 'finished' : 'undone';
}

/** What ends before a record was written have left. */
function sweep(dir: string, except: string | undefined): void {
  for (const name of readdirSync(join(dir, actsFolder))) {
    const [, pid] = /^lock\.(\d+)\./.exec(name) ?? [];
    const isLeft = /^change[-.]/.test(name) && name !== 'change.json' && name !== except;
    if (isLeft || (pid !== undefined && !isAlive(Number(pid))))
      rmSync(join(dir, actsFolder, name), { recursive: true, force: true });
  }
}

const longestWait = 10_000;
const poll = 20;

/**
 * Makes sure that a library is read as it was before a change or after it: waits for one that is under way, and finishes one
 * whose process has died. Where there is none, nothing is touched.
 *
 * @throws {LibraryLocked} when another process is still at it after ten seconds
 */
export function settleChange(dir: string): void {
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; existsSync(recordPath(dir)); waited += poll) {
    if (!isLocked(dir)) {
      try {
        withLibraryLock(dir, () => settleLocked(dir));
        removeActsFolder(dir);
        return;
      } catch (error) {
        if (!(error instanceof LibraryLocked)) throw error;
      }
    }
    if (waited >= longestWait) withLibraryLock(dir, () => settleLocked(dir));
    Atomics.wait(wait, 0, 0, poll);
  }
}

/** Takes the folder of changes away where nothing is under way. */
export function removeActsFolder(dir: string): void {
  const folder = join(dir, actsFolder);
  try {
    if (readdirSync(folder).some((name) => name !== '.gitignore')) return;
    rmSync(join(folder, '.gitignore'), { force: true });
    rmdirSync(folder);
  } catch {
    // Somebody else is in it.
  }
}

/** Folders that lost their last file go, up to the library's own. */
function removeEmpty(dir: string, folder: string): void {
  for (let at = folder; at !== '.' && at.includes('/'); at = dirname(at)) {
    try {
      rmdirSync(join(dir, at));
    } catch {
      return;
    }
  }
}

/** Waits until the disk has the names in a folder, where the system can. */
export function syncFolder(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // Windows opens no folders.
    return;
  }
  try {
    fsyncSync(file);
  } catch {
    // Some network disks cannot.
  } finally {
    closeSync(file);
  }
}
