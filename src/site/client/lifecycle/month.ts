import { addToMonth, layOutMonth } from '#core/lifecycle/due-state.ts';
import type { DUE_WORDS } from '#site/i18n/browser/lifecycle.ts';

type Words = (typeof DUE_WORDS)['zh'];

/** The calendar of a month: what is due on each day, of the rows that are shown. It is drawn when it is looked at. */
export function startMonth(
  page: HTMLElement,
  today: string,
  words: Words,
): { readonly draw: () => void } {
  const box = page.querySelector<HTMLElement>('[data-month]');
  const list = page.querySelector<HTMLElement>('[data-list]');
  const table = page.querySelector<HTMLTableElement>('[data-month-table]');
  const name = page.querySelector<HTMLElement>('[data-month-name]');
  const buttons = [...page.querySelectorAll<HTMLButtonElement>('[data-show]')];
  if (!box || !list || !table || !name) return { draw: () => undefined };
  let month = readMonth(today);
  const draw = () => {
    if (box.hidden) return;
    const [year = 0, number = 1] = month.split('-').map(Number);
    name.textContent = words.month(year, number);
    table.replaceChildren(drawHead(words), drawWeeks(month, today, gather(list)));
  };
  const show = (view: string, isAsked: boolean) => {
    box.hidden = view !== 'month';
    list.hidden = view === 'month';
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['show'] === view));
    if (isAsked) keep(view === 'month' ? month : '');
    draw();
  };
  for (const button of buttons)
    button.addEventListener('click', () => show(button.dataset['show'] ?? 'list', true));
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-turn]')) {
    button.addEventListener('click', () => {
      month = addToMonth(month, Number(button.dataset['turn']));
      keep(month);
      draw();
    });
  }
  show(asked() === '' ? 'list' : 'month', false);
  return { draw };
}

const asked = (): string => new URL(window.location.href).searchParams.get('month') ?? '';

function readMonth(today: string): string {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked()) ? asked() : today.slice(0, 7);
}

function keep(month: string): void {
  const url = new URL(window.location.href);
  if (month === '') url.searchParams.delete('month');
  else url.searchParams.set('month', month);
  window.history.replaceState(null, '', url);
}

/** Rows of the list that are shown, by day. */
function gather(list: HTMLElement): ReadonlyMap<string, readonly HTMLElement[]> {
  const byDay = new Map<string, HTMLElement[]>();
  for (const row of list.querySelectorAll<HTMLElement>('tr[data-due]:not([hidden])')) {
    const day = row.dataset['due'] ?? '';
    const rows = byDay.get(day);
    if (rows) rows.push(row);
    else byDay.set(day, [row]);
  }
  return byDay;
}

function drawHead({ weekdays }: Words): HTMLElement {
  const head = document.createElement('thead');
  const line = head.appendChild(document.createElement('tr'));
  for (const weekday of weekdays) {
    const cell = line.appendChild(document.createElement('th'));
    cell.scope = 'col';
    cell.textContent = weekday;
  }
  return head;
}

function drawWeeks(
  month: string,
  today: string,
  byDay: ReadonlyMap<string, readonly HTMLElement[]>,
): HTMLElement {
  const body = document.createElement('tbody');
  for (const week of layOutMonth(month)) {
    const line = body.appendChild(document.createElement('tr'));
    for (const day of week) {
      const cell = line.appendChild(document.createElement('td'));
      if (day === null) continue;
      const time = cell.appendChild(document.createElement('time'));
      time.dateTime = day;
      time.textContent = String(Number(day.slice(8)));
      if (day === today) cell.setAttribute('aria-current', 'date');
      const rows = byDay.get(day) ?? [];
      if (rows.length > 0) cell.appendChild(drawDay(rows));
      else if (day !== today) cell.dataset['free'] = '';
    }
  }
  return body;
}

function drawDay(rows: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  for (const row of rows) {
    const link = row.querySelector<HTMLAnchorElement>('th a');
    const item = list.appendChild(document.createElement('li'));
    item.dataset['state'] = row.dataset['state'] ?? '';
    const what = item.appendChild(document.createElement('span'));
    what.textContent = row.querySelector('[data-what]')?.textContent ?? '';
    const to = item.appendChild(document.createElement('a'));
    to.href = link?.href ?? '';
    to.textContent = link?.textContent ?? '';
  }
  return list;
}
