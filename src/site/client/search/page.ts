import type { ClauseHit, SearchAnswer, SearchHit } from '../../../../search/contract.ts';
import { ask } from '../../../../search/ask.ts';
import { cleanQuery } from '../../../../search/record/spelling.ts';
import { findPlace, getEngine, getParts, toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { draw, drawSnippet, drawStatus, drawTitle, formatCount, readStatus } from './view.ts';
import { WORDS } from './words.ts';
import type { SearchWords } from './words.ts';

const STEP = 10;
const MOST = 200;
const PAUSE_MS = 180;

/** The page of results: what is asked is in the address (`q`, and `n` when more than ten hits are shown). */
export function startSearchPage(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('form[role="search"]');
  const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
  const status = page.querySelector<HTMLElement>('[role="status"]');
  const results = page.querySelector<HTMLElement>('[data-results]');
  const intro = page.querySelector<HTMLElement>('[data-intro]');
  if (!form || !input || !status || !results) return;
  const place = findPlace(form);
  const words = WORDS[place.language];
  const siteTitle = document.title;
  input.maxLength = 200;
  let question = 0;
  let timer = 0;

  const readState = () => {
    const { searchParams } = new URL(window.location.href);
    const asked = Number(searchParams.get('n'));
    return {
      text: cleanQuery(searchParams.get('q') ?? ''),
      limit: Number.isInteger(asked) && asked > STEP ? Math.min(asked, MOST) : STEP,
    };
  };
  const writeState = (text: string, limit: number, how: 'push' | 'replace') => {
    const url = new URL(window.location.href);
    url.search = '';
    url.hash = '';
    if (text !== '') url.searchParams.set('q', text);
    if (limit > STEP) url.searchParams.set('n', String(limit));
    if (url.href === window.location.href) return;
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  };

  const run = async (focusFrom = -1) => {
    const { text, limit } = readState();
    const mine = ++question;
    document.title = text === '' ? siteTitle : `${text} · ${siteTitle}`;
    if (intro) intro.hidden = text !== '';
    if (text === '') {
      status.textContent = '';
      results.replaceChildren();
      return;
    }
    results.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => {
      if (mine === question) status.textContent = words.loading;
    }, 300);
    try {
      const engine = getEngine(place);
      const answer = await ask(engine, { text, size: limit, language: place.language });
      if (mine !== question) return;
      const { hosted, records, texts } = await getParts(place).directory();
      const scope = texts === 'full' ? words.searchedFull : words.searchedLight;
      status.textContent = sayCount(answer, words);
      results.replaceChildren(
        ...drawAnswer(answer, place, scope(formatCount(hosted), formatCount(records - hosted))),
      );
      if (answer.hits.length >= limit && limit < MOST && (answer.total > limit || !answer.exact)) {
        results.append(drawMore(limit));
      }
      if (focusFrom >= 0) {
        results.querySelectorAll<HTMLElement>('.hit h2 a')[focusFrom]?.focus();
      }
    } catch {
      if (mine === question) showFailure();
    } finally {
      window.clearTimeout(slow);
      if (mine === question) results.removeAttribute('aria-busy');
    }
  };
  const drawMore = (limit: number) => {
    const button = draw('button', { type: 'button', class: 'more' }, words.more);
    button.addEventListener('click', () => {
      writeState(readState().text, limit + STEP, 'replace');
      void run(limit);
    });
    return button;
  };
  const showFailure = () => {
    status.textContent = words.failed;
    const retry = draw('button', { type: 'button', class: 'more' }, words.retry);
    retry.addEventListener('click', () => void run());
    results.replaceChildren(retry);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    writeState(cleanQuery(input.value), STEP, 'push');
    void run();
  });
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      writeState(cleanQuery(input.value), STEP, 'replace');
      void run();
    }, PAUSE_MS);
  };
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) schedule();
  });
  input.addEventListener('compositionend', schedule);
  window.addEventListener('popstate', () => {
    input.value = readState().text;
    void run();
  });

  input.value = readState().text;
  if (input.value === '') input.focus({ preventScroll: true });
  void run();
}

function sayCount(answer: SearchAnswer, words: SearchWords): string {
  if (answer.total === 0) return words.nothing(answer.query);
  const say = answer.exact ? words.found : words.foundMore;
  return say(formatCount(answer.total), answer.query);
}

function drawAnswer(answer: SearchAnswer, place: Place, searched: string): readonly HTMLElement[] {
  const words = WORDS[place.language];
  const notice = answer.degraded ? [draw('p', { class: 'notice' }, words.degraded)] : [];
  const list = (hits: readonly SearchHit[]) =>
    draw(
      'ol',
      { class: 'hits', role: 'list' },
      ...hits.map((hit) => drawHit(hit, answer.query, place)),
    );
  if (answer.total > 0) return [...notice, list(answer.hits)];
  const browse = place.language === 'en' ? '/en/browse/' : '/browse/';
  return [
    ...notice,
    ...(answer.nearest.length > 0
      ? [draw('h2', { class: 'nearest' }, words.nearest), list(answer.nearest)]
      : []),
    draw(
      'div',
      { class: 'nothing' },
      draw('p', {}, searched),
      draw('ul', {}, ...words.tryThis.map((line) => draw('li', {}, line))),
      draw('p', {}, draw('a', { href: toHref(place, browse) }, words.browse)),
    ),
  ];
}

function drawHit(hit: SearchHit, query: string, place: Place): HTMLElement {
  const words = WORDS[place.language];
  const status = readStatus(hit);
  const href = toHref(place, hit.path);
  const item = draw(
    'li',
    { class: 'hit', 'data-status': status },
    draw(
      'p',
      { class: 'line' },
      draw('span', { class: 'number' }, hit.number),
      drawStatus(status, words),
      ...(hit.hosted ? [] : [draw('span', { class: 'record-tag' }, words.record)]),
    ),
    draw('h2', {}, draw('a', { href }, drawTitle(hit, query, place.language))),
  );
  if (hit.clauses.length > 0) {
    item.append(
      draw(
        'ul',
        { class: 'clauses', role: 'list' },
        ...hit.clauses.map((clause) => drawClause(clause, place)),
      ),
    );
  }
  const hidden = hit.clauseCount - hit.clauses.length;
  if (hidden > 0) item.append(draw('p', { class: 'rest' }, words.moreClauses(hidden)));
  return item;
}

function drawClause(clause: ClauseHit, place: Place): HTMLElement {
  const words = WORDS[place.language];
  const foreign = place.language === 'en' && clause.language === 'zh';
  const lang: Readonly<Record<string, string>> = foreign
    ? { lang: 'zh-CN' }
    : place.language === 'zh' && clause.language === 'en'
      ? { lang: 'en' }
      : {};
  const heading = clause.label || clause.title ? [] : [words.untitled];
  return draw(
    'li',
    {},
    draw(
      'a',
      { href: toHref(place, clause.path), ...lang },
      ...(clause.label ? [draw('span', { class: 'address' }, clause.label)] : []),
      ...(clause.title ? [draw('span', { class: 'heading' }, clause.title)] : []),
      ...heading,
    ),
    ...(foreign ? [draw('span', { class: 'text-language' }, words.chineseText)] : []),
    draw('p', lang, ...drawSnippet(clause.snippet)),
  );
}
