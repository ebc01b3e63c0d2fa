import '../reader-day.ts';
import { keepChoices } from '../choices.ts';
import { saveBlob } from '../save-file.ts';
import { shownDay } from '../shown-day.ts';
import { toCsv, toXlsx } from '../table-file.ts';
import { readTable, textOf, toGraphml, writeJson } from './read-rows.ts';

/** A page with one table: its rows are filtered and sorted, and those that are left are taken away or printed. */
export function startReport(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('.report-tools');
  const table = page.querySelector<HTMLTableElement>('.report-table');
  const said = form?.querySelector<HTMLElement>('[role="status"]');
  if (!form || !table || !said) return;
  const listShown = () =>
    [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].filter((row) => !row.hidden);
  startFilters(form, table, said);
  startSorting(table, form.dataset['sort'] ?? '');
  startExport(form, table, said, listShown);
}

/** What is chosen stands in the address; rows that do not fit are hidden. */
function startFilters(form: HTMLFormElement, table: HTMLTableElement, said: HTMLElement): void {
  const selects = [...form.querySelectorAll('select')];
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
  const apply = () => {
    const chosen = selects.filter(({ value }) => value !== '');
    let count = 0;
    for (const row of rows) {
      const fits = chosen.every(({ name, value }) =>
        (row.dataset[name] ?? '').split(' ').includes(value),
      );
      row.hidden = !fits;
      if (fits) count += 1;
    }
    const { shown = '', none = '' } = form.dataset;
    said.textContent =
      count === 0
        ? none
        : shown.replace('{count}', String(count)).replace('{total}', String(rows.length));
  };
  keepChoices(form, apply);
}

/** Each head becomes a button that sorts by its column, the other way when pressed again. */
function startSorting(table: HTMLTableElement, hint: string): void {
  const { lang } = document.documentElement;
  const collator = new Intl.Collator(lang === 'en' ? 'en' : 'zh-Hans-u-co-pinyin', {
    numeric: true,
  });
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  for (const [at, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = hint;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')]
        .map((row) => ({ row, text: textOf(row.cells[at]) }))
        .sort((a, b) => collator.compare(a.text, b.text) * (down ? -1 : 1));
      table.tBodies[0]?.append(...rows.map(({ row }) => row));
    });
  }
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  graphml: 'application/graphml+xml',
};

function startExport(
  form: HTMLFormElement,
  table: HTMLTableElement,
  said: HTMLElement,
  listShown: () => readonly HTMLTableRowElement[],
): void {
  const { name = '', saved = '', notSaved = '' } = form.dataset;
  const make = async (format: string): Promise<Blob> => {
    const rows = listShown();
    const value = shownDay().day;
    const own = readTable(table, rows, { head: form.dataset['day'] ?? '', value });
    if (format === 'csv') return toCsv(own);
    if (format === 'xlsx')
      return toXlsx(
        own,
        name,
        own.head.map(() => 24),
      );
    const text = format === 'json' ? writeJson(own) : toGraphml(rows);
    return new Blob([text], { type: `${types[format] ?? 'text/plain'};charset=utf-8` });
  };
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
    const { format = 'csv' } = button.dataset;
    button.addEventListener('click', () => {
      void make(format)
        .then((blob) => {
          saveBlob(blob, `${name}-${shownDay().day}.${format}`);
          said.textContent = saved.replace('{count}', String(listShown().length));
        })
        .catch(() => {
          said.textContent = notSaved;
        });
    });
  }
  form.querySelector('[data-print]')?.addEventListener('click', () => window.print());
}
