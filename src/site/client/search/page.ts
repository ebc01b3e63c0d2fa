import { cleanQuery } from '#search/record/spelling.ts';
import { createAsking } from './asking.ts';
import type { Asking } from './asking.ts';
import { findPlace, warmSearch } from './engine.ts';
import type { Place } from './engine.ts';
import { findExactHref, mayBeNumber } from './exact-number.ts';
import { keepPlace, leadReader, readAddress, writeHistory } from './history.ts';
import { startResultKeys } from './keys.ts';
import { findPageParts } from './page-parts.ts';
import type { PageParts } from './page-parts.ts';
import { createPageView } from './page-view.ts';
import type { PageView } from './page-view.ts';
import { addRecent } from './recents.ts';
import { blankPage, listUncounted, reduce } from './reducer.ts';
import type { Cause, SearchAction, SearchPage } from './reducer.ts';
import type { PageState } from './state.ts';
import { shortenQuery } from './view.ts';
import { keepDay } from '../keep-day.ts';

const PAUSE_MS = 180;

/** The page of results. What is asked is in the address, and the page is drawn from it. */
export function startSearchPage(root: HTMLElement): void {
  const parts = findPageParts(root);
  if (!parts) return;
  const { form, input, main, results } = parts;
  const place = findPlace(form);
  const siteTitle = document.title;
  let page = blankPage;

  const dispatch = (action: SearchAction) => {
    const before = page;
    page = reduce(before, action);
    if (page === before) return;
    if (page.round !== before.round) {
      writeHistory(page);
      document.title = nameQuestion(page, siteTitle);
    }
    view.update(page, before);
    follow(before);
  };
  const asking: Asking = createAsking(place, dispatch, () => view.loadWhole());
  const countSeen = () => void asking.countFilters(page, listUncounted(page, view.listSeen(page)));
  /** What a page that has changed sets going. */
  const follow = (before: SearchPage) => {
    if (page.round !== before.round) {
      if (page.phase === 'idle') asking.stop();
      else void asking.ask(page, view.listSeen(page));
    } else if (page.phase === 'answered' && before.phase !== 'answered') {
      countSeen();
      leadReader(page.cause, main, results);
      void asking.countScopes(() => page);
    }
  };
  const box = startBox(parts, place, (text, cause) => dispatch({ type: 'ask-text', text, cause }));
  const askFor = (asked: PageState, cause: Cause) => {
    box.set(asked.text);
    dispatch({ type: 'ask', asked, cause });
  };
  const view: PageView = createPageView(root, parts, place, {
    go: (asked) => askFor(asked, 'asked'),
    turn: (asked) => askFor(asked, 'turned'),
    retry: () => dispatch({ type: 'retry' }),
    pick: (hit, picked) => dispatch({ type: 'pick', hit, picked }),
    unpick: () => dispatch({ type: 'unpick' }),
    seeFilters: countSeen,
  });
  results.addEventListener('click', () => addRecent(page.asked.text));
  window.addEventListener('popstate', () => askFor(readAddress(), 'went-back'));
  window.addEventListener('pagehide', keepPlace);
  startResultKeys(input, results);

  const asked = readAddress();
  box.set(asked.text);
  warmSearch(place);
  if (asked.text === '') input.focus({ preventScroll: true });
  else addRecent(asked.text);
  dispatch({ type: 'ask', asked, cause: 'opened' });
}

function nameQuestion({ asked: { text } }: SearchPage, siteTitle: string): string {
  return text === '' ? siteTitle : `${shortenQuery(text)} · ${siteTitle}`;
}

/** The box a question is typed in. It asks when the reader pauses, and at once on Enter. */
interface QuestionBox {
  /** Puts a text in; what was typed and not asked is let go. */
  readonly set: (text: string) => void;
}

function startBox(
  { form, input }: PageParts,
  place: Place,
  ask: (text: string, cause: 'typed' | 'asked') => void,
): QuestionBox {
  let timer = 0;
  const set = (text: string) => {
    window.clearTimeout(timer);
    input.value = text;
  };
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => ask(cleanQuery(input.value), 'typed'), PAUSE_MS);
  };
  /** The whole number of a standard leads to it, anything else to the list. */
  const submit = async () => {
    const text = cleanQuery(input.value);
    const exact = mayBeNumber(text) ? await findExactHref(text, place) : undefined;
    if (text !== cleanQuery(input.value)) return;
    addRecent(text);
    set(text);
    ask(text, 'asked');
    if (exact !== undefined) window.location.assign(keepDay(exact));
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
  return { set };
}
