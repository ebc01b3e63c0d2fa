import type { Range } from './diagnostic.ts';
import type { StandardName } from './standard-facts.ts';
import type { ProvisionType, Reference, StandardIdentity } from './standard.ts';

/** A term entry as the pages across standards need it. */
export interface TermRow {
  readonly term: string;
  readonly termEn?: string;
  readonly abbreviations: readonly string[];
  readonly admitted: readonly string[];
  readonly definition: string;
  /** That of the English text, where there is one. */
  readonly definitionEn?: string;
  readonly source?: string;
  /** Clause id and printed address of the entry. */
  readonly anchor: string;
  readonly address: string;
}

/** What a text cites, by its key, once: in which clauses (indexes into its list of them), and 1 where that is the list of normative references. */
export type RowCitation = readonly [key: string, clauses: readonly number[], normative: 0 | 1];

/** Keys of the front matter that rules across the library point at; entries of a list are told by their index. */
export const pointedKeys = [
  'number',
  'issued',
  'recorded',
  'reviews',
  'replaces',
  'chains',
] as const;
export type PointedKey = (typeof pointedKeys)[number];

/**
 * What the whole library needs to know of one hosted standard; the body (clauses, HTML) stays on
 * disk until its page is drawn. All rows together are held in memory: about 10 KB each where sixty mentions stand in a text.
 */
export interface StandardRow extends StandardIdentity {
  /** Digest of the compiled body: changes exactly when the body's projections may. */
  readonly digest: string;
  /** Digest of what links to the clauses in which it cites something show. */
  readonly names: string;
  /** Digest of all files of the folder, figures too: what is published as it is written. */
  readonly source: string;
  /** Printed addresses of all numbered clauses: `5`, `5.2.1`, `A`, `A.3`. */
  readonly addresses: readonly string[];
  /** Plain text of chapter 1. */
  readonly scope: string;
  readonly terms: readonly TermRow[];
  /** The first mention of each standard in each clause. */
  readonly references: readonly Reference[];
  /** What it cites; the same as `references` have, for who asks for no more: those of most rows are never read. */
  readonly citations: readonly RowCitation[];
  /** What its text, in either language, names: each standard once, `dated` where every mention of it gives a year. */
  readonly mentions: readonly Pick<Reference, 'key' | 'dated'>[];
  /** Where its front matter has `pointedKeys`: `number`, `replaces.0`. */
  readonly metaRanges: Readonly<Record<string, Range>>;
  /** English titles that its English text gives the standards it lists, by key. */
  readonly englishTitles?: Readonly<Record<string, string>>;
  readonly provisions: Readonly<Partial<Record<ProvisionType, number>>>;
  readonly hasEnglish: boolean;
  /** Somebody wrote notes for its readers. */
  readonly isGuided?: true;
  /** Somebody wrote what its promotion says. */
  readonly isPromoted?: true;
  /** Characters of body text, for the search policy. */
  readonly characters: number;
}

/** What a hosted standard is called: its number as it is printed, its titles as its front matter has them. */
export const nameRow = ({ slug, number, meta }: StandardRow): StandardName => ({
  slug,
  number,
  title: meta.title,
  titleEn: meta.titleEn,
});
