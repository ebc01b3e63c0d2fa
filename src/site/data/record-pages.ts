import { cutPages } from '#core/base/cuts.ts';
import { memo } from '#core/base/memo.ts';
import { slugKey } from '#core/base/slug-order.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { listNoticesOf } from './notices.ts';

/** Records of which each has a page of its own, unless `site.yaml` says another number (`recordPages`). */
export const mostRecordPages = 5000;

/** Records on a page, about. */
const recordsPerPage = 100;

/** Records that stand together on a page, in the order of their numbers. */
export interface RecordsPage {
  /** The slug of its first record: what the page goes by. */
  readonly first: string;
  readonly entries: readonly CatalogEntry[];
}

/** Whether nothing here speaks of a standard but the catalogue: its page would say no more than its row. */
function isUnnamed(library: Library, entry: CatalogEntry): boolean {
  const { catalog, systems } = library;
  const isHosted = ({ key }: { readonly key: string }): boolean =>
    catalog.byKey(key)?.row !== undefined;
  return (
    entry.row === undefined &&
    entry.origin === undefined &&
    catalog.citedBy(entry).length === 0 &&
    systems.systemsOf(entry).length === 0 &&
    catalog.recognitionsOf(entry).length === 0 &&
    catalog.amends(entry) === undefined &&
    catalog.amendmentsOf(entry).length === 0 &&
    listNoticesOf(library, entry).length === 0 &&
    !catalog.editionsOf(entry).some(isHosted) &&
    !catalog.replacesOf(entry).some(isHosted) &&
    !catalog.replacedByOf(entry).some(isHosted)
  );
}

const recordsOf = memo((library: Library) => {
  const { catalog, settings } = library;
  const most = settings.recordPages ?? mostRecordPages;
  const known = catalog.entries.length - library.rows.length;
  const together = known > most ? catalog.entries.filter((each) => isUnnamed(library, each)) : [];
  const keyed = together.map((entry) => ({ entry, key: slugKey(entry.slug) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const pages =
    keyed.length === 0
      ? []
      : cutPages(keyed, ({ entry }) => entry.slug, recordsPerPage).map((page): RecordsPage => ({
          first: page[0]?.entry.slug ?? '',
          entries: page.map(({ entry }) => entry),
        }));
  const firstOf = new Map(
    pages.flatMap(({ first, entries }) => entries.map(({ key }) => [key, first])),
  );
  return { pages, firstOf, byFirst: new Map(pages.map((page) => [page.first, page])) };
});

/**
 * Pages of records that have none of their own; none where there are few. A record has its own while anything here speaks of it:
 * a text cites it, a system or a notice has it, it stands beside a text.
 */
export function listRecordsPages(library: Library): readonly RecordsPage[] {
  return recordsOf(library).pages;
}

/** The page of records that begins with one. */
export function findRecordsPage(library: Library, first: string): RecordsPage | undefined {
  return recordsOf(library).byFirst.get(first);
}

/** What the page of records goes by that a standard stands on; undefined where it has a page of its own. */
export function recordsPageOf(
  library: Library,
  { key }: Pick<CatalogEntry, 'key'>,
): string | undefined {
  return recordsOf(library).firstOf.get(key);
}

/** Whether there are too many records for each to have a page, and for long lists to be drawn to their end. */
export function hasRecordsPages(library: Library): boolean {
  return recordsOf(library).pages.length > 0;
}
