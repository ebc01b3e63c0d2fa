import type { Bilingual } from '../base/bilingual.ts';
import { standingOn } from '../catalog/day-status.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import type { StatusFacts } from '../catalog/status.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { buildNumberIndex } from '../number/index.ts';
import type { NumberIndex } from '../number/index.ts';
import type { DayStatus } from '../terms/index.ts';
import { foldTitle } from './titles.ts';

/** What a list is checked against, of one standard: plain data, so that a page can load all of it. */
export interface KnownStandard {
  readonly key: string;
  /** As printed: `GB/T 191—2008`. */
  readonly number: string;
  readonly slug: string;
  readonly title: string;
  readonly titleEn?: string;
  /** Whether its text is here, and not facts about it alone. */
  readonly hosted: boolean;
  /** The city of the partner whose library it is from; absent of what is known here. */
  readonly origin?: Bilingual & { readonly id: string };
  /** Days and successors, from which its status on any day follows. */
  readonly facts: StatusFacts;
  /** Keys of what it replaces and the library has no facts of; a draft replaces nothing yet. */
  readonly replaces?: readonly { readonly key: string; readonly partial?: boolean }[];
}

/** The facts of all standards of a catalogue, in its order. */
export function listKnown(
  catalog: Pick<Catalog, 'entries' | 'factsOf' | 'byKey' | 'replacesOf'>,
): readonly KnownStandard[] {
  const listHeard = (entry: CatalogEntry): NonNullable<KnownStandard['replaces']> =>
    entry.row?.meta.status === 'draft'
      ? []
      : catalog
          .replacesOf(entry)
          .filter((each) => !catalog.byKey(each.key))
          .map(({ key, partial }) => ({ key, ...(partial !== undefined && { partial: true }) }));
  return catalog.entries.map((entry: CatalogEntry): KnownStandard => {
    const replaces = listHeard(entry);
    const { key, number, slug, title, titleEn, row, origin } = entry;
    return {
      key,
      number,
      slug,
      title,
      ...(titleEn !== undefined && titleEn !== title && { titleEn }),
      hosted: row !== undefined,
      ...(origin && { origin: { id: origin.id, zh: origin.name.zh, en: origin.name.en } }),
      facts: catalog.factsOf(entry),
      ...(replaces.length > 0 && { replaces }),
    };
  });
}

/** Known standards by number and by title; made once, asked for each line of a list. */
export interface KnownIndex {
  readonly numbers: NumberIndex;
  readonly byKey: ReadonlyMap<string, KnownStandard>;
  /** By folded title; several editions share one. */
  readonly byTitle: ReadonlyMap<string, readonly KnownStandard[]>;
  /** By number without its year and without zeros before it. */
  readonly byUnpadded: ReadonlyMap<string, readonly KnownStandard[]>;
  /** By key, what the library only hears of: in the record of a standard that replaces it. */
  readonly heard: ReadonlyMap<string, HeardStandard>;
  /** The same by number without year. */
  readonly heardByNumber: ReadonlyMap<string, readonly HeardStandard[]>;
}

/** A standard of which nothing is known but what replaces it. */
export interface HeardStandard {
  readonly key: string;
  readonly successors: readonly KnownStandard[];
  /** Only parts of it are said to be replaced. */
  readonly partly: boolean;
}

/** Returns known standards by number in any spelling and by title. */
export function indexKnown(standards: readonly KnownStandard[]): KnownIndex {
  const byKey = new Map<string, KnownStandard>();
  const byTitle = new Map<string, KnownStandard[]>();
  for (const standard of standards) {
    if (!byKey.has(standard.key)) byKey.set(standard.key, standard);
    for (const title of [standard.title, standard.titleEn ?? '']) {
      const folded = foldTitle(title);
      if (folded === '') continue;
      const list = byTitle.get(folded);
      // Its title in both languages may be one.
      if (list?.includes(standard)) continue;
      if (list) list.push(standard);
      else byTitle.set(folded, [standard]);
    }
  }
  const heard = collectHeard(standards, byKey);
  return {
    numbers: buildNumberIndex(standards.map(({ key }) => key)),
    byKey,
    byTitle,
    heard,
    heardByNumber: groupBy([...heard.values()], stemOf),
    byUnpadded: groupBy(standards, (each) => unpadNumber(stemOf(each))),
  };
}

