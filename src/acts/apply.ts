import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import { shortDigest, shortenDigest } from '#library/digest.ts';
import { actsFolder, LibraryLocked, withLibraryLock } from '#library/library-lock.ts';
import {
  digestOf,
  finishChange,
  forgetChange,
  removeActsFolder,
  settleLocked,
  undoChange,
  writeDurably,
  writeRecord,
} from '#library/pending-change.ts';
import type { ChangeRecord, ChangeStep } from '#library/pending-change.ts';
import { digestNames } from './draft-plan.ts';
import { ActRefused, refusePath } from './plan.ts';
import type { ActPlan } from './plan.ts';
import type { ActStage } from './stages.ts';

export interface ApplyOptions {
  readonly onStage?: (stage: ActStage) => void;
}

export interface Applied {
  /** Paths that were written, moved or removed; none where all of it had been done before. */
  readonly changed: readonly string[];
}

/**
 * Changes all files of a plan, or none: an end at any moment leaves the library as it was or as it will be once it is read.
 * A plan that was applied before changes nothing.
 *
 * @throws {ActRefused} when a file is no longer as it was planned from, a path leads out, another process is at it, or the
 *   disk takes nothing
 */
export function applyPlan(
  library: string,
  plan: ActPlan,
  { onStage = () => undefined }: ApplyOptions = {},
): Applied {
  const dir = resolve(library);
  const targets = listTargets(plan);
  for (const path of targets.keys()) checkTarget(dir, path);
  if (isDone(dir, targets) && !existsSync(join(dir, actsFolder))) return { changed: [] };
  try {
    return withLibraryLock(dir, () => {
      onStage('locked');
      settleLocked(dir);
      onStage('settled');
      if (isDone(dir, targets)) return { changed: [] };
      compareSources(dir, plan);
      onStage('compared');
      change(dir, targets, onStage);
      return { changed: [...targets.keys()] };
    });
  } catch (error) {
    if (error instanceof LibraryLocked) throw explainLock(error);
    throw explainDisk(error) ?? error;
  } finally {
    removeActsFolder(dir);
  }
}

/** What a file will be: bytes with their `shortDigest`, the bytes of another file, or gone. */
type Target =
  | { readonly read: () => Uint8Array; readonly digest: string }
  | { readonly from: string }
  | null;

function listTargets({ changes }: ActPlan): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const each of changes) {
    if (each.kind === 'remove') targets.set(each.path, null);
    else if (each.kind === 'move') {
      const before = targets.get(each.from);
      targets.set(each.from, null).set(each.path, before ?? { from: each.from });
    } else if (each.kind === 'bring') {
      const { path, read, sha256 } = each;
      targets.set(path, { read, digest: shortenDigest(sha256) });
    } else {
      const { path, content } = each;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      targets.set(path, { read: () => bytes, digest: shortDigest(bytes) });
    }
  }
  return targets;
}

/** Inside the library, and no part of the way a link to elsewhere. */
function checkTarget(dir: string, path: string): void {
  const refused = refusePath(path);
  const parts = path.split('/');
  const link = parts
    .map((_, at) => parts.slice(0, at + 1).join('/'))
    .find(
      (part) => !refused && lstatSync(join(dir, part), { throwIfNoEntry: false })?.isSymbolicLink(),
    );
  const what = refused ?? {
    zh: `${link ?? ''} 是链接，可能指向库外，没有改动。`,
    en: `${link ?? ''} is a link and may lead out of the library; nothing was changed.`,
  };
  if (refused || link !== undefined) {
    throw new ActRefused(what, {
      zh: '只改标准库文件夹里的普通文件。',
      en: 'Only regular files inside the folder of the library are changed.',
    });
  }
}

function isDone(dir: string, targets: ReadonlyMap<string, Target>): boolean {
  return [...targets].every(([path, target]) => {
    if (target === null) return digestOf(join(dir, path)) === null;
    if ('from' in target) return digestOf(join(dir, path)) !== null;
    return digestOf(join(dir, path)) === target.digest;
  });
}

function compareSources(dir: string, { sources }: ActPlan): void {
  const now = (path: string) =>
    path.endsWith('/') ? digestNames(dir, path.slice(0, -1)) : digestOf(join(dir, path));
  const other = Object.keys(sources).filter((path) => now(path) !== sources[path]);
  if (other.length === 0) return;
  const names = other.slice(0, 5).join('、');
  throw new ActRefused(
    {
      zh: `计划以后有人改过 ${names}，没有改动。`,
      en: `Since this was planned somebody has changed ${names}; nothing was changed.`,
    },
    {
      zh: '看一下那里的改动，再做一次。',
      en: 'Look at what was changed there, and do it once more.',
    },
  );
}

