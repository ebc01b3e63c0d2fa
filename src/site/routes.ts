import type { CatalogEntry } from '../core/catalog/index.ts';
import type { Language } from '../core/model/standard.ts';
import type { Library } from '../library/open.ts';
import { FACETS, facetPath, getFacetPages, listEntries } from './data/facets.ts';
import { getSummary } from './data/library.ts';
import { getTermIndex, termsPath } from './data/terms.ts';
import { standardPath } from './lib/urls.ts';
import { LANGUAGES, makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';
import { listSystemPages } from './system-routes.ts';

export type { PageProps, PageSpec, Template } from './page-spec.ts';

export const ROWS_PER_PAGE = 50;

/** All pages of a library, without its files for robots. `inputs` are worked out when asked for. */
export function* listPages(library: Library): Generator<PageSpec> {
  for (const language of LANGUAGES) {
    yield* listFixedPages(library, language);
    yield* listBrowsePages(library, language);
    yield* listTermPages(library, language);
    yield* listSystemPages(library, language);
  }
  for (const entry of library.catalog.entries) yield* listEntryPages(library, entry);
}

function* listFixedPages(library: Library, language: Language): Generator<PageSpec> {
  const summary = () => {
    const { newest, coming: _coming, ...figures } = getSummary(library);
    return [figures, newest[0]?.slug];
  };
  yield makePage({
    template: 'home',
    language,
    path: '/',
    inputs: () => {
      const { newest, coming } = getSummary(library);
      const list = (entries: readonly CatalogEntry[]) =>
        entries.map((entry) => describeEntry(library, entry));
      return [
        summary(),
        list(newest),
        list(coming),
        getFacetPages(library, 'chain'),
        library.systems.list.map(({ id, model, counts }) => [id, model.name, counts]),
      ];
    },
  });
  for (const template of ['about', 'help', 'data'] as const) {
    yield makePage({ template, language, path: `/${template}/`, inputs: summary });
  }
}

function* listBrowsePages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({
    template: 'browse',
    language,
    path: '/browse/',
    inputs: () => FACETS.map((facet) => getFacetPages(library, facet)),
  });
  for (const facet of FACETS) {
    for (const value of getFacetPages(library, facet)) {
      const pages = Math.max(1, Math.ceil(value.count / ROWS_PER_PAGE));
      for (let page = 1; page <= pages; page += 1) {
        yield makePage({
          template: 'list',
          language,
          path: facetPath(value, page),
          params: { facet, value: value.id, page: page > 1 ? String(page) : undefined },
          props: { facet, value: value.id, page },
          inputs: () => [
            value,
            pickRows(listEntries(library, value), page).map((entry) =>
              describeEntry(library, entry),
            ),
            getFacetPages(library, facet).filter(({ parent }) => parent === value.id),
          ],
        });
      }
    }
  }
}

function* listTermPages(library: Library, language: Language): Generator<PageSpec> {
  const { pages, initials } = getTermIndex(library);
  for (const { page, groups } of pages) {
    yield makePage({
      template: 'terms',
      language,
      path: termsPath(page),
      params: { page: page > 1 ? String(page) : undefined },
      props: { page },
      inputs: () => [
        initials,
        groups.map(({ terms }) =>
          terms.map(({ entries }) =>
            entries.map(({ row, entry }) => [row.slug, row.number, entry]),
          ),
        ),
      ],
    });
  }
}

function* listEntryPages(library: Library, entry: CatalogEntry): Generator<PageSpec> {
  const { slug, row } = entry;
  const template = row ? 'standard' : 'record';
  for (const language of LANGUAGES) {
    yield makePage({
      template,
      language,
      path: standardPath(slug),
      params: { slug },
      props: { slug },
      inputs: () => collectInputs(library, entry),
    });
  }
  if (!row) return;
  for (const kind of ['markdown', 'json'] as const) {
    yield makePage({
      template: `standard-${kind}`,
      language: 'zh',
      path: `${standardPath(slug)}index.${kind === 'json' ? 'json' : 'md'}`,
      params: { slug },
      props: { slug },
      inputs: () => [row.digest, row.source, row.meta, describeEntry(library, entry)],
    });
  }
}

/** The rows of one page of a list. */
export function pickRows<T>(rows: readonly T[], page: number): readonly T[] {
  return rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
}

/** What other pages show of an entry. */
export function describeEntry({ catalog }: Library, entry: CatalogEntry): unknown {
  const { status, flags, until } = catalog.statusOf(entry);
  const { number, title, titleEn, issued, implemented, slug } = entry;
  return [slug, number, title, titleEn, issued, implemented, status, flags, until, !entry.row];
}

let lastCollected: { readonly entry: CatalogEntry; readonly inputs: unknown } | undefined;

/** The same for both languages, which are asked for one after the other. */
function collectInputs(library: Library, entry: CatalogEntry): unknown {
  if (lastCollected?.entry !== entry) {
    lastCollected = { entry, inputs: describeEntryPage(library, entry) };
  }
  return lastCollected.inputs;
}

/** What the page of an entry shows, its own and that of its neighbours. */
function describeEntryPage(library: Library, entry: CatalogEntry): unknown {
  const { catalog } = library;
  const { row, record } = entry;
  const describe = (other: CatalogEntry | undefined) => other && describeEntry(library, other);
  const references = (row?.references ?? []).map(({ key, dated }) => {
    const resolution = catalog.resolve(key, dated);
    return resolution.kind === 'unknown' ? key : describe(resolution.entry);
  });
  const relations = [...catalog.replacesOf(entry), ...catalog.replacedByOf(entry)].map(
    ({ key, partial }) => [
      key,
      partial,
      describe(catalog.byKey(key)),
      catalog.byKey(key)?.row?.digest,
    ],
  );
  return [
    row?.digest,
    row?.source,
    row?.meta,
    record,
    catalog.factsOf(entry),
    describe(entry),
    references,
    relations,
    catalog.editionsOf(entry).map(describe),
    catalog
      .citedBy(entry)
      .map(({ by, normative }) => [by.slug, by.number, by.meta.title, by.meta.titleEn, normative]),
    library.systems
      .systemsOf(entry)
      .map(({ system, row: { role }, place, also }) => [
        system.id,
        system.model.name,
        role,
        place.id,
        place.name,
        also.map(({ id, name }) => [id, name]),
      ]),
  ];
}
