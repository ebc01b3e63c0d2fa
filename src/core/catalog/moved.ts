import type { StandardRow } from '../model/row.ts';
import type { StandardName } from '../model/standard-facts.ts';
import { numberKey, numberSlug, parseNumber } from '../number/index.ts';

/** A standard that was published once, as `published.tsv` remembers it. */
export interface PublishedStandard extends Pick<StandardName, 'slug' | 'number'> {
  /** The day it was entered. */
  readonly day: string;
  readonly line: number;
}

/** Why a standard was taken down: an item of `removed.yaml`. */
export interface RemovedStandard {
  readonly key: string;
  readonly number: string;
  readonly day?: string | undefined;
  readonly reason: string;
  readonly reasonEn?: string | undefined;
  readonly line: number;
}

/** What a library remembers of what it published. */
export interface PublicationRegister {
  readonly published: readonly PublishedStandard[];
  readonly removed: readonly RemovedStandard[];
  /** Names of all folders of standards, whatever is in them. */
  readonly folders: ReadonlySet<string>;
}

/** An address that was given out and has no standard now: where it leads. */
export interface MovedStandard {
  readonly slug: string;
  readonly number: string;
  /** Slug of the standard that has it as a former number; absent when it was taken down. */
  readonly to?: string;
  readonly removed?: RemovedStandard;
}

/** Addresses of standards that were renumbered or taken down, by slug. Those in the library are none. */
export function findMoved(
  rows: readonly StandardRow[],
  register: PublicationRegister,
): readonly MovedStandard[] {
  const present = new Set([...rows.map(({ slug }) => slug), ...register.folders]);
  const moved = new Map<string, MovedStandard>();
  for (const row of rows) {
    for (const number of row.meta.formerly) {
      const parsed = parseNumber(number);
      const slug = parsed.ok ? numberSlug(parsed.number) : '';
      if (slug !== '' && !present.has(slug)) moved.set(slug, { slug, number, to: row.slug });
    }
  }
  const reasons = new Map(register.removed.map((each) => [each.key, each]));
  for (const { slug, number } of register.published) {
    if (present.has(slug) || moved.has(slug)) continue;
    const parsed = parseNumber(number);
    const removed = parsed.ok ? reasons.get(numberKey(parsed.number)) : undefined;
    moved.set(slug, { slug, number, ...(removed && { removed }) });
  }
  return [...moved.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
