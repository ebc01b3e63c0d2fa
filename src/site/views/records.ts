import type { CatalogEntry } from '#core/catalog/index.ts';
import { pickFacts } from '#core/model/standard-facts.ts';
import type { Library } from '#library/open.ts';
import { findRecordsPage, listRecordsPages } from '../data/record-pages.ts';
import { showRelations, showValue } from './entries.ts';
import type { ViewProps } from './props.ts';

/** A page of records that have none of their own: the facts of each. */
export function viewRecords(library: Library, { value: first = '' }: ViewProps) {
  const page = findRecordsPage(library, first);
  if (!page) throw new Error(`no page of records begins with ${first}`);
  return { first, records: page.entries.map((entry) => showRecord(library, entry)) };
}

function showRecord(library: Library, entry: CatalogEntry) {
  const { catalog } = library;
  const { record, family, parsed } = entry;
  return {
    ...pickFacts(entry),
    family,
    prefix: parsed?.prefix,
    status: catalog.statusOf(entry).status,
    /** Where its status will be another one. */
    facts: catalog.laterOf(entry).length > 0 ? catalog.factsOf(entry) : undefined,
    ics: entry.ics.map((code) => showValue(library, 'ics', code)),
    ccs: entry.ccs.map((code) => showValue(library, 'ccs', code)),
    issuers: entry.issuers.map((name) => showValue(library, 'issuer', name)),
    replaces: showRelations(library, catalog.replacesOf(entry)),
    replacedBy: showRelations(library, catalog.replacedByOf(entry)),
    recorded: record && { asOf: record.asOf, source: record.source },
  };
}

export type ShownRecord = ReturnType<typeof showRecord>;

/** All pages of records, by the series of their first: from which number to which they go. */
export function viewRecordIndex(library: Library) {
  const pages = listRecordsPages(library).map(({ first, entries }) => ({
    first,
    from: entries[0]?.number ?? '',
    to: entries.at(-1)?.number ?? '',
    series: entries[0]?.parsed?.prefix ?? '',
  }));
  const bySeries = Map.groupBy(pages, ({ series }) => series);
  return {
    series: [...bySeries].map(([name, of]) => ({
      name,
      pages: of.map(({ first, from, to }) => ({ first, from, to })),
    })),
  };
}

/** What a browser finds a record by: the first of each page, in the order of `slugKey`. */
export function viewRecordIndexFile(library: Library) {
  return { version: 1, first: listRecordsPages(library).map(({ first }) => first) };
}

/** What the page for addresses that lead nowhere has to know: whether a record may be meant. */
export function viewNotFound(library: Library) {
  return { hasRecords: listRecordsPages(library).length > 0 };
}
