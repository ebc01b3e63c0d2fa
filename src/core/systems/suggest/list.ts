import type { Catalog, CatalogEntry } from '../../catalog/index.ts';
import { parseNumber, undatedKey } from '../../number/index.ts';
import { statusRowStates } from '../../terms/index.ts';
import type { System } from '../build.ts';
import { isExpected } from '../counts.ts';
import { buildSuggester } from './suggest.ts';
import type { KnownPlace, Suggestion } from './suggest.ts';

/** A standard that stands nowhere in a system, with the place proposed for it. */
export interface ProposedRow extends Suggestion {
  readonly entry: CatalogEntry;
}

/** The places of a system with what is known of them; `wordsOf` gives what people call a place, by its key. */
export function listKnownPlaces(
  system: System,
  wordsOf: (key: string) => readonly string[],
): readonly KnownPlace[] {
  return system.places.map(({ id, key, name, rows }) => ({
    id,
    names: [name.zh, name.en],
    words: wordsOf(key),
    standards: rows.flatMap(({ subject }) => (subject.kind === 'standard' ? [subject.entry] : [])),
  }));
}

/**
 * Places for standards of a catalogue that the system does not have, the best first at each place. Left out: other editions of what it has,
 * sheets, what is no longer in force, and what has less than `least` (0 to 1) in common with every place.
 */
export function suggestRows(
  system: System,
  places: readonly KnownPlace[],
  { catalog, least }: { readonly catalog: Catalog; readonly least: number },
): readonly ProposedRow[] {
  const taken = new Set(
    system.rows.flatMap(({ subject }) => {
      if (subject.kind === 'standard') return [subject.entry.undated];
      const parsed = subject.kind === 'unknown' ? parseNumber(subject.key) : undefined;
      return parsed?.ok ? [undatedKey(parsed.number)] : [];
    }),
  );
  const suggest = buildSuggester(places, catalog.entries);
  const order = new Map(places.map(({ id }, at) => [id, at] as const));
  return catalog.entries
    .filter(
      (entry) =>
        !entry.supplement &&
        !taken.has(entry.undated) &&
        isExpected({ state: statusRowStates[catalog.statusOf(entry).status] }),
    )
    .flatMap((entry) => {
      const suggestion = suggest(entry);
      return suggestion && suggestion.score >= least ? [{ ...suggestion, entry }] : [];
    })
    .sort((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0) || b.score - a.score);
}
