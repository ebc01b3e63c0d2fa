import { pick, roleTerms } from '#core/terms/index.ts';
import type { SearchAnswer } from '#search/contract.ts';
import { answerPlace } from '#search/places/answer-place.ts';
import type { PlaceAnswer } from '#search/places/answer-place.ts';
import { asksForStandards } from '#search/places/asking.ts';
import type { PlaceMatch } from '#search/places/find-places.ts';
import type { DatedStandard } from '#search/places/standards.ts';
import { foldText } from '#search/record/spelling.ts';
import { bareTitle } from '#search/record/titles.ts';
import { shownDay } from '../shown-day.ts';
import { getParts, isThrifty, toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { draw, langOf, renderStatus } from '../draw.ts';
import { renderMarks, renderWords } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

const STANDARDS_SHOWN = 5;
const ROLES = { zh: pick(roleTerms, 'zh'), en: pick(roleTerms, 'en') };

/**
 * The place that a question names by product, trade or job. Undefined where a standard was asked for by number or by its whole title;
 * on slow networks the list of places is read only for questions that ask for standards.
 */
export async function findPlaceCard(
  { query, hits, named = [] }: SearchAnswer,
  place: Place,
): Promise<PlaceAnswer | undefined> {
  const first = hits[0];
  const isTitle = [first?.title, first?.titleEn].some(
    (title) => title && bareTitle(title) === bareTitle(query),
  );
  if (query === '' || named.length > 0 || first?.match === 'number' || isTitle) return undefined;
  if (isThrifty() && !asksForStandards(foldText(query))) return undefined;
  return findAnswer(query, place);
}

/** Begin to look for the place while the engine is asked, where the question asks for standards. */
export function warmPlaceCard(query: string, place: Place): void {
  if (asksForStandards(foldText(query))) void findAnswer(query, place).catch(() => undefined);
}

let last: { readonly query: string; readonly found: Promise<PlaceAnswer | undefined> } | undefined;

function findAnswer(query: string, place: Place): Promise<PlaceAnswer | undefined> {
  if (last?.query === query) return last.found;
  const found = getParts(place)
    .directory()
    .then((directory) => answerPlace(directory, query, shownDay().day));
  last = { query, found };
  // It can be read again later.
  found.catch(() => (last = undefined));
  return found;
}

/** The place as a link, how many standards apply there, the first of them, and the way to all. */
export function renderPlaceCard(
  { best, others, standards }: PlaceAnswer,
  place: Place,
): HTMLElement {
  const words = WORDS[place.language];
  const { listed, mandatory } = best.place ?? best.system;
  return draw(
    'section',
    { class: 'card place-card' },
    draw('h2', {}, linkPlace(best, place)),
    draw('p', { class: 'definition' }, words.placeCount(listed, mandatory)),
    ...(standards.length > 0
      ? [
          draw(
            'ul',
            { role: 'list' },
            ...standards.slice(0, STANDARDS_SHOWN).map((each) => renderStandard(each, place)),
          ),
        ]
      : []),
    draw('p', { class: 'line source' }, ...renderWays(best, others, standards.length, place)),
  );
}

function renderWays(
  best: PlaceMatch,
  others: readonly PlaceMatch[],
  count: number,
  place: Place,
): readonly Node[] {
  const words = WORDS[place.language];
  const all = draw('a', { href: hrefOf(best, place) }, words.placeAll(count));
  return [
    ...(count > STANDARDS_SHOWN ? [all] : []),
    ...(others.length > 0 ? [draw('span', {}, words.placeOthers)] : []),
    ...others.map((other) => linkPlace(other, place)),
  ];
}

const hrefOf = ({ system, place }: PlaceMatch, site: Place): string =>
  toHref(site, (site.language === 'en' ? '/en' : '') + (place ?? system).path);

function linkPlace(match: PlaceMatch, site: Place): HTMLElement {
  const { system, place } = match;
  const names = [system, ...(place ? [place] : [])].map(({ name, nameEn }) =>
    site.language === 'en' ? nameEn || name : name,
  );
  const text = names.join(' › ');
  const attributes = { href: hrefOf(match, site), 'data-walk': '', ...langOf(text, site.language) };
  return draw('a', attributes, text);
}

function renderStandard({ standard, status }: DatedStandard, place: Place): HTMLElement {
  const { language } = place;
  const words = WORDS[language];
  const { slug, number, title, titleEn, role } = standard;
  const folder = language === 'en' ? '/en/standards/' : '/standards/';
  const text = language === 'en' ? titleEn || title : title;
  return draw(
    'li',
    {},
    draw(
      'p',
      { class: 'line' },
      draw('span', { class: 'number' }, ...renderWords(number)),
      renderStatus(status.status, words),
      ...renderMarks(standard, words),
      draw('span', { class: 'tag record-tag' }, ROLES[language][role]),
    ),
    draw(
      'a',
      { href: toHref(place, `${folder}${slug}/`), 'data-walk': '', ...langOf(text, language) },
      text,
    ),
  );
}
