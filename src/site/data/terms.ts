import { hasHan } from '#core/characters/chinese.ts';
import type { TermGroup } from '#core/catalog/index.ts';
import type { TermRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { memo } from '#core/base/memo.ts';

export const TERMS_PER_PAGE = 200;

export interface TermPage {
  readonly page: number;
  readonly pages: number;
  /** Terms under their initials, in order. */
  readonly groups: readonly { readonly initial: string; readonly terms: readonly TermGroup[] }[];
}

export interface TermIndex {
  readonly count: number;
  readonly pages: readonly TermPage[];
  /** The page on which each initial begins. */
  readonly initials: readonly { readonly initial: string; readonly page: number }[];
}

/** The first character, in pinyin order, of each initial; I, U and V begin no syllable. */
const FIRST = '阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀';
const INITIALS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** `L` of 冷链 and of LED; `#` for what begins with neither a letter nor a Chinese character. */
export function initialOf(term: string): string {
  const first = [...term.normalize('NFKC')][0] ?? '';
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (!hasHan(first)) return '#';
  let found = 'A';
  [...FIRST].forEach((boundary, at) => {
    if (collator.compare(first, boundary) >= 0) found = INITIALS[at] ?? found;
  });
  return found;
}

const initialOnce = memo(initialOf);

/** What has no English name stands under this, behind Z. */
export const CHINESE = '中';
const LAST = ['#', CHINESE];

/** `C` of cold chain; `#` for what begins with no letter, 中 for what is in Chinese only. */
export function englishInitialOf(term: string): string {
  const first = [...term.normalize('NFKD')][0] ?? '';
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  return hasHan(first) ? CHINESE : '#';
}

const english = new Intl.Collator('en', { numeric: true });

/** Terms by what they are called in English, each name once; a name in Chinese where there is none, at the end. */
export function groupByEnglish(terms: readonly TermGroup[]): readonly TermGroup[] {
  const groups = Map.groupBy(
    terms.flatMap(({ entries }) => entries),
    ({ entry }) => nameInEnglish(entry),
  );
  const isChinese = ({ term }: TermGroup) => englishInitialOf(term) === CHINESE;
  const named = [...groups.values()].map((entries): TermGroup => {
    const { entry } = entries[0] ?? {};
    return { term: entry?.termEn ?? entry?.term ?? '', entries };
  });
  // Those in Chinese come in the order they had, which is that of pinyin.
  return [...sortByName(named.filter((group) => !isChinese(group))), ...named.filter(isChinese)];
}

/** The names that were put in order last, and their order: a process that lives long asks for the same again. */
let lastSorted: { readonly names: string; readonly order: readonly number[] } | null = null;

function sortByName(groups: readonly TermGroup[]): readonly TermGroup[] {
  const names = groups.map(({ term }) => term).join('\n');
  if (lastSorted?.names !== names) {
    const order = groups
      .map((_, at) => at)
      .sort((a, b) => english.compare(groups[a]?.term ?? '', groups[b]?.term ?? ''));
    lastSorted = { names, order };
  }
  return lastSorted.order.flatMap((at) => groups[at] ?? []);
}

/**
 * Terms by their initials, letters first, then `#`, then those in Chinese only, cut into pages of `TERMS_PER_PAGE`; at
 * least one page.
 */
export function buildTermIndex(
  terms: readonly TermGroup[],
  initial: (term: string) => string = initialOnce,
): TermIndex {
  const byInitial = Map.groupBy(terms, ({ term }) => initial(term));
  const rank = (each: string) => LAST.indexOf(each);
  const sorted = [...byInitial].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const flat = sorted.flatMap(([each, list]) => list.map((group) => ({ initial: each, group })));
  const total = countPages(flat.length);
  const pages = Array.from({ length: total }, (_, at): TermPage => {
    const part = flat.slice(at * TERMS_PER_PAGE, (at + 1) * TERMS_PER_PAGE);
    const groups = [...Map.groupBy(part, (each) => each.initial)].map(([each, items]) => ({
      initial: each,
      terms: items.map(({ group }) => group),
    }));
    return { page: at + 1, pages: total, groups };
  });
  const initials = new Map<string, number>();
  for (const { page, groups } of pages) {
    for (const group of groups) {
      if (!initials.has(group.initial)) initials.set(group.initial, page);
    }
  }
  return {
    count: flat.length,
    pages,
    initials: [...initials].map(([each, page]) => ({ initial: each, page })),
  };
}

const indexOf = memo(({ catalog }: Pick<Library, 'catalog'>) => buildTermIndex(catalog.terms));
const englishIndexOf = memo(({ catalog }: Pick<Library, 'catalog'>) =>
  buildTermIndex(groupByEnglish(catalog.terms), englishInitialOf),
);

/** The terms of a library, by pinyin or by what they are called in English. */
export function getTermIndex(library: Library, byEnglish = false): TermIndex {
  return byEnglish ? englishIndexOf(library) : indexOf(library);
}

/** How many terms there are by either order; what takes long is to put them in order, which this does not. */
export const countTerms = memo(({ rows }: Pick<Library, 'rows'>) => {
  const chinese = new Set<string>();
  const named = new Set<string>();
  for (const { terms } of rows) {
    for (const { term, termEn } of terms) {
      chinese.add(term);
      named.add(nameInEnglish({ term, termEn }));
    }
  }
  return { zh: chinese.size, en: named.size };
});

/** How many pages the terms fill by one of the orders. */
export function countTermPages(library: Pick<Library, 'rows'>, byEnglish = false): number {
  const { zh, en } = countTerms(library);
  return countPages(byEnglish ? en : zh);
}

const countPages = (terms: number): number => Math.max(1, Math.ceil(terms / TERMS_PER_PAGE));

/** What a term goes by in the order of English names. */
const nameInEnglish = ({ term, termEn }: Pick<TermRow, 'term' | 'termEn'>): string =>
  (termEn ?? term).toLowerCase();

/** The path of a page of the terms, from 1: `/terms/`, `/terms/2/`. */
export function termsPath(page = 1): string {
  return page > 1 ? `/terms/${page}/` : '/terms/';
}
