import type { Library } from '../../library/open.ts';
import type { CatalogEntry } from '../../core/catalog/index.ts';
import { sortByDate } from '../../core/catalog/index.ts';

/** Figures of the library and the lists of the home page; worked out once per library. */
export interface Summary {
  /** Newest day of a catalogue's facts. */
  readonly factsAsOf: string;
  readonly hosted: number;
  readonly records: number;
  readonly terms: number;
  readonly clauses: number;
  /** Of the type 要求 only, as the page of each standard counts them. */
  readonly requirements: number;
  /** Whether anything in the library is a sample. */
  readonly sample: boolean;
  /** Hosted standards, newest issue first; drafts are left out. */
  readonly newest: readonly CatalogEntry[];
  /** Issued and not yet in force, next day first. */
  readonly coming: readonly CatalogEntry[];
}

const HOME_ROWS = 6;

function summarize({ rows, catalog, asOf }: Library): Summary {
  const { entries } = catalog;
  const hosted = entries.filter(({ row }) => row !== undefined);
  let factsAsOf = '';
  for (const { record } of entries) if (record && record.asOf > factsAsOf) factsAsOf = record.asOf;
  let clauses = 0;
  let requirements = 0;
  for (const row of rows) {
    clauses += row.addresses.length;
    requirements += row.provisions.requirement ?? 0;
  }
  const published = hosted.filter(({ row }) => row?.meta.status !== 'draft');
  const isComing = (entry: CatalogEntry) => catalog.statusOf(entry).status === '即将实施';
  return {
    factsAsOf: factsAsOf || asOf,
    hosted: hosted.length,
    records: entries.length - hosted.length,
    terms: catalog.terms.length,
    clauses,
    requirements,
    sample: rows.some(({ meta }) => meta.sample),
    newest: sortByDate(published, 'issued').slice(0, HOME_ROWS),
    coming: sortByDate(
      entries.filter((entry) => entry.implemented !== undefined && isComing(entry)),
      'implemented',
    )
      .toReversed()
      .slice(0, HOME_ROWS),
  };
}

const kept = new WeakMap<Library, Summary>();

export function getSummary(library: Library): Summary {
  const before = kept.get(library);
  if (before) return before;
  const summary = summarize(library);
  kept.set(library, summary);
  return summary;
}
