import type { TermGroup } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';

export const TERMS_PER_PAGE = 200;

export interface TermPage {
  readonly page: number;
  readonly pages: number;
  /** Terms under their pinyin initials, in order. */
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
  if (!/\p{Script=Han}/u.test(first)) return '#';
  let found = 'A';
  [...FIRST].forEach((boundary, at) => {
    if (collator.compare(first, boundary) >= 0) found = INITIALS[at] ?? found;
  });
  return found;
}

export function buildTermIndex(terms: readonly TermGroup[]): TermIndex {
  const byInitial = Map.groupBy(terms, ({ term }) => initialOf(term));
  const sorted = [...byInitial].toSorted(([a], [b]) =>
    a === '#' ? 1 : b === '#' ? -1 : a < b ? -1 : 1,
  );
  const flat = sorted.flatMap(([initial, list]) => list.map((group) => ({ initial, group })));
  const total = Math.max(1, Math.ceil(flat.length / TERMS_PER_PAGE));
  const pages = Array.from({ length: total }, (_, at): TermPage => {
    const part = flat.slice(at * TERMS_PER_PAGE, (at + 1) * TERMS_PER_PAGE);
    const groups = [...Map.groupBy(part, ({ initial }) => initial)].map(([initial, items]) => ({
      initial,
      terms: items.map(({ group }) => group),
    }));
    return { page: at + 1, pages: total, groups };
  });
  const initials = new Map<string, number>();
  for (const { page, groups } of pages) {
    for (const { initial } of groups) if (!initials.has(initial)) initials.set(initial, page);
  }
  return {
    count: flat.length,
    pages,
    initials: [...initials].map(([initial, page]) => ({ initial, page })),
  };
}

const kept = new WeakMap<Library, TermIndex>();

export function getTermIndex(library: Library): TermIndex {
  let index = kept.get(library);
  if (!index) kept.set(library, (index = buildTermIndex(library.catalog.terms)));
  return index;
}

export function termsPath(page = 1): string {
  return page > 1 ? `/terms/${page}/` : '/terms/';
}
