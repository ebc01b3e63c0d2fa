import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { changeKinds, nameChange } from '#core/compare/index.ts';
import type { Change, ChangeKind, Summary } from '#core/compare/index.ts';
import { drawCalls, drawMark, drawPieces, drawSign, namePlace } from './draw-marks.ts';
import type { DrawContext } from './draw-marks.ts';

const groups = [
  'requirement',
  'instruction',
  'recommendation',
  'permission',
  'table',
  'other',
] as const satisfies readonly (keyof Summary)[];

/** How many sentences of each type became what, as a table. */
export function drawSummary({ comparison, words, language }: DrawContext): Html {
  const { summary } = comparison;
  const shown = groups.filter((group) => Object.values(summary[group]).some((count) => count > 0));
  const kinds = [...changeKinds, 'unchanged'] as const;
  const cell = (kind: ChangeKind | 'unchanged', count: number) =>
    html`<td data-kind="${kind}"${count === 0 && html` class="zero"`}>${count}</td>`;
  return html`<div class="cmp-scroll" tabindex="0"><table class="cmp-summary"><caption class="visually-hidden">${words.summary}</caption><thead><tr><th scope="col">${words.type}</th>${kinds.map(
    (kind) =>
      html`<th scope="col" data-kind="${kind}">${kind === 'unchanged' ? noHtml : drawSign(kind)}${kind === 'unchanged' ? words.unchanged : nameChange(kind, language)}</th>`,
  )}</tr></thead><tbody>${shown.map(
    (group) =>
      html`<tr><th scope="row">${words.groups[group]}</th>${kinds.map((kind) => cell(kind, summary[group][kind]))}</tr>`,
  )}</tbody></table></div>`;
}

/** Numbers of clauses, old and new, with what became of each. */
export function drawNumbers(context: DrawContext, numbers: readonly [string, string]): Html {
  const { comparison, words, language } = context;
  const rows = comparison.sections.map((section) => {
    const clause =
      comparison.to.clauses[section.to ?? -1] ?? comparison.from.clauses[section.from ?? -1];
    const indices = [
      section.title.change,
      ...section.rows.map((row) => row.change),
      ...section.tables.flatMap((table) => [
        table.change,
        ...table.rows.flatMap((row) => [row.change, ...row.cells.map((cell) => cell.change)]),
      ]),
      ...section.figures.map((figure) => figure.change),
    ].filter((index) => index !== undefined);
    const first = comparison.changes[section.change ?? indices[0] ?? -1];
    const alone =
      section.from === undefined ? 'added' : section.to === undefined ? 'removed' : undefined;
    const result =
      alone !== undefined
        ? nameChange(alone, language)
        : indices.length > 0
          ? nameChange('changed', language)
          : section.move === 'none'
            ? words.unchanged
            : nameChange('moved', language);
    return html`<tr><td>${namePlace(context, 'from', section.from)}</td><td>${namePlace(context, 'to', section.to)}</td><td>${clause?.address === '' ? '' : clause?.title}</td><td>${first ? html`<a href="#${first.id}">${result}</a>` : result}</td></tr>`;
  });
  return html`<div class="cmp-scroll" tabindex="0"><table class="cmp-numbers"><thead><tr><th scope="col">${numbers[0]}</th><th scope="col">${numbers[1]}</th><th scope="col">${words.title}</th><th scope="col">${words.result}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** So many are listed; the filter shows the others where they stand. */
const mostListed = 80;

/** What became stricter or less strict, with its limits: what a reader who has to comply reads first. */
export function drawHighlights(context: DrawContext): Html {
  const { comparison, words } = context;
  const found = comparison.changes.filter(
    ({ kind, verb, limits }) =>
      kind === 'tightened' ||
      kind === 'loosened' ||
      verb?.direction === 'tightened' ||
      verb?.direction === 'loosened' ||
      limits.some(({ direction }) => /^(?:tightened|loosened|unsure)$/.test(direction)),
  );
  if (found.length === 0) return html`<p class="quiet">${words.noHighlights}</p>`;
  const lines = groupCells(found);
  const items = lines
    .slice(0, mostListed)
    .map((group) => html`<li>${drawHighlight(group, context)}</li>`);
  return html`<ol class="cmp-highlights" role="list">${items}</ol>${lines.length > mostListed && html`<p class="quiet">${words.moreHighlights(String(lines.length - mostListed))}</p>`}`;
}

/** Where a cell stands, without its column. */
const rowOf = ({ at = '' }: Change): string => at.replace(/　[^　]*$/, '');

/** Changes that are said together: cells of one row of a table that went the same way. */
function groupCells(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const joined: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    const isNext =
      last?.[0].subject === 'cell' &&
      change.subject === 'cell' &&
      rowOf(last[0]) === rowOf(change) &&
      last[0].kind === change.kind;
    if (last && isNext) last.push(change);
    else joined.push([change]);
  }
  return joined;
}

function drawHighlight(group: readonly [Change, ...Change[]], context: DrawContext): Html {
  const { words } = context;
  const [first] = group;
  const isCell = first.subject === 'cell';
  const places = [
    namePlace(context, 'from', first.from?.clause),
    namePlace(context, 'to', first.to?.clause),
  ];
  const where = isCell ? rowOf(first) : [...new Set(places)].filter(Boolean).join(' → ');
  const tag = html`<span class="cmp-tag">${drawMark(first, context)} <span class="quiet">${where}</span></span>`;
  if (!isCell)
    return html`${tag}<span class="words">${drawPieces(first.pieces, 'both', words)}</span>${drawCalls(first, context)}`;
  const cells = group.map(({ id, at = '', from, to }) => {
    const values = [
      { kind: 'removed', text: from?.text ?? '' },
      { kind: 'added', text: to?.text ?? '' },
    ] as const;
    return html`<span class="cmp-value"><a class="quiet" href="#${id}">${at.slice(rowOf(first).length).trim()}</a> ${drawPieces(values, 'both', words)}</span> `;
  });
  return html`${tag}<span class="words cmp-values">${cells}</span>`;
}
