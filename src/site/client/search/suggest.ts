import { keepDay } from '../keep-day.ts';
import styles from '#site/styles/search.css?url';
import type { SearchAnswer } from '#search/contract.ts';
import { ask } from '#search/ask.ts';
import { cleanQuery } from '#search/record/spelling.ts';
import { loadSheet } from '../load-sheet.ts';
import { createCombobox } from './combobox.ts';
import type { Combobox } from './combobox.ts';
import { findPlace, getEngine, isThrifty, warmSearch } from './engine.ts';
import type { Place } from './engine.ts';
import { findExactHref, mayBeNumber } from './exact-number.ts';
import { addRecent, clearRecents, readRecents, removeRecent } from './recents.ts';
import { renderOptions, renderRecentOptions } from './suggest-options.ts';
import type { Option } from './suggest-options.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

const SHOWN = 6;
const TERMS_SHOWN = 2;
const PAUSE_MS = 90;

/**
 * Suggestions under a search box. An empty box offers what was asked before; numbers and titles come first, clauses and
 * terms follow; nothing is asked while an input method is composing.
 */
export function startSuggestions(form: HTMLFormElement, input: HTMLInputElement): void {
  const place = findPlace(form);
  const words = WORDS[place.language];
  let asking = new AbortController();
  let timer = 0;
  const styled = loadSheet(styles);

  const suggest = async () => {
    asking.abort();
    const { signal } = (asking = new AbortController());
    await styled;
    if (signal.aborted) return;
    const text = cleanQuery(input.value);
    if (text === '') showRecents(list, place);
    else await showSuggestions(text, list, place, signal);
  };
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!('composing' in input.dataset)) void suggest();
    }, PAUSE_MS);
  };
  const choose = ({ href, recent, clear }: Option) => {
    if (clear) {
      clearRecents();
      showRecents(list, place);
    } else if (href !== undefined) {
      addRecent(recent ?? input.value);
      window.location.assign(keepDay(href));
    }
  };
  const forget = ({ recent }: Option) => {
    if (recent === undefined) return false;
    const at = list.active();
    removeRecent(recent);
    const count = showRecents(list, place);
    list.say(words.removed);
    list.setActive(Math.min(at, count - 2));
    return true;
  };
  const list: Combobox<Option> = createCombobox(form, input, words.suggestions, {
    open: () => void suggest(),
    closed: () => {
      asking.abort();
      window.clearTimeout(timer);
    },
    mayChoose: () => list.shownOf() === cleanQuery(input.value),
    choose,
    remove: forget,
    press: (option, target) => {
      if (!target.closest('[data-forget]') || !forget(option)) choose(option);
    },
  });

  input.addEventListener('input', schedule);
  input.addEventListener('compositionend', schedule);
  input.addEventListener('blur', list.close);
  input.addEventListener('focus', schedule);
  listenToSubmit(form, input, place);
  // The first key finds the directory there.
  warmSearch(place);
  if (document.activeElement === input) schedule();
}

/** Returns how many options are shown. */
function showRecents(list: Combobox<Option>, place: Place): number {
  const words = WORDS[place.language];
  const recents = readRecents();
  const said = recents.length > 0 ? words.recentCount(recents.length) : '';
  const options = renderRecentOptions(recents, place, list.listId);
  list.show(options, { of: '', label: words.recents, said });
  return options.length;
}

async function showSuggestions(
  text: string,
  list: Combobox<Option>,
  place: Place,
  signal: AbortSignal,
): Promise<void> {
  const words = WORDS[place.language];
  const engine = getEngine(place);
  const request = { text, language: place.language, size: SHOWN };
  const show = (answer: SearchAnswer, terms: SearchAnswer['terms'] = []) => {
    const said = words.suggestionCount(answer.hits.length + terms.length);
    const options = renderOptions(answer, terms, place, list.listId);
    list.show(options, { of: text, label: words.suggestions, said });
  };
  try {
    const quick = await ask(engine, { ...request, titlesOnly: true }, signal);
    if (signal.aborted) return;
    if (quick.hits.length > 0) show(quick);
    if (quick.hits.length > 0 && isThrifty()) return;
    const whole = await ask(engine, request, signal);
    if (signal.aborted) return;
    show(whole);
    const asked = { ...request, scope: 'terms', size: TERMS_SHOWN, asWritten: true } as const;
    const { terms } = await ask(engine, asked, signal);
    if (!signal.aborted && terms.length > 0) show(whole, terms);
  } catch {
    // No suggestions; the form still leads to the page of results.
    if (!signal.aborted && list.shownOf() !== text) list.close();
  }
}

/** The whole number of a standard leads to it, anything else to the page of results. */
function listenToSubmit(form: HTMLFormElement, input: HTMLInputElement, place: Place): void {
  const submit = async (text: string) => {
    addRecent(text);
    const exact = await findExactHref(text, place);
    if (exact !== undefined) {
      window.location.assign(keepDay(exact));
      return;
    }
    input.value = text;
    form.submit();
  };
  form.addEventListener('submit', (event) => {
    const text = cleanQuery(input.value);
    if (!mayBeNumber(text)) {
      addRecent(text);
      input.value = text;
      return;
    }
    event.preventDefault();
    void submit(text);
  });
}
