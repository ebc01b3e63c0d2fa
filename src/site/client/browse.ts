import './reader-day.ts';
import { foldRows, FIND_FROM } from './fold.ts';
import type { FoldWords } from './fold.ts';
import { openNamedGroup } from './hash.ts';

/** Groups of values to browse fold and narrow as the filters of search do. */
function startGroup(group: HTMLDetailsElement, words: FoldWords, findLabel: string): void {
  const list = group.querySelector('ul');
  if (!list) return;
  const rows = [...list.querySelectorAll('li')].map((item) => ({
    item,
    // Not by its count.
    text: [...item.querySelectorAll('.code, .name')]
      .map(({ textContent }) => textContent)
      .join(' '),
  }));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold';
  const field = document.createElement('input');
  let unfolded = false;
  const apply = () => foldRows(rows, button, { unfolded, asked: field.value }, words);
  button.addEventListener('click', () => {
    unfolded = !unfolded;
    apply();
  });
  list.after(button);
  if (rows.length >= FIND_FROM) {
    field.type = 'search';
    field.className = 'field find-value';
    field.autocomplete = 'off';
    field.maxLength = 60;
    field.placeholder = findLabel;
    field.setAttribute('aria-label', findLabel);
    field.addEventListener('input', apply);
    list.before(field);
  }
  apply();
  list.classList.add('ready');
}

for (const groups of document.querySelectorAll<HTMLElement>('[data-folds]')) {
  const { more = '', fewer = '' } = groups.dataset;
  const words = {
    moreValues: (count: number) => more.replace('{n}', String(count)),
    fewerValues: fewer,
  };
  for (const group of groups.querySelectorAll<HTMLDetailsElement>('.facet-group')) {
    startGroup(group, words, group.dataset['find'] ?? '');
  }
}
openNamedGroup(document);
