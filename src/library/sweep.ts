import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bodiesFolder } from './cache.ts';
import type { CacheEntry } from './cache.ts';

const hour = 3600_000;
const week = 7 * 24 * hour;

/**
 * Remove stored bodies that no entry names. At most once an hour, since it reads every folder of
 * bodies; one younger than an hour stays, another run may be about to name it.
 */
export function sweepBodies(
  cache: string,
  entries: readonly CacheEntry[],
  now: number = Date.now(),
): void {
  const folder = bodiesFolder(cache);
  if (list(folder).length === 0 || ageOf(folder, now) < hour) return;
  const named = new Set(entries.map(({ body }) => body));
  for (const part of list(folder)) {
    for (const file of list(join(folder, part))) {
      const path = join(folder, part, file);
      if (!named.has(basename(file, '.json')) && ageOf(path, now) >= hour) remove(path);
    }
  }
  utimesSync(folder, new Date(now), new Date(now));
}

/** Remove caches of the same library by other code that were not written for a week. */
export function sweepCaches(cache: string, now: number = Date.now()): void {
  const library = basename(cache).split('-')[0] ?? '';
  for (const name of list(dirname(cache))) {
    const path = join(dirname(cache), name);
    if (!name.startsWith(`${library}-`) || path === cache) continue;
    if (ageOf(join(path, 'index.ndjson'), now) >= week && ageOf(path, now) >= week) remove(path);
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
