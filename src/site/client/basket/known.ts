import { standingOn } from '#core/catalog/day-status.ts';
import type { DayStanding } from '#core/catalog/day-status.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { fetchJson } from '../fetch-file.ts';
import type { KnownFile } from '../validity/messages.ts';

let loading: Promise<ReadonlyMap<string, KnownStandard> | undefined> | undefined;

/** What the library knows of its standards, by slug; loaded once, undefined where it cannot be had. */
export function loadKnown(file: string): Promise<ReadonlyMap<string, KnownStandard> | undefined> {
  loading ??= read(file).then((known) => {
    if (!known) loading = undefined;
    return known;
  });
  return loading;
}

async function read(file: string): Promise<ReadonlyMap<string, KnownStandard> | undefined> {
  const known = await fetchJson<KnownFile>(file);
  return known && new Map(known.standards.map((each) => [each.slug, each]));
}

/** The status on a day, and what replaces the standard then, by number where it is known. */
export function describeStanding(
  standard: KnownStandard,
  day: string,
  byKey: ReadonlyMap<string, KnownStandard>,
): DayStanding & { readonly successors: readonly string[] } {
  const status = standingOn(standard.facts, day, { key: standard.key });
  return { ...status, successors: status.replacedBy.map((key) => byKey.get(key)?.number ?? key) };
}
