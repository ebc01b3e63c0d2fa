import { clearRecents, readRecents, removeRecent } from './recents.ts';
import { writeState } from './state.ts';
import { draw } from '../draw.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** Questions asked before, as links, each with a button that forgets it; nothing when there are none. */
export function renderRecents(place: HTMLElement, words: SearchWords): void {
  const recents = readRecents();
  if (recents.length === 0) {
    place.replaceChildren();
    return;
  }
  const items = recents.map((text) => {
    const query = writeState({
      text,
      exact: false,
      scope: 'standards',
      filters: {},
      sort: 'relevance',
      page: 1,
    });
    const remove = draw(
      'button',
      { type: 'button', class: 'forget', 'aria-label': words.removeRecent(text) },
      draw('span', { 'aria-hidden': 'true' }, '×'),
    );
    const item = draw('li', {}, draw('a', { class: 'touch-link', href: query }, text), remove);
    remove.addEventListener('click', () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      removeRecent(text);
      item.remove();
      const button = next?.querySelector<HTMLElement>('button');
      if (button) button.focus();
      else place.replaceChildren();
    });
    return item;
  });
  const clear = draw('button', { type: 'button', class: 'clear' }, words.clearRecents);
  clear.addEventListener('click', () => {
    clearRecents();
    place.replaceChildren();
  });
  place.replaceChildren(
    draw('div', { class: 'recents-head' }, draw('h2', {}, words.recents), clear),
    draw('ul', { role: 'list' }, ...items),
  );
}
