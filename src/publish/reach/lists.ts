import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { FACETS } from '#site/data/facet-names.ts';
import type { Facet } from '#site/data/facet-names.ts';
import { findFacetPage, getFacetPages, listEntries } from '#site/data/facets.ts';
import type { FacetPage } from '#site/data/facets.ts';
import { ROWS_PER_PAGE } from '#site/views/browse.ts';
import { showList } from '#site/views/entries.ts';

/** Digests of all lists to browse, by facet and id: of what stands above their rows, and which rows they have on which days. */
export function digestLists(library: Library): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const facet of FACETS) {
    const pages = getFacetPages(library, facet);
    const below = Map.groupBy(pages, ({ parent }) => parent);
    for (const page of pages) {
      const { parent, id } = page;
      const above = parent === undefined ? undefined : findFacetPage(library, facet, parent);
      const shown = [page, ...(above ? [above] : []), ...(below.get(id) ?? [])];
      const head = JSON.stringify(shown.map((each) => showList(library, each)));
      const chain = facet === 'chain' ? library.systems.ofChain(page.value)?.id : '';
      digests[`${facet}/${id}`] = shortDigest(`${head}\0${chain}\0${writeMembers(library, page)}`);
    }
  }
  return digests;
}

function writeMembers(library: Library, page: FacetPage): string {
  return listEntries(library, page)
    .map((phases) => phases.map(({ from = '', value }) => `${from} ${value?.key ?? ''}`).join())
    .join('\n');
}

/** Whether a page of a list has one of some standards, by their keys. */
export function isOnList(
  library: Library,
  { facet, value, page }: { readonly facet: Facet; readonly value: string; readonly page: number },
  keys: ReadonlySet<string>,
): boolean {
  const list = findFacetPage(library, facet, value);
  if (!list) return true;
  return listEntries(library, list)
    .slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)
    .some((phases) => phases.some((phase) => phase.value && keys.has(phase.value.key)));
}
