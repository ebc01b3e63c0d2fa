import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './alive.ts';

/** Below a library: what is under way in it. Names that begin with a dot are no part of what a library says. */
export const actsFolder = '.acts';

/** Who changes a library just now. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, in milliseconds since 1970. */
  readonly since: number;
}

/** Somebody else changes the library; nothing was done. */
export class LibraryLocked extends Error {
  readonly owner: LockOwner | null;
  readonly path: string;
  constructor(owner: LockOwner | null, path: string) {
    const who = owner ? `${owner.host}, PID ${owner.pid}` : '?';
    super(`The library is being changed by another process (${who}): ${path}`);
    this.owner = owner;
    this.path = path;
  }
}

/**
 * What `work` gives, done while nobody else changes the library. A lock whose process has died on this machine is taken over.
 *
 * @throws {LibraryLocked} when another process holds it
 */
export function withLibraryLock<T>(dir: string, work: () => T): T {
  const folder = join(dir, actsFolder);
  const path = join(folder, 'lock');
  const owner: LockOwner = { pid: process.pid, host: hostname(), since: Date.now() };
  const own = join(folder, `lock.${owner.pid}.${Math.trunc(performance.now() * 1000)}`);
  writeOwner(folder, own, owner);
  try {
    for (let round = 0; !tryLink(own, path); round += 1) {
      const held = readText(path);
      if (round > 3 || !removeIfStale(path, held)) throw new LibraryLocked(readOwner(held), path);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether a process that lives, or one of another machine, changes the library just now. */
export function isLocked(dir: string): boolean {
  const held = readText(join(dir, actsFolder, 'lock'));
  return held !== null && !isStale(held);
}

/** Somebody else may take the empty folder away in the same moment: then it is made anew. */
function writeOwner(folder: string, own: string, owner: LockOwner): void {
  for (let round = 0; ; round += 1) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '.gitignore'), '*\n');
      writeFileSync(own, JSON.stringify(owner));
      return;
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isGone && round <= 3) continue;
      rmSync(own, { force: true });
      throw error;
    }
  }
}

/** A lock is made with what it says in it: a half one cannot be seen. */
function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside first, and only if it is still the lock that was judged: of two that see the same dead owner one wins. */
function removeIfStale(path: string, held: string | null): boolean {
  if (held === null) return true;
  if (!isStale(held)) return false;
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  if (readText(aside) !== held) tryLink(aside, path);
  rmSync(aside, { force: true });
  return true;
}

function isStale(held: string): boolean {
  const owner = readOwner(held);
  return owner === null || (owner.host === hostname() && !isAlive(owner.pid));
}

function readOwner(held: string | null): LockOwner | null {
  try {
    const said: unknown = JSON.parse(held ?? '');
    if (typeof said !== 'object' || said === null) return null;
    const { pid, host, since } = said as Partial<LockOwner>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    return { pid, host, since: typeof since === 'number' ? since : 0 };
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
