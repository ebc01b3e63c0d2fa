import { writeGraphml } from '#core/render/graphml.ts';
import type { FileTable } from '../table-file.ts';

/** The text of a part of the page in one line. */
export const textOf = (part: Node | null | undefined): string =>
  (part?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Rows that the filters leave, in the order in which they stand, as a table; the day of their statuses is the last column. */
export function readTable(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  day: { readonly head: string; readonly value: string },
): FileTable {
  const head = [...table.querySelectorAll('thead th')].map(textOf);
  return {
    head: [...head, day.head],
    rows: rows.map((row) => [...[...row.cells].map(textOf), day.value]),
  };
}

/** The same rows as JSON, one object a row, by the heads of the columns. */
export function writeJson({ head, rows }: FileTable): string {
  const items = rows.map((row) =>
    Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])),
  );
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Rows of relations as a graph: each says which two standards it joins, what joins them and which way. */
export function toGraphml(rows: readonly HTMLTableRowElement[]): string {
  const nodes = new Map<string, { id: string; label: string; status: string }>();
  const edges = rows.map((row) => {
    const { of = '', other = '', label = '', relation = '', back } = row.dataset;
    const status = row.querySelector<HTMLElement>('.status')?.dataset['status'] ?? '';
    nodes.set(other, { id: other, label, status });
    if (!nodes.has(of)) nodes.set(of, { id: of, label: row.dataset['ofLabel'] ?? '', status: '' });
    const [source, target] = back === undefined ? [of, other] : [other, of];
    return { source, target, relation };
  });
  return writeGraphml([...nodes.values()], edges);
}
