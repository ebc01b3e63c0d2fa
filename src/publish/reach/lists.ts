import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { FACETS } from '#site/data/facet-names.ts';
import type { Facet } from '#site/data/facet-names.ts';
import { findFacetPage, getFacetPages, listFacetPages } from '#site/data/facets.ts';
import { listRecordsPages } from '#site/data/record-pages.ts';
import { hasFeed } from '#site/feed-paths.ts';
import { showList } from '#site/views/entries.ts';

/** What is kept of a list to browse. */
export interface ListShape {
  /** Digest of what stands above its rows on the first page. */
  readonly first: string;
  /** Digest of what stands there on the others. */
  readonly others: string;
  /** Of each page, which rows it has on which days. */
  readonly pages: readonly string[];
}

export type ListShapes = Readonly<Record<string, ListShape>>;

/** All lists to browse, by facet and id. */
export function shapeLists(library: Library): ListShapes {
  const shapes: Record<string, ListShape> = {};
  for (const facet of FACETS) {
    const pages = getFacetPages(library, facet);
    const below = Map.groupBy(pages, ({ parent }) => parent);
    for (const page of pages) {
      const { parent, id, value, hosted } = page;
      const above = parent === undefined ? undefined : findFacetPage(library, facet, parent);
      const { count, hosted: _hosted, ...named } = showList(library, page);
      const system = facet === 'chain' ? library.systems.ofChain(value)?.id : '';
      const others = [named, system, above?.value, hasFeed(facet, above !== undefined, hosted)];
      const narrower = (below.get(id) ?? []).map((each) => showList(library, each));
      shapes[`${facet}/${id}`] = {
        first: shortDigest(JSON.stringify([others, count, hosted, narrower])).slice(0, 12),
        others: shortDigest(JSON.stringify(others)).slice(0, 12),
        pages: listFacetPages(library, page).map((rows) =>
          shortDigest(
            rows
              .map((phases) =>
                phases.map(({ from = '', value: row }) => `${from} ${row?.key ?? ''}`).join(),
              )
              .join('\n'),
          ).slice(0, 12),
        ),
      };
    }
  }
  for (const { first, entries } of listRecordsPages(library)) {
    const page = shortDigest(entries.map(({ key }) => key).join('\n')).slice(0, 12);
    shapes[recordsName(first)] = { first: '', others: '', pages: [page] };
  }
  return shapes;
}

/** What the shape of a page of records goes by. */
export const recordsName = (first: string): string => `records/${first}`;

/** Whether what a page of a list has is another than it was; its rows may say something else all the same. */
export function isOtherPage(
  now: ListShape | undefined,
  was: ListShape | undefined,
  page: number,
): boolean {
  if (!now || !was) return true;
  return (
    now.pages.length !== was.pages.length ||
    now.pages[page - 1] !== was.pages[page - 1] ||
    (page === 1 ? now.first !== was.first : now.others !== was.others)
  );
}

/** Whether a list has other rows than it had, on whichever page. */
export function isOtherList(now: ListShape | undefined, was: ListShape | undefined): boolean {
  return now?.first !== was?.first || now?.pages.join() !== was?.pages.join();
}

/** Pages of a list that have one of some standards, by their keys; null where there is no such list. */
export function findOnList(
  library: Library,
  { facet, value }: { readonly facet: Facet; readonly value: string },
  keys: ReadonlySet<string>,
): ReadonlySet<number> | null {
  const list = findFacetPage(library, facet, value);
  if (!list) return null;
  const found = new Set<number>();
  for (const [at, rows] of listFacetPages(library, list).entries()) {
    if (rows.some((phases) => phases.some((phase) => phase.value && keys.has(phase.value.key))))
      found.add(at + 1);
  }
  return found;
}
