import { scopes, sorts } from '#search/contract.ts';
import type { FilterName, Scope, Sort } from '#search/contract.ts';
import { nameValue } from './labels.ts';
import type { Labels } from './labels.ts';
import { change, hasFilters, listFilters, toggleFilter, writeState } from './state.ts';
import type { PageState } from './state.ts';
import { draw, isPlainClick } from '../draw.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** Ask something else from this page, as a deliberate act. */
export type Go = (state: PageState) => void;

/** Links to what can be looked for, each with its count where that is known. */
export function renderScopes(
  state: PageState,
  counts: ReadonlyMap<Scope, string>,
  go: Go,
  words: SearchWords,
): HTMLElement {
  const items = scopes.map((scope) => {
    const next = change(state, { scope, sort: hasFilters(scope) ? state.sort : 'relevance' });
    const count = counts.get(scope);
    const link = draw(
      'a',
      {
        // Without a question the address is the page itself.
        href: writeState(next) || window.location.pathname,
        'data-key': `scope-${scope}`,
        ...(scope === state.scope ? { 'aria-current': 'true' } : {}),
      },
      words.scopes[scope],
      ...(count === undefined ? [] : [' ', draw('span', { class: 'count' }, count)]),
    );
    link.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      go(next);
    });
    return draw('li', {}, link);
  });
  return draw('ul', { role: 'list' }, ...items);
}

/** A chosen value with the name of its filter: `标准类别：地方标准`. */
export function nameChoice(
  name: FilterName,
  value: string,
  labels: Labels,
  words: SearchWords,
): string {
  return `${words.filterNames[name]}${words.colon}${nameValue(name, value, labels, words)}`;
}

/** The filters chosen, each with a button that takes it away. */
export function renderChips(
  state: PageState,
  labels: Labels,
  go: Go,
  words: SearchWords,
): readonly HTMLElement[] {
  const chosen = listFilters(state);
  if (chosen.length === 0) return [];
  const button = (text: string, next: PageState, attributes: Readonly<Record<string, string>>) => {
    const element = draw('button', { type: 'button', ...attributes }, text);
    element.addEventListener('click', () => go(next));
    return element;
  };
  const chips = chosen.map(({ name, value }) => {
    const text = nameChoice(name, value, labels, words);
    const filters = toggleFilter(state.filters, name, value, false);
    const chip = button(text, change(state, { filters }), {
      class: 'chip',
      'aria-label': words.remove(text),
      'data-key': `chip-${name}=${value}`,
    });
    chip.append(draw('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
    return draw('li', {}, chip);
  });
  const clear = button(words.clearFilters, change(state, { filters: {} }), {
    class: 'clear',
    'data-key': 'clear',
  });
  return [
    draw(
      'ul',
      { class: 'chips no-print', role: 'list', 'aria-label': words.chosen },
      ...chips,
      draw('li', {}, clear),
    ),
  ];
}

/** The choice of an order with its label; a choice asks again from the first page. */
export function renderSort(state: PageState, go: Go, words: SearchWords): HTMLElement {
  const select = draw(
    'select',
    { class: 'field', name: 'sort', 'data-key': 'sort' },
    ...sorts.map((sort) => draw('option', { value: sort }, words.sorts[sort])),
  );
  select.value = state.sort;
  select.addEventListener('change', () => go(change(state, { sort: select.value as Sort })));
  return draw('label', { class: 'sort' }, draw('span', {}, words.sort), select);
}

/**
 * Draw again without losing the reader's place: what had the focus has it afterwards, found by `data-key`; when it is
 * gone, `fallback` has it.
 */
export function keepFocus(root: HTMLElement, redraw: () => void, fallback: HTMLElement): void {
  const active = document.activeElement;
  const inside = active instanceof HTMLElement && root.contains(active) && active !== fallback;
  const key = inside ? active.dataset['key'] : undefined;
  redraw();
  if (!inside || root.contains(active)) return;
  const again = [...root.querySelectorAll<HTMLElement>('[data-key]')].find(
    (element) => element.dataset['key'] === key,
  );
  (again ?? fallback).focus({ preventScroll: true });
}
