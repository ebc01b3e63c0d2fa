import type { StandardRow } from '#core/model/row.ts';
import { unique } from './spelling.ts';
import type { DirectoryEntry, RankedEntries, StandardRecord } from './standard-record.ts';
import type { SystemEntry } from './system-entry.ts';
import { IN_TEXT, titleToken, titleTokens } from './titles.ts';

/** What search shows of a term. */
export interface TermRecord extends Pick<StandardRecord, 'slug' | 'number' | 'title' | 'facts'> {
  readonly anchor: string;
  /** Its standard has a text in English with the same anchors. */
  readonly english: boolean;
  readonly term: string;
  readonly termEn: string;
  readonly definition: string;
}

/** Something that is found by names: a term, a system. */
export interface NamedEntry<T> {
  readonly record: T;
  readonly names: readonly string[];
  /** Found by this text too, after those found by name. */
  readonly text: string;
  /** Place of its standard in the directory; -1 for none. */
  readonly owner: number;
}

/** Terms of hosted standards, in the order of their standards: those in force first. */
export function projectTerms(
  ranked: RankedEntries,
  rows: readonly StandardRow[],
): readonly NamedEntry<TermRecord>[] {
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return ranked.entries.slice(0, ranked.hosted).flatMap((entry, owner) => {
    const row = bySlug.get(entry.record.slug);
    if (!row || row.terms.length === 0) return [];
    const known = projected.get(entry);
    if (known?.owner === owner && known.row === row) return known.terms;
    const terms = termsOf(entry.record, row, owner);
    projected.set(entry, { owner, row, terms });
    return terms;
  });
}

/** Of an entry that is asked again and again: the terms of its text at its place. */
const projected = new WeakMap<
  DirectoryEntry,
  {
    readonly owner: number;
    readonly row: StandardRow;
    readonly terms: readonly NamedEntry<TermRecord>[];
  }
>();

function termsOf(
  { slug, number, title, facts }: StandardRecord,
  { terms, hasEnglish: english }: StandardRow,
  owner: number,
): readonly NamedEntry<TermRecord>[] {
  return terms.map(({ term, termEn = '', abbreviations, admitted, definition, anchor }) => ({
    record: { slug, anchor, english, term, termEn, definition, number, title, facts },
    names: unique([term, termEn, ...abbreviations, ...admitted].filter(Boolean)),
    text: definition,
    owner,
  }));
}

/** Entries of systems by all their names in both languages; the record that is shown holds no words of its own. */
export function projectSystems(
  systems: readonly SystemEntry[],
): readonly NamedEntry<SystemEntry>[] {
  return systems.map((record) => ({
    record: { ...record, words: [] },
    names: unique([record.name, record.nameEn, ...record.words].filter(Boolean)),
    text: '',
    owner: -1,
  }));
}

/** Tokens but for pinyin: whole names, their pairs and words, and those of the text. */
export function listNameTokens({ names, text }: NamedEntry<unknown>): readonly string[] {
  return unique([
    ...names.map(titleToken),
    ...names.flatMap(titleTokens),
    ...[...names, text].flatMap(titleTokens).map((token) => IN_TEXT + token),
  ]);
}
