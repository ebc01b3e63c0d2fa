import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
