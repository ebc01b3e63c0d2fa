import './reader-day.ts';
import { saveBlob } from './save-file.ts';
import { toCsv, toXlsx } from './table-file.ts';
import type { FileTable } from './table-file.ts';

/** Buttons that take away the rows a reader's filters leave. */
export function startListExport(page: HTMLElement): void {
  const box = page.querySelector<HTMLElement>('[data-shown-rows]');
  const table = page.querySelector<HTMLTableElement>('table.detail');
  const status = box?.querySelector<HTMLElement>('[role="status"]');
  if (!box || !table || !status) return;
  const { name = '', sheet = '', node = '', saved = '', notSaved = '' } = box.dataset;
  const act = (format: 'csv' | 'xlsx') => {
    const rows = readRows(table, node);
    void (format === 'csv' ? Promise.resolve(toCsv(rows)) : toXlsx(rows, sheet, widths))
      .then((blob) => {
        saveBlob(blob, `${name}.${format}`);
        status.textContent = saved.replace('{count}', String(rows.rows.length));
      })
      .catch(() => {
        status.textContent = notSaved;
      });
  };
  for (const button of box.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
    button.addEventListener('click', () =>
      act(button.dataset['format'] === 'csv' ? 'csv' : 'xlsx'),
    );
  }
}

/** Of the columns of the page and the segment of the chain, which stands in the cell of the sub-system there. */
const widths = [6, 13, 20, 48, 24, 11, 28, 12, 10, 14, 28, 16];

/**
 * What the page shows; the segment of the chain has a column of its own, named `node`. The first thing in the cell of
 * the sub-system is its name.
 */
function readRows(table: HTMLTableElement, node: string): FileTable {
  const textOf = (part: Node | null) => (part?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const head = [...table.querySelectorAll('thead th')].map(textOf);
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')]
    .filter((row) => !row.hidden)
    .map((row) => {
      const link = row.querySelector('.branch a');
      const cells = [...row.cells].map((cell) =>
        textOf(cell.classList.contains('branch') ? cell.firstChild : cell),
      );
      return [...cells, textOf(link)];
    });
  return { head: [...head, node], rows };
}
