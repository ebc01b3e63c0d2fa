import type { Bilingual } from '../base/bilingual.ts';
import { standingOn } from '../catalog/day-status.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import type { StatusFacts } from '../catalog/status.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { buildNumberIndex } from '../number/index.ts';
import type { NumberIndex } from '../number/index.ts';
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
}

/** The facts of all standards of a catalogue, in its order. */
export function listKnown(catalog: Pick<Catalog, 'entries' | 'factsOf'>): readonly KnownStandard[] {
  return catalog.entries.map((entry: CatalogEntry): KnownStandard => {
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
    };
  });
}

/** Known standards by number and by title; made once, asked for each line of a list. */
export interface KnownIndex {
  readonly numbers: NumberIndex;
  readonly byKey: ReadonlyMap<string, KnownStandard>;
  /** By folded title; several editions share one. */
  readonly byTitle: ReadonlyMap<string, readonly KnownStandard[]>;
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
  return { numbers: buildNumberIndex(standards.map(({ key }) => key)), byKey, byTitle };
}

/** Returns what a standard is on a day, `YYYY-MM-DD`. */
export function statusOn({ key, facts }: KnownStandard, day: string): DayStanding {
  return standingOn(facts, day, { key });
}

/** The number of a standard without its year, the same for all its editions. */
export const stemOf = ({ key }: Pick<KnownStandard, 'key'>): string =>
  key.replace(/[-:]\d{4}$/, '');

/** One step of a chain of replacements. */
export interface SuccessorStep {
  readonly key: string;
  /** What is known of it; absent for one the library only hears of. */
  readonly standard?: KnownStandard;
  /** Day it comes into force, where known. */
  readonly implemented?: string;
}

/** More steps than this are a mistake of the data. */
const longestChain = 20;

/**
 * The whole replacements of a standard, one after the other, to the newest; where several replace one, the first is
 * followed. A chain that comes back to itself ends before it does.
 */
export function followSuccessors(
  { key, facts }: KnownStandard,
  { byKey }: Pick<KnownIndex, 'byKey'>,
): readonly SuccessorStep[] {
  const seen = new Set([key]);
  const steps: SuccessorStep[] = [];
  let next = facts.replacedBy?.find(({ partial }) => !partial);
  while (next && !seen.has(next.key) && steps.length < longestChain) {
    seen.add(next.key);
    const standard = byKey.get(next.key);
    steps.push({
      key: next.key,
      ...(standard && { standard }),
      ...(next.implemented !== undefined && { implemented: next.implemented }),
    });
    next = standard?.facts.replacedBy?.find(({ partial }) => !partial);
  }
  return steps;
}
