import '../../styles/search.css';
import type { SearchAnswer, SearchHit } from '../../../../search/contract.ts';
import { ask as askEngine } from '../../../../search/ask.ts';
import { cleanQuery } from '../../../../search/record/spelling.ts';
import { findPlace, getEngine, toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { draw, drawSnippet, drawStatus, drawTitle, readStatus } from './view.ts';
import { WORDS } from './words.ts';

const SHOWN = 6;
const PAUSE_MS = 90;

interface Option {
  readonly element: HTMLElement;
  readonly href: string;
}

/**
 * Suggestions under a search box: a combobox with a list after WAI-ARIA 1.2. Numbers and titles come first, clauses
 * follow; nothing is asked while an input method is composing.
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
    maxlength: '200',
  })) {
    input.setAttribute(name, value);
  }

  let options: readonly Option[] = [];
  let active = -1;
  let question = 0;
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
    question += 1;
    window.clearTimeout(timer);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    setActive(-1);
  };
  const show = (answer: SearchAnswer) => {
    const chosen = options[active]?.href;
    options = drawOptions(answer, place, listId);
    list.replaceChildren(...options.map(({ element }) => element));
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = words.suggestionCount(answer.hits.length);
    shown = answer.query;
    setActive(chosen === undefined ? -1 : options.findIndex(({ href }) => href === chosen));
  };
  const ask = async () => {
    const text = cleanQuery(input.value);
    if (text === '') {
      close();
      return;
    }
    const mine = ++question;
    const request = { text, language: place.language, size: SHOWN };
    const engine = getEngine(place);
    try {
      const quick = await askEngine(engine, { ...request, titlesOnly: true });
      if (mine === question && quick.hits.length > 0) show(quick);
      const whole = await askEngine(engine, request);
      if (mine === question) show(whole);
    } catch {
      // No suggestions; the form still leads to the page of results.
      if (mine === question) close();
    }
  };
  const schedule = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!('composing' in input.dataset)) void ask();
    }, PAUSE_MS);
  };

  input.addEventListener('input', schedule);
  input.addEventListener('compositionend', schedule);
  input.addEventListener('blur', close);
  input.addEventListener('focus', () => {
    if (input.value !== '') schedule();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const open = !list.hidden;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) void ask();
      else if (key === 'ArrowDown') setActive(active + 1 >= options.length ? -1 : active + 1);
      else setActive(active < 0 ? options.length - 1 : active - 1);
    } else if (key === 'Enter') {
      const option = open ? options[active] : undefined;
      if (!option || shown !== cleanQuery(input.value)) return;
      event.preventDefault();
      window.location.assign(option.href);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });
  // The box keeps the focus while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = options.find(({ element }) => element.contains(event.target as Node));
    if (option) window.location.assign(option.href);
  });
  if (input.value !== '') schedule();
}

function drawOptions(answer: SearchAnswer, place: Place, listId: string): readonly Option[] {
  const words = WORDS[place.language];
  const hits = answer.hits.length > 0 ? answer.hits : answer.nearest;
  const options = hits.map((hit, at) => drawOption(hit, answer.query, place, `${listId}-${at}`));
  if (hits.length === 0) return [];
  const page = place.language === 'en' ? '/en/search/' : '/search/';
  const all = draw(
    'li',
    { id: `${listId}-all`, role: 'option', class: 'all', 'aria-selected': 'false' },
    words.allResults(answer.query),
  );
  return [
    ...options,
    { element: all, href: `${toHref(place, page)}?q=${encodeURIComponent(answer.query)}` },
  ];
}

function drawOption(hit: SearchHit, query: string, place: Place, id: string): Option {
  const words = WORDS[place.language];
  const clause = hit.clauses[0];
  const lines: HTMLElement[] = [
    draw(
      'span',
      { class: 'line' },
      draw('span', { class: 'number' }, hit.number),
      ' ',
      drawStatus(readStatus(hit), words),
      ...(hit.hosted ? [] : [' ', draw('span', { class: 'record-tag' }, words.record)]),
    ),
    drawTitle(hit, query, place.language),
  ];
  // A standard found by its text leads to the clause that has it.
  const byText = clause !== undefined && hit.match === 'text';
  if (clause) {
    const foreign = place.language === 'en' && clause.language === 'zh';
    lines.push(
      draw(
        'span',
        { class: 'clause', ...(foreign ? { lang: 'zh-CN' } : {}) },
        draw('span', { class: 'address' }, clause.label || clause.title),
        ' ',
        ...drawSnippet(clause.snippet),
      ),
    );
  }
  return {
    element: draw('li', { id, role: 'option', 'aria-selected': 'false' }, ...lines),
    href: toHref(place, byText ? clause.path : hit.path),
  };
}
