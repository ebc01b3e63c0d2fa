import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './alive.ts';
import type { Store } from './store.ts';

const hour = 3600_000;
const week = 7 * 24 * hour;

/**
 * Remove stored bodies that no entry names, at most once an hour. One younger than an hour stays,
 * another run may be about to name it.
 */
export function sweepBodies({ prepare }: Store, now: number = Date.now()): void {
  const last = prepare("select value from facts where name = 'swept'").get()?.['value'];
  if (Math.abs(now - Number(last ?? 0)) < hour) return;
  prepare("insert or replace into facts values ('swept', ?)").run(String(now));
  prepare(
    `delete from bodies where made <= ? and not exists
      (select 1 from entries where entries.body = bodies.name)`,
  ).run(now - hour);
}

/** Remove caches of the same library by other code that were not written for a week. */
export function sweepCaches(cache: string, now: number = Date.now()): void {
  const library = basename(cache).split('-')[0] ?? '';
  for (const name of list(dirname(cache))) {
    const path = join(dirname(cache), name);
    if (!name.startsWith(`${library}-`) || path === cache) continue;
    const ages = [path, ...list(path).map((file) => join(path, file))].map((file) =>
      ageOf(file, now),
    );
    if (Math.min(...ages) >= week) remove(path);
  }
}

/**
 * Remove from a folder what was made in it: drafts (`draft-<pid>…`) of processes that have ended, and folders in which the file
 * `mark` was not touched for so many milliseconds.
 */
export function sweepMade(
  folder: string,
  mark: string,
  keptMs: number,
  now: number = Date.now(),
): void {
  for (const name of list(folder)) {
    const path = join(folder, name);
    const pid = /^draft-(\d+)(?:-\d+)?$/.exec(name)?.[1];
    const isOld =
      pid === undefined ? ageOf(join(path, mark), now) >= keptMs : !isAlive(Number(pid));
    if (isOld) remove(path);
  }
}

/** Remove the files in the folders of a folder that were not written for a month. */
export function sweepFiles(folder: string, now: number = Date.now()): void {
  for (const inner of list(folder).map((name) => join(folder, name)))
    for (const file of list(inner).map((name) => join(inner, name)))
      if (ageOf(file, now) >= 30 * 24 * hour) remove(file);
}

/** Milliseconds since something was written; endless when it is not there. */
function ageOf(path: string, now: number): number {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written === undefined ? Number.POSITIVE_INFINITY : now - written;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed now is removed another time. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Another process has it open.
  }
}
