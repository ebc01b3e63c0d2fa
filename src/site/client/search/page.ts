import type { Scope, SearchAnswer, SearchHit } from '../../../../search/contract.ts';
import { scopes } from '../../../../search/contract.ts';
import { ask } from '../../../../search/ask.ts';
import { cleanQuery } from '../../../../search/record/spelling.ts';
import { countPages, drawAnswer, drawSuggestion, sayCount } from './answer.ts';
import { drawChips, drawScopes, drawSort, keepFocus } from './controls.ts';
import { describeLack, describeSearched } from './describe.ts';
import { findPlace, getEngine } from './engine.ts';
import { createFacetView, drawFacets } from './facets.ts';
import { startResultKeys } from './keys.ts';
import { loadLabels } from './labels.ts';
import type { Labels } from './labels.ts';
import { findPageParts } from './page-parts.ts';
import { drawPager } from './pager.ts';
import { drawRecents } from './recents-list.ts';
import { addRecent } from './recents.ts';
import { change, hasFilters, HITS_PER_PAGE, listFilters, readState, writeState } from './state.ts';
import type { PageState } from './state.ts';
import { draw, findQuery, formatTotal } from './view.ts';
import { WORDS } from './words.ts';

const PAUSE_MS = 180;

/** How a question came about: it decides what the history keeps and where the reader is taken. */
type Cause = 'opened' | 'typed' | 'asked' | 'turned' | 'went-back';

