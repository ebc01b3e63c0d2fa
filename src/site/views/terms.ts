import { nameRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { findComparedTerm } from '../data/compared-terms.ts';
import { getTermIndex } from '../data/terms.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';

/** One page of the terms of all standards, by pinyin or by what they are called in English. */
export function viewTerms(library: Library, { page = 1, english = false }: ViewProps) {
  const { count, initials, pages } = getTermIndex(library, english);
  return {
    page,
    pages: pages.length,
    count,
    /** Pages of the other order, which the other language has. */
    otherPages: getTermIndex(library, !english).pages.length,
    standards: library.rows.filter(({ terms }) => terms.length > 0).length,
    initials,
    groups: (pages[page - 1]?.groups ?? []).map(({ initial, terms }) => ({
      initial,
      terms: terms.map(({ term, entries }) => ({
        term,
        /** Folders of the pages on which it stands side by side. */
        compared: [...new Set(entries.map(({ entry }) => entry.term))].flatMap(
          (name) => findComparedTerm(library, name)?.id ?? [],
        ),
        chinese: [...new Set(entries.map(({ entry }) => entry.term))],
        entries: entries.map(({ row, entry }) => {
          const standard = library.catalog.bySlug(row.slug);
          return {
            entry,
            ...nameRow(row),
            hasEnglish: row.hasEnglish,
            standard: standard && showEntry(library, standard),
          };
        }),
      })),
    })),
  };
}
