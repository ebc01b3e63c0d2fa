import { memo } from '#core/base/memo.ts';
import type { Library } from '#library/open.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { sortByDate } from '#core/catalog/index.ts';

/** Figures of the library; worked out once. */
export interface Summary {
  /** Newest day of a catalogue's facts; absent without a catalogue. */
  readonly factsAsOf?: string | undefined;
  readonly hosted: number;
  readonly records: number;
  readonly clauses: number;
  /** Of the type 要求 only, as the page of each standard counts them. */
  readonly requirements: number;
  /** Whether anything in the library is a sample. */
  readonly sample: boolean;
  /** Hosted standards, newest issue first; drafts are left out. */
  readonly newest: readonly CatalogEntry[];
}

function summarize({ rows, catalog }: Library): Summary {
  const { entries } = catalog;
  const hosted = entries.filter(({ row, origin }) => row !== undefined && origin === undefined);
  let factsAsOf = '';
  for (const { record, origin } of entries)
    if (record && !origin && record.asOf > factsAsOf) factsAsOf = record.asOf;
  let clauses = 0;
  let requirements = 0;
  for (const row of rows) {
    clauses += row.addresses.length;
    requirements += row.provisions.requirement ?? 0;
  }
  const published = hosted.filter(({ row }) => row?.meta.status !== 'draft');
  return {
    factsAsOf: factsAsOf || undefined,
    hosted: hosted.length,
    records: entries.filter(({ row, origin }) => !row && !origin).length,
    clauses,
    requirements,
    sample: rows.some(({ meta }) => meta.sample),
    newest: sortByDate(published, 'issued'),
  };
}

export const getSummary: (library: Library) => Summary = memo(summarize);
