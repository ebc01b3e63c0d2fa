import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { changeKinds } from '#core/compare/index.ts';
import type { ChangeKind, Summary } from '#core/compare/index.ts';
import { drawSign, namePlace } from './draw-marks.ts';
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
export function drawSummary({ comparison, words }: DrawContext): Html {
  const { summary } = comparison;
  const shown = groups.filter((group) => Object.values(summary[group]).some((count) => count > 0));
  const kinds = [...changeKinds, 'unchanged'] as const;
  const cell = (kind: ChangeKind | 'unchanged', count: number) =>
    html`<td data-kind="${kind}"${count === 0 && html` class="zero"`}>${count}</td>`;
  return html`<div class="scroll"><table class="cmp-summary"><caption class="visually-hidden">${words.summary}</caption><thead><tr><th scope="col">${words.type}</th>${kinds.map(
    (kind) =>
      html`<th scope="col" data-kind="${kind}">${kind === 'unchanged' ? noHtml : drawSign(kind)}${words.kinds[kind]}</th>`,
  )}</tr></thead><tbody>${shown.map(
    (group) =>
      html`<tr><th scope="row">${words.groups[group]}</th>${kinds.map((kind) => cell(kind, summary[group][kind]))}</tr>`,
  )}</tbody></table></div>`;
}

/** Numbers of clauses, old and new, with what became of each. */
export function drawNumbers(context: DrawContext, numbers: readonly [string, string]): Html {
  const { comparison, words } = context;
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
        ? words.kinds[alone]
        : indices.length > 0
          ? words.kinds.changed
          : section.move === 'none'
            ? words.kinds.unchanged
            : words.kinds.moved;
    return html`<tr><td>${namePlace(context, 'from', section.from)}</td><td>${namePlace(context, 'to', section.to)}</td><td>${clause?.address === '' ? '' : clause?.title}</td><td>${first ? html`<a href="#${first.id}">${result}</a>` : result}</td></tr>`;
  });
  return html`<div class="scroll"><table class="cmp-numbers"><thead><tr><th scope="col">${numbers[0]}</th><th scope="col">${numbers[1]}</th><th scope="col">${words.subjects.title}</th><th scope="col">${words.result}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** One line of the list of kinds: for the filter. */
export function drawKind(
  kind: ChangeKind,
  count: number,
  { words }: Pick<DrawContext, 'words'>,
): Html {
  return html`${drawSign(kind)}${words.kinds[kind]} <span class="count">${count}</span>`;
}
