import { pinyin } from 'pinyin-pro';
import type { Library } from '#library/open.ts';
import { FACETS } from '../data/facet-names.ts';
import { listFeedPages } from '../data/feeds.ts';
import { getFacetPages } from '../data/facets.ts';
import { FEED_FACETS } from '../feed-paths.ts';
import { viewCoverage } from './coverage.ts';
import { showList } from './entries.ts';

/** The search page: examples from the library, and the lists that stand for it where there are no scripts. */
export function viewSearch(library: Library) {
  const { rows } = library;
  const row =
    rows.find(({ terms, meta }) => terms.length > 0 && meta.keywords.length > 0) ?? rows[0];
  const keyword = row?.meta.keywords[0] ?? row?.meta.title.slice(0, 4) ?? '';
  const examples = row
    ? ([
        [
          'number',
          row.key
            .replace(/-\d{4}$/, '')
            .replace(/[ /]/g, '')
            .toLowerCase(),
        ],
        ['title', keyword],
        ['text', row.terms.at(-1)?.term ?? keyword],
        ['pinyin', spell(row.meta.title.slice(0, 4))],
      ] as const)
    : [];
  const shown = ['kind', 'status', 'chain'] as const;
  return {
    examples,
    coverage: viewCoverage(library),
    platforms: library.settings.platforms?.map(({ name, url, families }) => ({
      ...name,
      url,
      families,
    })),
    /** Folders of the lists that have a feed, by facet and value. */
    feeds: Object.fromEntries(
      FEED_FACETS.map((facet) => [
        facet,
        Object.fromEntries(listFeedPages(library, facet).map(({ value, id }) => [value, id])),
      ]),
    ),
    lists: shown
      .map((facet) => ({
        facet,
        values: getFacetPages(library, facet).map((page) => showList(library, page)),
      }))
      .filter(({ values }) => values.length > 0),
    others: FACETS.filter((facet) => ![...shown, 'text'].includes(facet)).filter(
      (facet) => getFacetPages(library, facet).length > 0,
    ),
  };
}

function spell(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).join('');
}
