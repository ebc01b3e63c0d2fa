import type { AlignType, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { makeBlock, makeMarked } from '../word/exhibits.ts';
import { tableFootnote } from '../word/reasons.ts';
import type { StsContext } from './context.ts';
import { readCaption } from './exhibits.ts';
import type { ToBlocks, WriteNotes } from './exhibits.ts';
import { toPhrasing } from './inline.ts';
import { blockInCell } from './reasons.ts';
import { childOf, elementsOf, findAll, isElement, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

/** What a page can hold (as `core/text` has it), so that a span says nothing larger. */
const mostColumns = 400;
const mostRows = 20_000;

/** A table: a captioned or numbered one as a block with its notes and footnotes, any other as it stands. */
export function writeTable(
  element: StsElement,
  context: StsContext,
  toBlocks: ToBlocks,
  writeNotes: WriteNotes,
): RootContent[] {
  const { title, unit, others } = readCaption(element, context);
  const isNumbered = childOf(element, 'label') !== undefined;
  const grids: { readonly table: Table; readonly headRows: number }[] = [];
  const below: RootContent[] = [];
  for (const part of element.name === 'table-wrap' ? elementsOf(element) : [element]) {
    if (part.name === 'label' || part.name === 'caption') continue;
    const inner = part.name === 'alternatives' ? childOf(part, 'table') : part;
    if (inner?.name === 'table' || inner?.name === 'array') grids.push(toGrid(inner, context));
    else if (part.name === 'table-wrap-foot') below.push(...writeFoot(part, context, toBlocks));
    else below.push(...toBlocks([part], context));
  }
  const above = toBlocks(others, context);
  const notes = writeNotes(context, element);
  const [first, ...more] = grids;
  const tables = grids.map(({ table }) => table);
  if (!isNumbered && title.length === 0 && context.idOf(element) === undefined)
    return [...above, ...tables, ...below, ...notes];
  const headRows = first && first.headRows > 1 ? String(first.headRows) : undefined;
  const block = makeBlock('table', { label: title, id: context.idOf(element), unit, headRows }, [
    ...(first ? [first.table] : []),
    ...more.map(({ table }) => table),
    ...above,
    ...below,
    ...notes,
  ]);
  return [{ ...block, data: { place: element.place } }];
}

/** What stands below a table; footnotes that the table does not mark are notes. */
function writeFoot(foot: StsElement, context: StsContext, toBlocks: ToBlocks): RootContent[] {
  return elementsOf(foot).flatMap((child) => {
    if (child.name !== 'fn-group' && child.name !== 'fn') return toBlocks([child], context);
    const notes = child.name === 'fn' ? [child] : [...findAll(child, 'fn')];
    return notes.flatMap((note) => {
      if (context.isMarked(note)) return [];
      const label = childOf(note, 'label');
      if (label) settle([label], 'number');
      context.leave('mark', note, wordsOf(note), tableFootnote, true);
      return toBlocks(
        note.children.filter((each) => each !== label),
        context,
      ).map((block) =>
        block.type === 'paragraph' ? makeMarked(context.remarks.note, block.children) : block,
      );
    });
  });
}

interface GridCell {
  readonly content: PhrasingContent[];
}

const above: GridCell = { content: [{ type: 'html', value: '^^' }] };
const before: GridCell = { content: [{ type: 'html', value: '<<' }] };

/** A table of XHTML as one of Markdown: cells of several rows or columns point to the one they are part of. */
function toGrid(
  table: StsElement,
  context: StsContext,
): { readonly table: Table; readonly headRows: number } {
  const rows = [...findRows(table)].slice(0, mostRows);
  const grid: (GridCell | undefined)[][] = rows.map(() => []);
  const aligns: (string | undefined)[] = [];
  rows.forEach(({ row, isHead }, at) => {
    const line = grid[at] ?? [];
    let column = 0;
    for (const cell of elementsOf(row).filter(({ name }) => name === 'td' || name === 'th')) {
      while (line[column] !== undefined) column += 1;
      if (column >= mostColumns) break;
      const across = spanOf(cell, 'colspan', mostColumns - column);
      const down = spanOf(cell, 'rowspan', rows.length - at);
      const { align } = cell.attributes;
      if (!isHead && across === 1) aligns[column] ??= align ?? 'left';
      for (let low = 0; low < down; low += 1) {
        for (let right = 0; right < across; right += 1) {
          const target = grid[at + low];
          if (target)
            target[column + right] = right > 0 ? before : low > 0 ? above : toCell(cell, context);
        }
      }
      column += across;
    }
  });
  const width = Math.max(1, ...grid.map((line) => line.length));
  const children = grid.map((line): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => ({
      type: 'tableCell',
      children: line[column]?.content ?? [],
    })),
  }));
  const align = Array.from({ length: width }, (_, column): AlignType => {
    const said = aligns[column];
    return said === 'center' || said === 'right' ? said : null;
  });
  const headRows = Math.max(1, rows.filter(({ isHead }) => isHead).length);
  return { table: { type: 'table', align, children }, headRows: Math.min(headRows, rows.length) };
}

function* findRows(
  table: StsElement,
  isHead = false,
): Generator<{ readonly row: StsElement; readonly isHead: boolean }> {
  for (const child of elementsOf(table)) {
    if (child.name === 'tr') yield { row: child, isHead };
    else if (/^(?:thead|tbody|tfoot)$/.test(child.name))
      yield* findRows(child, child.name === 'thead');
  }
}

function spanOf({ attributes }: StsElement, name: string, most: number): number {
  const written = attributes[name] ?? '1';
  const count = /^\d{1,5}$/.test(written) ? Number(written) : 1;
  return Math.max(1, Math.min(count === 0 ? most : count, most));
}

const cellBlocks = new Set(['p', 'list', 'list-item', 'def', 'def-item', 'def-list', 'term']);
const lossy = new Set([
  'list',
  'def-list',
  'non-normative-note',
  'non-normative-example',
  'table-wrap',
  'disp-quote',
]);

/** The content of a cell: paragraphs in lines, the words of lists and notes in lines too. */
function toCell(cell: StsElement, context: StsContext): GridCell {
  const lost = [...findAll(cell, ...lossy)];
  if (lost.length > 0) context.leave('nested', cell, wordsOf(cell), blockInCell, true);
  const lines = toLines(cell.children).map((line) => toPhrasing(line, context, 'cell'));
  return {
    content: lines
      .filter((line) => line.length > 0)
      .flatMap((line, at): PhrasingContent[] =>
        at > 0 ? [{ type: 'html', value: '<br>' }, ...line] : line,
      ),
  };
}

function toLines(nodes: readonly StsNode[]): readonly (readonly StsNode[])[] {
  const lines: StsNode[][] = [[]];
  for (const node of nodes) {
    if (isElement(node) && (cellBlocks.has(node.name) || lossy.has(node.name)))
      lines.push(...toLines(node.children).map((line) => [...line]), []);
    else lines.at(-1)?.push(node);
  }
  return lines;
}
