import type { DayStanding } from '#core/catalog/day-status.ts';
import type { ClauseHit, SearchHit } from '#search/contract.ts';
import { shortenSnippet } from '#search/match/excerpt-clause.ts';
import { toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { draw, renderStatus } from '../draw.ts';
import {
  renderMarks,
  renderSnippet,
  renderTitle,
  printKey,
  readStatus,
  renderWords,
} from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import type { Attributes } from '../draw.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** What a list of hits is drawn with. */
export interface HitContext {
  readonly place: Place;
  /** What is marked in titles. */
  readonly query: string;
  readonly isPicked: (slug: string) => boolean;
  readonly onPick: (hit: SearchHit, picked: boolean) => void;
  /** The hits are not what was asked for, and so nothing in them matches. */
  readonly nearest?: true;
}

/** `data-walk`: a stop of the arrow keys. */
export const WALK = { 'data-walk': '' };

/** A list of hits; `kind`: a class it has besides. */
export function renderHits(hits: readonly HTMLElement[], kind = ''): HTMLElement {
  return draw('ol', { class: `hits${kind}`, role: 'list' }, ...hits);
}

/** A standard in the list of results, with the clauses that matched; text of the library is never read as HTML. */
export function renderHit(hit: SearchHit, context: HitContext): HTMLElement {
  const { place, query } = context;
  const { language } = place;
  const words = WORDS[language];
  const status = readStatus(hit);
  const why = context.nearest ? '' : words.match[hit.match];
  const foreign =
    language === 'en' &&
    hit.clauses.length > 0 &&
    hit.clauses.every((each) => each.language === 'zh');
  const item = draw(
    'li',
    { class: 'hit', 'data-status': status.status },
    draw(
      'p',
      { class: 'line' },
      draw('span', { class: 'number' }, ...renderWords(hit.number)),
      renderStatus(status.status, words),
      ...renderMarks(hit, words),
      ...(hit.hosted ? [] : [renderTag(words.record)]),
      ...(foreign ? [renderTag(words.chineseText)] : []),
      ...(why ? [draw('span', { class: 'why' }, why)] : []),
      renderPick(hit, context, words),
    ),
    draw(
      'h2',
      {},
      draw(
        'a',
        { href: toHref(place, hit.path), 'data-key': hit.path, ...WALK },
        renderTitle(hit, query, language),
      ),
    ),
    ...renderSuccessors(hit, status, place),
    ...renderDates(hit, words),
  );
  item.append(...renderClauses(hit, place, words));
  return item;
}

/** The clause that answers best; the others behind one line that opens. */
function renderClauses(hit: SearchHit, place: Place, words: SearchWords): readonly HTMLElement[] {
  const [first, ...others] = hit.clauses;
  if (!first) return [];
  return [listClauses([first], place), ...renderMoreClauses(hit, others, place, words)];
}

function listClauses(clauses: readonly ClauseHit[], place: Place): HTMLElement {
  return draw(
    'ul',
    { class: 'clauses', role: 'list' },
    ...clauses.map((clause) => renderClause(clause, place)),
  );
}

/** The clauses of a hit behind its first, in a line that opens. */
export function renderMoreClauses(
  hit: SearchHit,
  others: readonly ClauseHit[],
  place: Place,
  words: SearchWords,
): readonly HTMLElement[] {
  if (others.length === 0) return [];
  const beyond = hit.clauseCount - hit.clauses.length;
  const rest = draw(
    'details',
    { class: 'more-clauses' },
    draw('summary', {}, words.moreClauses(hit.clauseCount - hit.clauses.length + others.length)),
  );
  // Drawn when it is asked for.
  rest.addEventListener('toggle', () => {
    if (!rest.open || rest.childElementCount > 1) return;
    rest.append(listClauses(others, place));
    if (beyond <= 0) return;
    const link = draw('a', { href: toHref(place, hit.path) }, words.clausesBeyond(beyond));
    rest.append(draw('p', { class: 'rest' }, link));
  });
  return [rest];
}

function renderTag(text: string): HTMLElement {
  return draw('span', { class: 'tag record-tag' }, text);
}

/** A box to choose the hit for export. */
export function renderPick(
  hit: SearchHit,
  { isPicked, onPick }: HitContext,
  words: SearchWords,
): HTMLElement {
  const box = draw('input', { type: 'checkbox', 'aria-label': words.pick(hit.number) });
  box.checked = isPicked(hit.slug);
  box.addEventListener('change', () => onPick(hit, box.checked));
  return draw('label', { class: 'pick no-print' }, box);
}

/** What replaced it, or will: links where the library knows them. */
export function renderSuccessors(
  { successors }: SearchHit,
  { replacedBy, newer }: DayStanding,
  place: Place,
): readonly HTMLElement[] {
  const words = WORDS[place.language];
  const keys = replacedBy.length > 0 ? replacedBy : newer;
  const [before, after] = replacedBy.length > 0 ? words.replacedBy : words.newer;
  if (keys.length === 0) return [];
  const folder = place.language === 'en' ? '/en/standards/' : '/standards/';
  const names = keys.flatMap((key, at): readonly (Node | string)[] => {
    const known = successors.find((each) => each.key === key);
    const name = known
      ? draw(
          'a',
          { class: 'figures', href: toHref(place, `${folder}${known.slug}/`) },
          ...renderWords(known.number),
        )
      : draw('span', { class: 'figures' }, ...renderWords(printKey(key)));
    return at === 0 ? [name] : [words.and, name];
  });
  return [draw('p', { class: 'successor' }, before, ...names, after)];
}

/** The days of issue and implementation, those that are known; nothing where neither is. */
export function renderDates({ facts }: SearchHit, words: SearchWords): readonly HTMLElement[] {
  const dates = [
    [words.issued, facts.issued],
    [words.implemented, facts.implemented],
  ] as const;
  const shown = dates.flatMap(([name, day]) =>
    day ? [draw('span', {}, `${name} `, draw('time', { datetime: day }, day))] : [],
  );
  return shown.length > 0 ? [draw('p', { class: 'dates' }, ...shown)] : [];
}

/** Characters of a clause in a list of hits. */
const LONGEST_LISTED = 160;

/** `lang` for a clause in another language than the page's. */
export function langOfClause(clause: ClauseHit, { language }: Place): Attributes {
  return clause.language === language ? {} : { lang: language === 'en' ? 'zh-CN' : 'en' };
}

function renderClause(clause: ClauseHit, place: Place): HTMLElement {
  const { language } = place;
  const words = WORDS[language];
  const other = langOfClause(clause, place);
  return draw(
    'li',
    {},
    draw(
      'a',
      { href: toHref(place, clause.path), ...other, ...WALK },
      ...(clause.label ? [draw('span', { class: 'address' }, clause.label)] : []),
      ...(clause.title ? [draw('span', { class: 'heading' }, clause.title)] : []),
      ...(clause.label || clause.title ? [] : [words.untitled]),
    ),
    draw('p', other, ...renderSnippet(shortenSnippet(clause.snippet, LONGEST_LISTED))),
  );
}
