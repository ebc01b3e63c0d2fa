import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Releases } from './index.ts';
import type { Records, Release } from './records.ts';
import { versionPath } from './switch.ts';

/** How many releases are kept, and for how many days; the live one and the one before always are. */
export interface Retention {
  readonly keep: number;
  readonly days: number;
}

export const defaultRetention: Retention = { keep: 20, days: 90 };

/** Whole earlier sites are as large as the site: this many of them at most. */
const MOST_TREES = 3;
const DAY = 86_400_000;

/** How many releases and for how many days are kept, as it was set; `defaultRetention` where it was not. */
export function readRetention(records: Records): Retention {
  const read = (name: keyof Retention) => Number(records.setting(name) ?? defaultRetention[name]);
  return { keep: read('keep'), days: read('days') };
}

/** Stores how many releases or for how many days are kept; what is not given stays as it is. */
export function setRetention(records: Records, retention: Partial<Retention>): void {
  for (const name of ['keep', 'days'] as const) {
    const value = retention[name];
    if (value !== undefined) records.set(name, String(value));
  }
}

/** Forget releases beyond the retention, with what only they needed; answers with how many. */
export function forgetOld({ place, records }: Releases, now = Date.now()): number {
  const releases = records.releases();
  const first = releases[oldestKept(releases, readRetention(records), place.trees, now)];
  if (!first || first.seq === releases[0]?.seq) return 0;
  for (const digest of records.forgetBefore(first.seq)) {
    rmSync(versionPath(place.files, digest), { force: true });
  }
  const kept = new Set(records.releases().map(({ id }) => id));
  for (const name of existsSync(place.trees) ? readdirSync(place.trees) : []) {
    if (!kept.has(name)) rmSync(join(place.trees, name), { recursive: true, force: true });
  }
  return releases.indexOf(first);
}

/** Releases go from the oldest on: what a later one keeps may be what an earlier one needs. */
function oldestKept(
  releases: readonly Release[],
  { keep, days }: Retention,
  trees: string,
  now: number,
): number {
  const always = Math.max(0, releases.length - 2);
  const byCount = Math.max(0, releases.length - keep);
  const young = releases.findIndex(({ at }) => Date.parse(at) >= now - days * DAY);
  const whole = releases.flatMap(({ id }, at) => (existsSync(join(trees, id)) ? [at] : []));
  const byTrees = (whole.at(-MOST_TREES - 1) ?? -1) + 1;
  return Math.min(always, Math.max(byCount, young === -1 ? always : young, byTrees));
}
