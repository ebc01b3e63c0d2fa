import type { TermGroup } from '#core/catalog/index.ts';
import { nameRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { findComparedTerm, findTermPage, listComparedTerms } from '../data/compared-terms.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';
import { showText } from './references.ts';

/** One term as the standards that define it have it, side by side. */
export function viewComparedTerm(library: Library, { value = '' }: ViewProps) {
  const found = findTermPage(library, value);
  if (!found) throw new Error(`no term ${value}`);
  const { id, group, others } = found;
  return {
    id,
    term: group.term,
    entries: group.entries.map(({ row, entry }) => {
      const standard = library.catalog.bySlug(row.slug);
      return {
        entry,
        ...nameRow(row),
        text: showText(row),
        standard: standard && showEntry(library, standard),
      };
    }),
    /** Other terms with the same English name. */
    others: others.map((other) => showOther(library, other)),
  };
}

const showOther = (library: Library, { term, entries }: TermGroup) => ({
  term,
  termEn: entries[0]?.entry.termEn,
  definition: entries[0]?.entry.definition,
  definitionEn: entries[0]?.entry.definitionEn,
  id: findComparedTerm(library, term)?.id,
  numbers: [...new Set(entries.map(({ row }) => row.number))],
});

export type ComparedTermView = ReturnType<typeof viewComparedTerm>;

/** All terms that several standards define, with what they differ in. */
export function viewComparedTerms(library: Library) {
  return {
    terms: listComparedTerms(library).map(({ id, group, wordings, english, others }) => ({
      id,
      term: group.term,
      english,
      standards: [...new Map(group.entries.map(({ row }) => [row.slug, nameRow(row)])).values()],
      wordings,
      others: others.map(({ term }) => term),
    })),
  };
}

/** Terms and English names with a page of their own, in small letters, each with its folder: what scripts look up. */
export function viewTermsFile(library: Library) {
  const terms = listComparedTerms(library);
  return Object.fromEntries([
    ...terms.flatMap(({ id, english }) => english.map((name) => [name.toLowerCase(), id])),
    ...terms.map(({ id, group }) => [group.term.toLowerCase(), id]),
  ]) as Readonly<Record<string, string>>;
}
