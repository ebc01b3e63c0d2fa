import { ask } from '#search/ask.ts';
import type { FilterName, SearchAnswer } from '#search/contract.ts';
import { cleanQuery } from '#search/record/spelling.ts';
import { countPages } from './answer.ts';
import { findCards } from './cards.ts';
import { describeLack, describeSearched } from './describe.ts';
import { findPlace, getEngine, hasServers, isThrifty, warmSearch, warmTexts } from './engine.ts';
import { findExactHref, mayBeNumber } from './exact-number.ts';
import { startResultKeys } from './keys.ts';
import { loadLabels } from './labels.ts';
import type { Labels } from './labels.ts';
import { findPageParts } from './page-parts.ts';
import { createPageView } from './page-view.ts';
import type { Shown } from './page-view.ts';
import { addRecent } from './recents.ts';
import { change, hasFilters, HITS_PER_PAGE, listFilters, readState, writeState } from './state.ts';
import type { PageState } from './state.ts';
import { findQuery, shortenQuery } from './view.ts';
import { WORDS } from './words.ts';

const PAUSE_MS = 180;
const SLOW_MS = 300;
/** So long the whole answer may take before its first hits are shown. */
const EARLY_MS = 150;
/** As many as a phone shows at once. */
const EARLY_HITS = 5;
/** Results do not wait longer for the names of codes. */
const LABELS_MS = 1_000;
/** Nor for what may stand above them: what comes later stands below. */
const CARDS_MS = 250;
const pause = (ms: number) =>
  new Promise<undefined>((resolve) => window.setTimeout(() => resolve(undefined), ms));
/** The tabs are counted when the reader has stopped asking. */
const COUNT_MS = 400;

/** How a question came about: it decides what the history keeps and where the reader is taken. */
type Cause = 'opened' | 'typed' | 'asked' | 'turned' | 'went-back';