function groupBy<T>(list: readonly T[], nameOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(nameOf(each));
    if (group) group.push(each);
    else groups.set(nameOf(each), [each]);
  }
  return groups;
}

function collectHeard(
  standards: readonly KnownStandard[],
  byKey: ReadonlyMap<string, KnownStandard>,
): ReadonlyMap<string, HeardStandard> {
  const heard = new Map<string, HeardStandard>();
  for (const standard of standards)
    for (const { key, partial = false } of standard.replaces ?? []) {
      if (byKey.has(key)) continue;
      const { successors = [], partly = true } = heard.get(key) ?? {};
      // What replaces the whole says more than what replaces a part.
      if (partial && !partly) continue;
      const kept = !partial && partly ? [] : successors;
      heard.set(key, { key, successors: [...kept, standard], partly: partial });
    }
  return heard;
}

/** Returns what a standard is on a day, `YYYY-MM-DD`. */
export function statusOn({ key, facts }: KnownStandard, day: string): DayStanding {
  return standingOn(facts, day, { key });
}

/** The number of a standard without its year, the same for all its editions. */
export const stemOf = ({ key }: Pick<KnownStandard, 'key'>): string =>
  key.replace(/[-:]\d{4}$/, '');

/** The number without zeros before its serial: `HY/T 187.1` of `HY/T 0187.1`. */
export const unpadNumber = (stem: string): string => stem.replace(/ 0+(?=\d)/, ' ');

/** One step of a chain of replacements. */
export interface SuccessorStep {
  readonly key: string;
  /** What is known of it; absent for one the library only hears of. */
  readonly standard?: KnownStandard;
  /** Day it comes into force, where known. */
  readonly implemented?: string;
  /** What it is on the day that is asked about, where it is known. */
  readonly status?: DayStatus;
}

/** More steps than this are a mistake of the data. */
const longestChain = 20;

/** How good the end of a chain is for a reader: in force, to come, not known, dead. */
const endOf = (steps: readonly SuccessorStep[]): number => {
  const status = steps.at(-1)?.status;
  if (status === '现行') return 0;
  if (status === '即将实施' || status === '尚未发布') return 1;
  return status === '被代替' || status === '废止' ? 3 : 2;
};

/**
 * The whole replacements of a standard, one after the other, to the newest; where several replace one, that whose chain ends in
 * force on the day, or else the first. A chain that comes back to itself ends before it does.
 */
export function followSuccessors(
  { key, facts }: Pick<KnownStandard, 'key' | 'facts'>,
  { byKey }: Pick<KnownIndex, 'byKey'>,
  day: string,
): readonly SuccessorStep[] {
  const seen = new Set([key]);
  const follow = (replacedBy: StatusFacts['replacedBy'], depth: number): readonly SuccessorStep[] =>
    (replacedBy ?? [])
      .filter((next) => !next.partial && !seen.has(next.key) && depth < longestChain)
      .map((next): readonly SuccessorStep[] => {
        seen.add(next.key);
        const standard = byKey.get(next.key);
        const step: SuccessorStep = {
          key: next.key,
          ...(standard && { standard, status: statusOn(standard, day).status }),
          ...(next.implemented !== undefined && { implemented: next.implemented }),
        };
        return [step, ...follow(standard?.facts.replacedBy, depth + 1)];
      })
      .sort((a, b) => endOf(a) - endOf(b))[0] ?? [];
  return follow(facts.replacedBy, 0);
}
