import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type {
  CellComparison,
  FigureComparison,
  TableComparison,
  TableRowComparison,
} from '#core/compare/index.ts';
import { drawMark, drawPieces } from './draw-marks.ts';
import type { DrawContext } from './draw-marks.ts';

/** A table of both texts in one: cells say what they were and what they are. */
export function drawTable(table: TableComparison, context: DrawContext): Html {
  const { comparison, words } = context;
  const change = table.change === undefined ? undefined : comparison.changes[table.change];
  const isChanged =
    change !== undefined ||
    table.rows.some(
      (row) => row.change !== undefined || row.cells.some((cell) => cell.change !== undefined),
    );
  const kind = change && html` data-kind="${change.kind}"`;
  const head = table.rows.filter(({ isHead }) => isHead);
  const body = table.rows.filter(({ isHead }) => !isHead);
  return html`<figure class="${isChanged ? 'cmp-table' : 'cmp-table same'}"${change && html` id="${change.id}"`}${kind}><figcaption>${change && drawMark(change, context)} ${drawPieces(table.pieces, 'both', words)}</figcaption><div class="cmp-scroll" tabindex="0"><table>${
    head.length > 0 && html`<thead>${head.map((row) => drawRow(row, table, context))}</thead>`
  }<tbody>${body.map((row) => drawRow(row, table, context))}</tbody></table></div></figure>`;
}

function drawRow(row: TableRowComparison, table: TableComparison, context: DrawContext): Html {
  const { comparison, words } = context;
  const change = row.change === undefined ? undefined : comparison.changes[row.change];
  const said = { both: '', added: words.rowAdded, removed: words.rowRemoved }[row.state];
  return html`<tr${change && html` id="${change.id}" data-kind="${change.kind}"`}>${row.cells.map(
    (cell, at) => {
      const column = table.columns[at] ?? 'both';
      const name = row.isHead || at === 0 ? 'th' : 'td';
      const state = row.state === 'both' ? column : row.state;
      const note = at === 0 && said !== '' && html`<span class="visually-hidden">${said} </span>`;
      const isNewColumn = row.isHead && row.state === 'both' && column !== 'both';
      const columnNote =
        isNewColumn &&
        html`<span class="visually-hidden">${column === 'added' ? words.columnAdded : words.columnRemoved} </span>`;
      return drawCell(
        cell,
        {
          name,
          state,
          isHead: row.isHead,
          isWhole: row.state !== 'both' || column !== 'both',
          before: html`${note}${columnNote}`,
        },
        context,
      );
    },
  )}</tr>`;
}

function drawCell(
  cell: CellComparison,
  {
    name,
    state,
    isHead,
    isWhole,
    before,
  }: {
    readonly name: 'th' | 'td';
    readonly state: TableRowComparison['state'];
    readonly isHead: boolean;
    readonly isWhole: boolean;
    readonly before: Html;
  },
  context: DrawContext,
): Html {
  const { comparison, words } = context;
  const change = cell.change === undefined ? undefined : comparison.changes[cell.change];
  const scope = name === 'th' && html` scope="${isHead ? 'col' : 'row'}"`;
  const about = html`${scope}${state !== 'both' && html` class="${state}"`}${change && html` id="${change.id}" data-kind="${change.kind}"`}`;
  const text = isWhole
    ? html`${cell.to ?? cell.from ?? ''}`
    : change && cell.from !== undefined && cell.to !== undefined
      ? html`${drawChanged(cell, words)}${!isHead && html` ${drawMark(change, context)}`}`
      : drawPieces(cell.pieces, 'both', words);
  return name === 'th'
    ? html`<th${about}>${before}${text}</th>`
    : html`<td${about}>${before}${text}</td>`;
}

/** Short values stand whole, one after the other; long ones word by word. */
function drawChanged(
  { from = '', to = '', pieces }: CellComparison,
  words: DrawContext['words'],
): Html {
  const isShort = from.length <= 16 && to.length <= 16;
  const shown = isShort
    ? [
        ...(from === '' ? [] : [{ kind: 'removed', text: from } as const]),
        ...(to === '' ? [] : [{ kind: 'added', text: to } as const]),
      ]
    : pieces;
  return html`<span class="values">${drawPieces(shown, 'both', words)}</span>`;
}

/** A figure by its name; what is drawn in it is not compared, and that is said. */
export function drawFigure(
  { from, to, sameFiles, change: index }: FigureComparison,
  context: DrawContext,
): Html {
  const { comparison, words } = context;
  const change = index === undefined ? undefined : comparison.changes[index];
  const isBoth = from !== undefined && to !== undefined;
  const files = isBoth && (sameFiles ? noHtml : html`${words.otherFiles}；`);
  return html`<p class="${change ? 'cmp-figure' : 'cmp-figure same'}"${change && html` id="${change.id}" data-kind="${change.kind}"`}>${change && drawMark(change, context)} ${
    change ? drawPieces(change.pieces, 'both', words) : (to ?? from)
  }${isBoth && html` <span class="quiet">${files}${words.figureNotCompared}</span>`}</p>`;
}
