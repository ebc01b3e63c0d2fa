import { formatCount } from '#core/base/format-count.ts';
import { standingOn } from '#core/catalog/day-status.ts';
import type { DayStanding } from '#core/catalog/day-status.ts';
import { splitChinese } from '#core/characters/chinese.ts';
import type { StatusFacts } from '#core/catalog/status.ts';
import { holdsOn } from '#core/model/partner.ts';
import type { SearchAnswer, SearchHit, Snippet, Suggestion } from '#search/contract.ts';
import { markText, listSearchTerms } from '#search/shared/highlight.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';
import { draw, langOf } from '../draw.ts';
import { shownDay } from '../shown-day.ts';

/** A snippet as nodes, hits inside `<mark>`; its text is never read as HTML. */
export function renderSnippet(snippet: readonly Snippet[]): readonly (Node | string)[] {
  return snippet.map(({ text, hit }) => (hit ? draw('mark', {}, text) : text));
}

/** Words with Chinese ones among them, which an English page marks as such. */
export function renderWords(text: string): readonly (Node | string)[] {
  if (document.documentElement.lang !== 'en') return [text];
  return splitChinese(text).map((piece) =>
    piece.chinese ? draw('span', { lang: 'zh-CN' }, piece.text) : piece.text,
  );
}

/** The status on the day shown. Of a day that is past a hit does not tell which newer ones were issued by then. */
export function readStatus({ facts }: { readonly facts: StatusFacts }): DayStanding {
  const { day, today } = shownDay();
  const standing = standingOn(facts, day);
  return day < today ? { ...standing, newer: [] } : standing;
}

/** The city of another library, the marks of mutual recognition and of a sample, as lists of the site have them; nothing for what has neither. */
export function renderMarks(
  { sample, origin, recognised = [] }: Partial<Pick<SearchHit, 'sample' | 'origin' | 'recognised'>>,
  words: SearchWords,
): readonly HTMLElement[] {
  const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
  return [
    ...(origin ? [draw('span', { class: 'tag city-tag' }, origin[language])] : []),
    ...(recognised.some((each) => holdsOn(each, shownDay().day))
      ? [draw('span', { class: 'tag' }, words.recognised)]
      : []),
    ...(sample ? [draw('span', { class: 'tag sample-tag' }, words.sampleMark)] : []),
  ];
}

/** The title for the page's language, its matches marked; Chinese on an English page says so. */
export function renderTitle(
  { title, titleEn }: Pick<SearchHit, 'title' | 'titleEn'>,
  query: string,
  language: 'zh' | 'en',
): HTMLElement {
  const text = language === 'en' ? titleEn || title : title;
  return draw(
    'span',
    { class: 'title', ...langOf(text, language) },
    ...renderSnippet(markText(text, listSearchTerms(query))),
  );
}

/** What was looked for and found: that of the suggestion, where it was applied. A number of another year finds by itself. */
export function findQuery({ query, suggestion }: SearchAnswer): string {
  return suggestion?.applied && suggestion.why !== 'year' ? suggestion.text : query;
}

/**
 * The sentence that says what was asked in place of what was typed, or that other editions follow; a long question is
 * cut.
 */
export function sayInstead(query: string, { text, why }: Suggestion, words: SearchWords): string {
  const asked = shortenQuery(query);
  return why === 'year' ? words.otherYears(asked) : words.instead(asked, text);
}

const LONGEST_SHOWN = 60;

/** A question as it is named in a sentence: of a long one its beginning. */
export function shortenQuery(query: string): string {
  return query.length > LONGEST_SHOWN ? `${query.slice(0, LONGEST_SHOWN - 10).trim()}…` : query;
}

/** `2,381`; `20+` when there may be more. */
export function formatTotal({ total, exact }: Pick<SearchAnswer, 'total' | 'exact'>): string {
  return `${formatCount(total)}${exact ? '' : '+'}`;
}

/** A key as it is printed: `GB/T 1.1—2020`. */
export function printKey(key: string): string {
  return key.replace(/-(?=\d{4}$)/, '—');
}
