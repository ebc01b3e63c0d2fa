import type { RootContent, Table } from 'mdast';
import type { GridCell, TableGrid } from '../text/structure/table-grid.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { layOutTable } from './columns.ts';
import { openExhibit } from './exhibit.ts';
import { renderInline } from './inline.ts';
import type { TypstContext } from './inline.ts';
import { noTypst, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** A table with its title, unit, notes and footnotes (GB/T 1.1—2020, 9.6). */
export function renderTable(block: ContainerDirective, context: TypstContext): Typst {
  const { head, inner, rest, footnotes } = openExhibit(block, context);
  const tables = rest.filter((child) => child.type === 'table');
  const others = rest.filter((child) => child.type !== 'table');
  const below = typst`${inner.renderBlocks(others, inner)}${footnotes}`;
  return renderGrid(tables, { head, below }, inner);
}

/** What is printed around the cells of a table. */
interface Around {
  readonly head?: Typst;
  readonly below?: Typst;
}

/** Returns tables that stand below one another; title and unit above the first, notes and footnotes in the frame of the last. */
export function renderGrid(
  tables: readonly (Table | RootContent)[],
  { head, below = noTypst }: Around,
  context: TypstContext,
): Typst {
  const grids = tables.flatMap((table) =>
    table.type === 'table' ? (context.grids.get(table) ?? []) : [],
  );
  return typst`${grids.map((grid, at) => {
    const first = at === 0 && head ? typst`${head}, ` : noTypst;
    const last = at === grids.length - 1 ? below : noTypst;
    return renderOne(grid, first, last, context);
  })}`;
}

function renderOne(grid: TableGrid, head: Typst, below: Typst, context: TypstContext): Typst {
  const { widths, isWide, size, isShort } = layOutTable(grid);
  const flags = typst`${isWide && typst`wide: true, `}${isShort && typst`short: true, `}`;
  const rows = grid.rows.map((row, r) => {
    const cells = row.map((cell, column) =>
      cell.row === r && cell.column === column
        ? renderCell(cell, r < grid.headRows ? 'center' : grid.align[column], context)
        : noTypst,
    );
    return typst`    ${cells}\n`;
  });
  const inside = below.source === '' ? noTypst : typst`, below: [\n${below}]`;
  return typst`#standard-table(${head}${flags}size: ${size}pt, widths: (${widths.map((width) => typst`${width}%, `)}),
  head: (\n${rows.slice(0, grid.headRows)}  ), body: (\n${rows.slice(grid.headRows)}  )${inside})\n`;
}

const aligned: Readonly<Record<string, Typst>> = {
  center: typst`align: center, `,
  right: typst`align: right, `,
};

function renderCell(
  { node, rowSpan, columnSpan }: GridCell,
  align: string | null | undefined,
  context: TypstContext,
): Typst {
  const spans = typst`${rowSpan > 1 && typst`rowspan: ${rowSpan}, `}${columnSpan > 1 && typst`colspan: ${columnSpan}, `}${aligned[align ?? '']}`;
  const text = renderInline(node.children, context);
  return spans.source === '' ? typst`[${text}], ` : typst`table.cell(${spans})[${text}], `;
}
