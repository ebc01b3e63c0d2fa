import { keepChoices } from './choices.ts';
import { chooseDays, tellDay } from './reader-day.ts';
import { fetchPage } from './fetch-file.ts';
import { readHash } from './hash.ts';
import { keepDay } from './keep-day.ts';
import { shownDay } from './shown-day.ts';
import { startGapLists } from './system-gaps.ts';

interface Choice {
  readonly system: string;
  readonly kind: string;
  readonly year: string;
}

/**
 * The table of gaps. A choice of a system, of a kind or of a year shows the lists that fit in place of the table: they are
 * read from the pages of the systems. An address of a list that once stood here leads to where it stands now.
 */
export function startGapTable(page: HTMLElement): void {
  if (leadOn(page)) return;
  startGapLists(page);
  const form = page.querySelector<HTMLFormElement>('.gap-filters');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  const holder = page.querySelector<HTMLElement>('[data-gap-sections]');
  if (!form || !status || !holder) return;
  const selects = [...form.querySelectorAll('select')];
  const of = (name: string) => selects.find((select) => select.name === name)?.value ?? '';
  const read = makeReader();
  let turn = 0;

  const apply = async () => {
    const own = ++turn;
    const choice = { system: of('system'), kind: of('kind'), year: of('year') };
    const lines = choose(page, choice);
    if (!lines) {
      status.textContent = '';
      holder.replaceChildren();
      for (const line of page.querySelectorAll<HTMLElement>('tr[hidden]')) line.hidden = false;
      showTable(page, true);
      return;
    }
    status.textContent = status.dataset['reading'] ?? '';
    const sections = await Promise.all(lines.map(read));
    if (own !== turn) return;
    const found = sections.flatMap((section) => section ?? []);
    const items = found.reduce((sum, section) => sum + narrow(section, choice), 0);
    holder.replaceChildren(...found.filter(({ hidden }) => !hidden));
    const unread = lines.filter((_, at) => !sections[at]);
    for (const line of page.querySelectorAll<HTMLElement>('tbody tr')) {
      line.hidden = !unread.includes(line as HTMLTableRowElement);
    }
    showTable(page, unread.length > 0);
    const shown = (status.dataset['shown'] ?? '')
      .replace('{systems}', String(holder.childElementCount))
      .replace('{items}', String(items));
    const fault = (status.dataset['unread'] ?? '').replace('{systems}', String(unread.length));
    status.textContent = unread.length > 0 ? `${shown} ${fault}` : shown;
  };

  keepChoices(form, () => void apply());
}

/** Whether the address names a list, or a system, of the table: then its page is opened. */
function leadOn(page: HTMLElement): boolean {
  const id = readHash();
  const named = id === '' ? null : document.getElementById(id);
  const link = named && page.contains(named) ? named.querySelector('a') : null;
  if (!named?.matches('tr, td') || !link) return false;
  window.location.replace(keepDay(link.href));
  return true;
}

/** Lines of the systems whose lists are asked for; none where nothing is asked. */
function choose(
  page: HTMLElement,
  { system, kind, year }: Choice,
): readonly HTMLTableRowElement[] | undefined {
  if (system === '' && kind === '' && year === '') return undefined;
  return [...page.querySelectorAll<HTMLTableRowElement>('tbody tr[data-system]')].filter((line) => {
    const count = line.querySelector(`[data-kind="${kind}"]`)?.textContent;
    return (
      (system === '' || line.dataset['system'] === system) &&
      (kind === '' || Number(count) > 0) &&
      (year === '' || (line.dataset['years'] ?? '').split(' ').includes(year))
    );
  });
}

/** Reads the lists of the system of a line from its page, once; undefined where they cannot be read. */
function makeReader(): (line: HTMLTableRowElement) => Promise<HTMLElement | undefined> {
  const kept = new Map<string, HTMLElement>();
  return async (line) => {
    const address = line.querySelector('a')?.href ?? '';
    const before = kept.get(address);
    if (before) return before;
    const lists = await fetchPage(address);
    const section = lists?.querySelector<HTMLElement>('.gap-system');
    if (!section) return undefined;
    const own = document.importNode(section, true);
    chooseDays(own, shownDay().day);
    tellDay(own);
    kept.set(address, own);
    return own;
  };
}

/** Leaves the lists and items of a section that fit a choice; returns how many items they have. */
function narrow(section: HTMLElement, { kind, year }: Choice): number {
  let items = 0;
  for (const list of section.querySelectorAll<HTMLDetailsElement>('details[data-kind]')) {
    const all = [...list.querySelectorAll<HTMLElement>('li')];
    for (const item of all) item.hidden = year !== '' && item.dataset['year'] !== year;
    const shown = all.filter((item) => !item.hidden);
    list.hidden = (kind !== '' && list.dataset['kind'] !== kind) || shown.length === 0;
    for (const rest of list.querySelectorAll('details')) {
      rest.hidden = !rest.querySelector('li:not([hidden])');
      if (year !== '' && !rest.hidden) rest.open = true;
    }
    if (list.hidden) continue;
    list.open = true;
    items += shown.reduce((sum, item) => sum + Number(item.dataset['count'] ?? 1), 0);
  }
  section.hidden = !section.querySelector('details[data-kind]:not([hidden])');
  return items;
}

function showTable(page: HTMLElement, shown: boolean): void {
  const table = page.querySelector<HTMLElement>('.gap-table')?.parentElement;
  if (table) table.hidden = !shown;
}
