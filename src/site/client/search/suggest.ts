import '#site/styles/search.css';
import type { SearchAnswer } from '#search/contract.ts';
import { ask as askEngine } from '#search/ask.ts';
import { cleanQuery } from '#search/record/spelling.ts';
import { findPlace, getEngine, isThrifty, warmSearch } from './engine.ts';
import { findExactHref, mayBeNumber } from './exact-number.ts';
import { addRecent, clearRecents, readRecents, removeRecent } from './recents.ts';
import { renderOptions, renderRecentOptions } from './suggest-options.ts';
import type { Option } from './suggest-options.ts';
import { draw } from './view.ts';
import { WORDS } from './words.ts';

const SHOWN = 6;
const TERMS_SHOWN = 2;
const PAUSE_MS = 90;

/**
 * Suggestions under a search box: a combobox with a list after WAI-ARIA 1.2. An empty box offers what was asked before;
 * numbers and titles come first, clauses and terms follow; nothing is asked while an input method is composing.
 */
export function startSuggestions(form: HTMLFormElement, input: HTMLInputElement): void {
  const place = findPlace(form);
  const words = WORDS[place.language];
  const listId = `${input.id || 'q'}-list`;
  const list = draw('ul', {
    id: listId,
    role: 'listbox',
    class: 'suggestions',
    'aria-label': words.suggestions,
  });
  const status = draw('p', { role: 'status', class: 'visually-hidden' });
  list.hidden = true;
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }

  let options: readonly Option[] = [];
  let active = -1;
  let asking = new AbortController();
  let timer = 0;
  let shown = '';

  const setActive = (index: number) => {
    active = index;
    options.forEach(({ element }, at) =>
      element.setAttribute('aria-selected', String(at === index)),
    );
    const current = options[index]?.element;
    if (current) {
      input.setAttribute('aria-activedescendant', current.id);
      current.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    asking.abort();
    window.clearTimeout(timer);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    setActive(-1);
  };
  const show = (next: readonly Option[], text: string, said: string) => {
    const chosen = options[active]?.element.id;
    const kept = shown === text ? next.findIndex(({ element }) => element.id === chosen) : -1;
    options = next;
    list.replaceChildren(...options.map(({ element }) => element));
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    list.setAttribute('aria-label', text === '' ? words.recents : words.suggestions);
    status.textContent = said;
    shown = text;
    setActive(kept);
  };
  const showRecents = () => {
    const recents = readRecents();
    const said = recents.length > 0 ? words.recentCount(recents.length) : '';
    show(renderRecentOptions(recents, place, listId), '', said);
  };
  const ask = async () => {
    asking.abort();
    const { signal } = (asking = new AbortController());
    const text = cleanQuery(input.value);
    if (text === '') {
      showRecents();
      return;
    }
    const engine = getEngine(place);
    const request = { text, language: place.language, size: SHOWN };
    const showAnswer = (answer: SearchAnswer, terms: SearchAnswer['terms'] = []) => {
      const count = answer.hits.length + terms.length;
      show(renderOptions(answer, terms, place, listId), text, words.suggestionCount(count));
    };
    try {
      const quick = await askEngine(engine, { ...request, titlesOnly: true }, signal);
      if (signal.aborted) return;
      if (quick.hits.length > 0) showAnswer(quick);
      if (quick.hits.length > 0 && isThrifty()) return;
      const whole = await askEngine(engine, request, signal);
      if (signal.aborted) return;
      showAnswer(whole);
      const found = await askEngine(
        engine,
        { ...request, scope: 'terms', size: TERMS_SHOWN, asWritten: true },
        signal,
      );
      if (!signal.aborted && found.terms.length > 0) showAnswer(whole, found.terms);
    } catch {
      // No suggestions; the form still leads to the page of results.
      if (!signal.aborted && shown !== text) close();
    }
  };
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!('composing' in input.dataset)) void ask();
    }, PAUSE_MS);
  };

  const choose = ({ href, recent, clear }: Option) => {
    if (clear) {
      clearRecents();
      showRecents();
    } else if (href !== undefined) {
      addRecent(recent ?? input.value);
      window.location.assign(href);
    }
  };
  const forget = (recent: string) => {
    const at = active;
    removeRecent(recent);
    showRecents();
    status.textContent = words.removed;
    setActive(Math.min(at, options.length - 2));
  };
  /** The whole number of a standard leads to it, anything else to the page of results. */
  const submit = async (text: string) => {
    addRecent(text);
    const exact = await findExactHref(text, place);
    if (exact !== undefined) {
      window.location.assign(exact);
      return;
    }
    input.value = text;
    form.submit();
  };

  input.addEventListener('input', schedule);
  input.addEventListener('compositionend', schedule);
  input.addEventListener('blur', close);
  input.addEventListener('focus', schedule);
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
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const open = !list.hidden;
    const { key } = event;
    const option = open ? options[active] : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) void ask();
      else if (key === 'ArrowDown') setActive(active + 1 >= options.length ? -1 : active + 1);
      else setActive(active < 0 ? options.length - 1 : active - 1);
    } else if (key === 'Enter') {
      if (!option || shown !== cleanQuery(input.value)) return;
      event.preventDefault();
      choose(option);
    } else if (key === 'Delete' && option?.recent !== undefined) {
      event.preventDefault();
      forget(option.recent);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });
  // The box keeps the focus while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const option = options.find(({ element }) => element.contains(target));
    if (option?.recent !== undefined && target.closest('[data-forget]')) forget(option.recent);
    else if (option) choose(option);
  });
  // The first key finds the directory there.
  warmSearch(place);
  if (document.activeElement === input) schedule();
}
