import type { Profile } from '../terms/index.ts';

/**
 * Editions of GB/T 1.1 by the day they came into force, newest first, after public catalogues (as of
 * 2026-07-02). Of the edition of 1993 the day of issue stands for it: no catalogue at hand gives another.
 */
const editions = [
  { number: 'GB/T 1.1—2020', issued: '2020-03-31', inForce: '2020-10-01' },
  { number: 'GB/T 1.1—2009', issued: '2009-06-17', inForce: '2010-01-01' },
  { number: 'GB/T 1.1—2000', issued: '2000-01-02', inForce: '2001-06-01' },
  { number: 'GB/T 1.1—1993', issued: '1993-11-10', inForce: '1993-11-10' },
] as const;

/**
 * The edition of GB/T 1.1 in force on the day of issue; the newest where that day is not known.
 * Undefined before the first.
 */
export function findDraftingRules(issued: string | undefined): string | undefined {
  if (issued === undefined) return editions[0].number;
  return editions.find(({ inForce }) => inForce <= issued)?.number;
}

/** The day an edition of GB/T 1.1 was issued, by its number in any spelling of the dash. */
export function draftingRulesIssued(number: string): string | undefined {
  const year = /^GB\/T\s?1\.1\s?[-—–]\s?(\d{4})$/.exec(number.trim())?.[1];
  return editions.find((edition) => edition.number.endsWith(year ?? ' '))?.issued;
}

/**
 * What a foreword says the document was drafted after: the basis its author names, else GB/T 1.1 of its
 * day. The wording rules of engineering construction are not those of GB/T 1.1, so that profile has none
 * unless one is named.
 */
export function basisOf(meta: {
  readonly issued?: string | undefined;
  readonly profile: Profile;
  readonly foreword: { readonly basis?: string | undefined };
}): string | undefined {
  const { issued, profile, foreword } = meta;
  return foreword.basis ?? (profile === 'construction' ? undefined : findDraftingRules(issued));
}
