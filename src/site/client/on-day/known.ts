import { standingOn } from '#core/catalog/day-status.ts';
import type { DayStanding } from '#core/catalog/day-status.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import type { KnownFile } from '../validity/messages.ts';
import { fetchJson } from '../fetch-file.ts';
import { findHome } from '../home.ts';

/** All standards that the site knows, and what each was on the day shown. */
export interface KnownOnDay {
  readonly day: string;
  readonly standards: readonly KnownStandard[];
  readonly bySlug: ReadonlyMap<string, KnownStandard>;
  readonly standingOf: (standard: KnownStandard) => DayStanding;
}

/** Returns the facts of all standards, with their standing on a day; undefined where they cannot be loaded. */
export async function loadKnown(day: string): Promise<KnownOnDay | undefined> {
  const file = await fetchJson<KnownFile>(`${findHome()}data/validity.json`);
  if (!file) return undefined;
  const { standards } = file;
  return {
    day,
    standards,
    bySlug: new Map(standards.map((standard) => [standard.slug, standard])),
    standingOf: ({ key, facts }) => standingOn(facts, day, { key }),
  };
}