let count = 0;

function change(
  dir: string,
  targets: ReadonlyMap<string, Target>,
  onStage: (stage: ActStage) => void,
): void {
  const folder = `change-${process.pid}-${(count += 1)}-${Math.trunc(performance.now() * 1000)}`;
  const root = join(dir, actsFolder, folder);
  const made: string[] = [];
  let record: ChangeRecord;
  try {
    mkdirSync(root, { recursive: true });
    const staged = [...targets].map(([path, target], at) => stage(dir, root, path, target, at));
    onStage('staged');
    const steps = staged.map((each, at) => keep(dir, root, each, at));
    for (const { path, after } of steps) if (after !== null) listMissing(dir, dirname(path), made);
    onStage('kept');
    record = { version: 1, folder, steps, made };
    writeRecord(dir, record);
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  onStage('recorded');
  try {
    const half = Math.ceil(record.steps.length / 2);
    finishChange(dir, record, (_, at) => {
      if (at === 1) onStage('begun');
      if (at === half) onStage('halfway');
    });
  } catch (error) {
    undoChange(dir, record);
    forgetChange(dir, record);
    throw error;
  }
  onStage('placed');
  forgetChange(dir, record);
  onStage('forgotten');
}

function stage(dir: string, root: string, path: string, target: Target, at: number): ChangeStep {
  const before = digestOf(join(dir, path));
  if (target === null) return { path, before, after: null, staged: null, kept: null };
  const staged = `new-${at}`;
  if ('from' in target) {
    copyFileSync(join(dir, target.from), join(root, staged));
    return { path, before, after: digestOf(join(root, staged)), staged, kept: null };
  }
  writeDurably(join(root, staged), target.read());
  return { path, before, after: target.digest, staged, kept: null };
}

function keep(dir: string, root: string, step: ChangeStep, at: number): ChangeStep {
  if (step.before === null) return step;
  const kept = `old-${at}`;
  try {
    linkSync(join(dir, step.path), join(root, kept));
  } catch {
    // Disks without second names.
    copyFileSync(join(dir, step.path), join(root, kept));
  }
  return { ...step, kept };
}

/** Folders that have to be made, outermost first. */
function listMissing(dir: string, folder: string, made: string[]): void {
  if (made.includes(folder) || existsSync(join(dir, folder))) return;
  listMissing(dir, dirname(folder), made);
  made.push(folder);
}

function explainLock({ owner, path }: LibraryLocked): ActRefused {
  const zh = owner ? `（${owner.host}，进程 ${owner.pid}）` : '';
  const en = owner ? ` (${owner.host}, PID ${owner.pid})` : '';
  const what: Bilingual = {
    zh: `另一个人${zh}正在改这个标准库，没有改动。`,
    en: `Somebody else${en} is changing this library; nothing was changed.`,
  };
  return new ActRefused(what, {
    zh: `过一会儿再做一次；确实没有别人时，删除 ${path}。`,
    en: `Do it again in a moment; where there is certainly nobody, delete ${path}.`,
  });
}

const diskFaults: Readonly<Record<string, { readonly what: Bilingual; readonly hint: Bilingual }>> =
  {
    ENOSPC: {
      what: { zh: '磁盘已满', en: 'The disk is full' },
      hint: { zh: '腾出空间后再做一次。', en: 'Make room and do it again.' },
    },
    EACCES: {
      what: { zh: '没有权限写这个标准库', en: 'This library may not be written' },
      hint: {
        zh: '检查文件夹的属主和权限后再做一次。',
        en: 'Check the owner and mode of its folder, and do it again.',
      },
    },
    EROFS: {
      what: { zh: '标准库所在的磁盘是只读的', en: 'The disk of the library is read-only' },
      hint: { zh: '换到可写的文件夹再做一次。', en: 'Do it in a folder that can be written.' },
    },
  };

/** What a disk that takes no file says to a person; null of any other failure. */
function explainDisk(error: unknown): ActRefused | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const alike: Readonly<Record<string, string>> = { EDQUOT: 'ENOSPC', EPERM: 'EACCES' };
  const fault = diskFaults[alike[code] ?? code];
  if (!fault) return null;
  const { what, hint } = fault;
  return new ActRefused(
    { zh: `${what.zh}，没有改动。`, en: `${what.en}; nothing was changed.` },
    hint,
  );
}
