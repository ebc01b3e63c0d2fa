import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Change, Row, Section } from '#core/compare/index.ts';
import { drawCalls, drawMark, drawPieces, namePlace } from './draw-marks.ts';
import type { DrawContext } from './draw-marks.ts';
import { drawFigure, drawTable } from './draw-tables.ts';

/** A clause of either text or of both. One without a change has the class `same`. */
export function drawSection(section: Section, context: DrawContext): Html {
  const { comparison, words } = context;
  const isChanged =
    section.change !== undefined ||
    section.title.change !== undefined ||
    section.rows.some((row) => row.change !== undefined) ||
    section.figures.some((figure) => figure.change !== undefined) ||
    section.tables.some(
      (table) =>
        table.change !== undefined ||
        table.rows.some(
          (row) => row.change !== undefined || row.cells.some((cell) => cell.change !== undefined),
        ),
    );
  const moved = section.change === undefined ? undefined : comparison.changes[section.change];
  const title =
    section.title.change === undefined ? undefined : comparison.changes[section.title.change];
  const sameWords =
    moved !== undefined &&
    title === undefined &&
    section.rows.every((row) => row.change === undefined) &&
    section.tables.length === 0 &&
    section.rows.length > 0;
  return html`<section class="${isChanged ? 'cmp-clause' : 'cmp-clause same'}"><h3${moved && html` id="${moved.id}" data-kind="moved"`}>${drawNumber(section, context)}<span class="name"${title && html` id="${title.id}" data-kind="${title.kind}"`}>${drawPieces(section.title.pieces, 'both', words)}</span>${title && html` ${drawMark(title, context)}`}${moved && html` ${drawMark(moved, context)}`}${sameWords && html` <span class="quiet">${words.sameWords}</span>`}</h3>${section.rows.map((row) => drawRow(row, context))}${section.tables.map((table) => drawTable(table, context))}${section.figures.map((figure) => drawFigure(figure, context))}</section>`;
}

/** The number of the clause: of the later text, with that of the earlier where it was another. */
function drawNumber(section: Section, context: DrawContext): Html {
  const { words } = context;
  const [from, to] = [
    context.comparison.from.clauses[section.from ?? -1]?.address ?? '',
    context.comparison.to.clauses[section.to ?? -1]?.address ?? '',
  ];
  if (section.from === undefined) return html`<span class="no"><ins>${to}</ins></span>`;
  if (section.to === undefined) return html`<span class="no"><del>${from}</del></span>`;
  if (from === to) return html`<span class="no">${to}</span>`;
  return html`<span class="no">${to}</span><span class="was quiet">${words.movedFrom(from)}</span>`;
}

function drawRow(row: Row, context: DrawContext): Html {
  const { comparison, words } = context;
  const change = row.change === undefined ? undefined : comparison.changes[row.change];
  const code = row.subject === 'formula' ? ' formula' : '';
  if (!change) {
    if (row.elsewhere === undefined)
      return html`<p class="r same${code}">${row.to ?? row.from}</p>`;
    // Only the earlier text has it here.
    const place = namePlace(context, 'to', row.elsewhere);
    return html`<div class="r gone"><p class="cmp-tag"><span class="quiet">${words.toElsewhere(place)}</span></p><p class="side from">${row.from}</p></div>`;
  }
  const tag = html`<p class="cmp-tag">${drawMark(change, context)}${drawPlace(row, change, context)}</p>`;
  const about = html`id="${change.id}" data-kind="${change.kind}"`;
  if (change.kind === 'moved' && row.from !== undefined)
    return html`<div class="r one${code}" ${about}>${tag}<p class="side to">${row.to}</p></div>`;
  if (row.from !== undefined && row.to !== undefined) {
    return html`<div class="r pair${code}" ${about}>${tag}<p class="side from">${drawPieces(row.pieces, 'from', words)}</p><p class="side to">${drawPieces(row.pieces, 'to', words)}</p><p class="merged">${drawPieces(row.pieces, 'both', words)}</p>${drawCalls(change, context)}</div>`;
  }
  const side = row.to === undefined ? 'from' : 'to';
  return html`<div class="r one${code}" ${about}>${tag}<p class="side ${side}">${drawPieces(row.pieces, 'both', words)}</p>${drawCalls(change, context)}</div>`;
}

/** Where the other side of a sentence stands, when it is not here. */
function drawPlace(row: Row, change: Change, context: DrawContext): Html {
  if (row.elsewhere === undefined) return noHtml;
  const { words } = context;
  const side = row.to === undefined ? 'to' : 'from';
  const place = namePlace(context, side, row.elsewhere);
  const said = change.isPart
    ? side === 'from'
      ? words.partOf(place)
      : words.joinedTo(place)
    : words.fromElsewhere(place);
  return html` <span class="quiet">${said}</span>`;
}
