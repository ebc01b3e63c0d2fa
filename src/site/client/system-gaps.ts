import './reader-day.ts';
import { openNamedGroup } from './hash.ts';

/** Opens the list an address names, the lists that are chosen, and every list on paper. */
export function startGaps(page: HTMLElement): void {
  const lists = [...page.querySelectorAll('details')];
  let closed: readonly HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    closed = lists.filter(({ open }) => !open);
    for (const list of closed) list.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const list of closed) list.open = false;
    closed = [];
  });
  startFilters(page, [...page.querySelectorAll<HTMLDetailsElement>('details[data-kind]')]);
  openNamedGroup(page, (list) => list.scrollIntoView());
}

/** Lists of a system, of a kind and with plans of a year, as the address asks; a choice opens them. */
function startFilters(page: HTMLElement, lists: readonly HTMLDetailsElement[]): void {
  const form = page.querySelector<HTMLFormElement>('.gap-filters');
  if (!form) return;
  const selects = [...form.querySelectorAll('select')];
  const of = (name: string) => selects.find((select) => select.name === name)?.value ?? '';
  const apply = () => {
    const [system, kind, year] = [of('system'), of('kind'), of('year')];
    for (const list of lists) {
      const items = [...list.querySelectorAll<HTMLElement>('li')];
      for (const item of items) item.hidden = year !== '' && item.dataset['year'] !== year;
      const fits = (kind === '' || list.dataset['kind'] === kind) && items.some((li) => !li.hidden);
      list.hidden = !fits;
      const chosen = system !== '' && list.closest('section')?.dataset['system'] === system;
      if (fits && (kind !== '' || year !== '' || chosen)) list.open = true;
      for (const rest of list.querySelectorAll('details')) {
        rest.hidden = !rest.querySelector('li:not([hidden])');
        if (year !== '' && !rest.hidden) rest.open = true;
      }
    }
    for (const section of page.querySelectorAll<HTMLElement>('.gap-system')) {
      const other = system !== '' && section.dataset['system'] !== system;
      const asked = kind !== '' || year !== '';
      section.hidden = other || (asked && !section.querySelector('details:not([hidden])'));
    }
  };
  const asked = new URL(window.location.href).searchParams;
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    const url = new URL(window.location.href);
    url.search = '';
    url.hash = '';
    for (const { name, value } of selects) if (value !== '') url.searchParams.set(name, value);
    window.history.replaceState(null, '', url);
    apply();
  });
  apply();
}