/** The page of results. What is asked is in the address, and the page is drawn from it. */
export function startSearchPage(page: HTMLElement): void {
  const parts = findPageParts(page);
  if (!parts) return;
  const { form, input, count, notices, intro, recents, body, results } = parts;
  const place = findPlace(form);
  const words = WORDS[place.language];
  const siteTitle = document.title;
  const view = createFacetView();
  const picked = new Map<string, SearchHit>();
  let labels: Labels = {};
  let counts = new Map<Scope, string>();
  let counted = '';
  let asking = new AbortController();
  let timer = 0;
  // Of several questions typed one after the other the history keeps the last.
  let typing = false;
  let shown: PageState | undefined;

  const current = () => readState(new URL(window.location.href).searchParams);
  const go = (state: PageState, cause: Cause = 'asked') => {
    const url = new URL(window.location.href);
    url.search = writeState(state);
    url.hash = '';
    if (url.href !== window.location.href) {
      const replace = cause === 'typed' && (typing || current().text === '');
      if (replace) window.history.replaceState(null, '', url);
      else {
        window.history.replaceState({ top: window.scrollY }, '');
        window.history.pushState(null, '', url);
      }
    }
    typing = cause === 'typed';
    void run(cause);
  };
  const turn = (state: PageState) => go(state, 'turned');

  const run = async (cause: Cause) => {
    const state = current();
    asking.abort();
    const { signal } = (asking = new AbortController());
    window.clearTimeout(timer);
    document.title = state.text === '' ? siteTitle : `${state.text} · ${siteTitle}`;
    const idle = state.text === '' && listFilters(state).length === 0;
    intro.hidden = !idle;
    body.hidden = idle;
    forgetOthers(state);
    keepFocus(
      parts.scopes,
      () => parts.scopes.replaceChildren(drawScopes(state, counts, go, words)),
      results,
    );
    if (idle) {
      count.textContent = '';
      notices.replaceChildren();
      results.replaceChildren();
      drawRecents(recents, words);
      shown = undefined;
      return;
    }
    results.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => (count.textContent = words.loading), 300);
    try {
      const engine = getEngine(place);
      const answer = await ask(
        engine,
        {
          text: state.text,
          language: place.language,
          scope: state.scope,
          filters: hasFilters(state.scope) ? state.filters : {},
          sort: state.sort,
          page: state.page,
          size: HITS_PER_PAGE,
          facets: hasFilters(state.scope),
          asWritten: state.exact,
        },
        signal,
      );
      if (signal.aborted) return;
      const pages = countPages(answer);
      if (answer.total > 0 && state.page > pages) {
        window.history.replaceState(null, '', writeState({ ...state, page: pages }));
        void run(cause);
        return;
      }
      labels = await loadLabels(place);
      const searched = answer.total > 0 ? '' : await describeSearched(place);
      const lack = answer.degraded ? await describeLack(place) : '';
      if (signal.aborted) return;
      show(state, answer, { searched, lack }, cause);
      void countOthers(state, answer, signal);
    } catch {
      if (!signal.aborted) showFailure();
    } finally {
      window.clearTimeout(slow);
      if (!signal.aborted) results.removeAttribute('aria-busy');
    }
  };

  /** Counts and choices are those of one question. */
  const forgetOthers = (state: PageState) => {
    const { text, exact, filters } = state;
    const question = JSON.stringify([text, exact, filters]);
    if (question !== counted) {
      counts = new Map();
      counted = question;
    }
    if (shown && JSON.stringify([shown.text, shown.exact, shown.filters]) !== question) {
      picked.clear();
    }
  };

  const show = (
    state: PageState,
    answer: SearchAnswer,
    { searched, lack }: { readonly searched: string; readonly lack: string },
    cause: Cause,
  ) => {
    shown = state;
    counts.set(state.scope, formatTotal(answer));
    count.textContent = sayCount(answer, state, words);
    notices.replaceChildren(
      ...drawSuggestion(answer, state, go, words),
      ...(lack === '' ? [] : [draw('p', { class: 'notice' }, lack)]),
    );
    const redraw = () => {
      parts.scopes.replaceChildren(drawScopes(state, counts, go, words));
      showFilters(state, answer);
      parts.chips.replaceChildren(...drawChips(state, labels, go, words));
      const sorted = hasFilters(state.scope) && answer.total > 1;
      parts.tools.replaceChildren(
        ...(sorted ? [drawSort(state, turn, words)] : []),
        ...(hasFilters(state.scope) && answer.total > 0 ? [drawExport(state, answer)] : []),
      );
      results.replaceChildren(
        ...drawAnswer(answer, {
          state,
          place,
          labels,
          searched,
          go,
          isPicked: (slug) => picked.has(slug),
          onPick: (hit, chosen) => {
            if (chosen) picked.set(hit.slug, hit);
            else picked.delete(hit.slug);
            const button = parts.tools.querySelector('.export');
            if (button) button.textContent = sayExport();
          },
        }),
      );
      parts.pager.replaceChildren(
        ...drawPager(
          state.page,
          countPages(answer),
          (at) => writeState({ ...state, page: at }),
          (at) => turn({ ...state, page: at }),
          words,
        ),
      );
    };
    keepFocus(page, redraw, results);
    if (cause === 'turned') {
      results.focus({ preventScroll: true });
      parts.main.scrollIntoView({ block: 'start' });
    } else if (cause === 'went-back' || cause === 'opened') {
      const { top } = (window.history.state ?? {}) as { readonly top?: unknown };
      if (typeof top === 'number') window.scrollTo(0, top);
    }
  };
  const showFilters = (state: PageState, answer: SearchAnswer) => {
    const { filters, filterCount, filterGroups, showResults } = parts;
    const groups = drawFacets({
      facets: answer.facets,
      filters: state.filters,
      labels,
      language: place.language,
      view,
      onChange: (next) => go(change(current(), { filters: next })),
    });
    filters.hidden = !hasFilters(state.scope) || groups.length === 0;
    body.classList.toggle('wide', filters.hidden);
    const chosen = listFilters(state).length;
    filterCount.textContent = chosen > 0 ? words.filtersChosen(chosen) : '';
    filterGroups.replaceChildren(...groups);
    showResults.textContent = words.showResults(formatTotal(answer));
  };
  const sayExport = () => (picked.size > 0 ? words.exportChosen(picked.size) : words.export);
  const drawExport = (state: PageState, answer: SearchAnswer) => {
    const button = draw(
      'button',
      { type: 'button', class: 'plain-button export', 'data-key': 'export' },
      sayExport(),
    );
    button.addEventListener('click', () => {
      void import('./export-dialog.ts').then(({ openExport }) =>
        openExport({ state, answer, picked, place, onUnpick: () => unpick(button) }),
      );
    });
    return button;
  };
  const unpick = (button: HTMLElement) => {
    picked.clear();
    for (const box of results.querySelectorAll<HTMLInputElement>('.pick input'))
      box.checked = false;
    button.textContent = sayExport();
  };
  /** What else there is for the same question, told by the tabs. */
  const countOthers = async (state: PageState, answer: SearchAnswer, signal: AbortSignal) => {
    for (const scope of scopes) {
      if (counts.has(scope)) continue;
      try {
        const filters = hasFilters(scope) ? state.filters : {};
        const { language } = place;
        const request = { text: findQuery(answer), language, scope, filters, size: 1 };
        const other = await ask(getEngine(place), { ...request, asWritten: true }, signal);
        if (signal.aborted) return;
        counts.set(scope, formatTotal(other));
      } catch {
        // The tab stays without a count.
      }
    }
    if (signal.aborted) return;
    keepFocus(
      parts.scopes,
      () => parts.scopes.replaceChildren(drawScopes(state, counts, go, words)),
      results,
    );
  };

  const showFailure = () => {
    count.textContent = words.failed;
    const retry = draw('button', { type: 'button', class: 'plain-button retry' }, words.retry);
    retry.addEventListener('click', () => void run('asked'));
    notices.replaceChildren();
    parts.chips.replaceChildren();
    parts.tools.replaceChildren();
    parts.pager.replaceChildren();
    results.replaceChildren(retry);
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
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    askTyped('asked');
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

  input.maxLength = 200;
  input.value = current().text;
  if (input.value === '') input.focus({ preventScroll: true });
  else addRecent(input.value);
  void run('opened');
}