/** The page of results. What is asked is in the address, and the page is drawn from it. */
export function startSearchPage(page: HTMLElement): void {
  const parts = findPageParts(page);
  if (!parts) return;
  const { form, input, count, main, results } = parts;
  const place = findPlace(form);
  const words = WORDS[place.language];
  const siteTitle = document.title;
  let labels: Labels = {};
  let asking = new AbortController();
  let timer = 0;
  // Of several questions typed one after the other the history keeps the last.
  let typing = false;
  let shown: Shown | undefined;
  let early = 0;

  const current = () => readState(new URL(window.location.href).searchParams);
  const go = (state: PageState, cause: Cause = 'asked') => {
    const url = new URL(window.location.href);
    url.search = writeState(state);
    url.hash = '';
    if (url.href !== window.location.href) {
      if (cause === 'typed' && (typing || current().text === '')) {
        window.history.replaceState(null, '', url);
      } else {
        window.history.replaceState({ top: window.scrollY }, '');
        window.history.pushState(null, '', url);
      }
    }
    typing = cause === 'typed';
    if (cause !== 'typed') input.value = state.text;
    void run(cause);
  };
  const view = createPageView(
    page,
    parts,
    place,
    (state) => go(state),
    (state) => go(state, 'turned'),
    () => void countMore(),
  );

  const run = async (cause: Cause) => {
    const state = current();
    asking.abort();
    const { signal } = (asking = new AbortController());
    shown = undefined;
    window.clearTimeout(timer);
    window.clearTimeout(early);
    document.title = state.text === '' ? siteTitle : `${shortenQuery(state.text)} · ${siteTitle}`;
    view.begin(state);
    if (state.text === '' && listFilters(state).length === 0) {
      view.showIntro();
      return;
    }
    results.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => {
      if (!signal.aborted) count.textContent = words.loading;
    }, SLOW_MS);
    try {
      const seen = hasFilters(state.scope) ? view.listSeen(state) : [];
      await showEarly(state, signal);
      if (!hasServers()) warmTexts(place);
      const naming = Promise.race([loadLabels(place), pause(LABELS_MS).then(() => labels)]);
      const answer = await ask(getEngine(place), toRequest(state, seen), signal);
      if (signal.aborted) return;
      const { known } = countPages(answer, state.page);
      if (answer.total > 0 && state.page > known) {
        window.history.replaceState(null, '', writeState({ ...state, page: known }));
        void run(cause);
        return;
      }
      labels = await naming;
      const searched = answer.total > 0 ? '' : await describeSearched(place);
      const lack = answer.degraded ? describeLack(place) : '';
      if (signal.aborted) return;
      window.clearTimeout(slow);
      const finding = findCards(state, answer, place, signal);
      const cards = await Promise.race([finding, pause(CARDS_MS)]);
      if (signal.aborted) return;
      shown = { state, answer, counted: new Set(seen), labels, searched, lack, cards: cards ?? [] };
      view.showAnswer(shown);
      if (!cards) {
        void finding.then((late) => {
          if (!signal.aborted) view.addCards(late);
        });
      }
      void countMore();
      lead(cause);
      void countOthers(state, answer, signal);
    } catch {
      if (!signal.aborted) view.showFailure(() => void run('asked'));
    } finally {
      window.clearTimeout(slow);
      if (!signal.aborted) window.clearTimeout(early);
      if (!signal.aborted) results.removeAttribute('aria-busy');
    }
  };

  /**
   * Numbers and titles take few small files, texts many: on a slow network the first hits by name are shown while the texts
   * are on their way. Nothing is lost when it fails.
   */
  const showEarly = async (state: PageState, signal: AbortSignal) => {
    const { scope, sort, page: at, text } = state;
    if (scope !== 'standards' || sort !== 'relevance' || at > 1 || text === '' || hasServers())
      return;
    const request = {
      ...toRequest(state, []),
      titlesOnly: true,
      firstTexts: true,
      size: EARLY_HITS,
    };
    const quick = await getEngine(place)
      .search(request, signal)
      .catch(() => undefined);
    if (!quick || quick.hits.length === 0 || signal.aborted) return;
    early = window.setTimeout(() => {
      if (!signal.aborted && !shown) view.showEarly(state, quick);
    }, EARLY_MS);
  };

  const toRequest = (
    { text, exact, scope, filters, sort, page: at }: PageState,
    facets: readonly FilterName[],
  ) => ({
    text,
    language: place.language,
    scope,
    filters: hasFilters(scope) ? filters : {},
    sort,
    page: at,
    size: HITS_PER_PAGE,
    facets,
    asWritten: exact,
  });

  /** To the top of a new page of the list; to where the reader was, when going back. */
  const lead = (cause: Cause) => {
    if (cause === 'turned') {
      results.focus({ preventScroll: true });
      main.scrollIntoView({ block: 'start' });
    } else if (cause === 'went-back' || cause === 'opened') {
      const { top } = (window.history.state ?? {}) as { readonly top?: unknown };
      if (typeof top === 'number') window.scrollTo(0, top);
    }
  };

  /** Filters are counted when they are seen: on a phone, and of codes, few readers open them. */
  const countMore = async () => {
    const { signal } = asking;
    if (!shown || !hasFilters(shown.state.scope)) return;
    const { state, counted } = shown;
    const missing = view.listSeen(state).filter((name) => !counted.has(name));
    if (missing.length === 0) return;
    try {
      const text = findQuery(shown.answer);
      const request = toRequest({ ...state, text, exact: true, page: 1 }, missing);
      const one = { ...request, size: 1 };
      const { facets, degraded } = await ask(getEngine(place), one, signal);
      if (signal.aborted || !shown) return;
      if (degraded && Object.keys(facets).length === 0) return;
      const answer = { ...shown.answer, facets: { ...shown.answer.facets, ...facets } };
      shown = { ...shown, answer, counted: new Set([...shown.counted, ...missing]) };
      view.showCounts(shown);
    } catch {
      // The group can be opened again.
    }
  };

  /** What else there is for the same question, told by the tabs. */
  const countOthers = async (state: PageState, answer: SearchAnswer, signal: AbortSignal) => {
    if (isThrifty()) return;
    await pause(COUNT_MS);
    for (const scope of view.countsMissing()) {
      if (signal.aborted) return;
      try {
        const text = findQuery(answer);
        const request = toRequest({ ...state, scope, text, exact: true, page: 1 }, []);
        const other = await ask(getEngine(place), { ...request, size: 1 }, signal);
        if (signal.aborted) return;
        view.addCount(state, scope, other);
      } catch {
        // The tab stays without a count.
      }
    }
  };

  const askTyped = (cause: 'typed' | 'asked') => {
    window.clearTimeout(timer);
    const state = current();
    const text = cleanQuery(input.value);
    if (cause === 'asked') addRecent(text);
    go(text === state.text ? change(state, {}) : change(state, { text, exact: false }), cause);
  };
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => askTyped('typed'), PAUSE_MS);
  };
  /** The whole number of a standard leads to it, anything else to the list. */
  const submit = async () => {
    const text = cleanQuery(input.value);
    const exact = mayBeNumber(text) ? await findExactHref(text, place) : undefined;
    if (text !== cleanQuery(input.value)) return;
    askTyped('asked');
    if (exact !== undefined) window.location.assign(exact);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    void submit();
  });
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) schedule();
  });
  input.addEventListener('compositionend', schedule);
  results.addEventListener('click', () => addRecent(current().text));
  window.addEventListener('popstate', () => {
    typing = false;
    input.value = current().text;
    void run('went-back');
  });
  window.addEventListener('pagehide', () =>
    window.history.replaceState({ top: window.scrollY }, ''),
  );
  startResultKeys(input, results);

  input.value = current().text;
  warmSearch(place);
  if (input.value === '') input.focus({ preventScroll: true });
  else addRecent(input.value);
  void run('opened');
}
