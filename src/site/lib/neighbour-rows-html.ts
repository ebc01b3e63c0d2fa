import { html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { restingKinds } from '#core/catalog/neighbour-kinds.ts';
import type { Language, NamedText } from '#core/model/standard.ts';
import type { Timed } from '#core/model/timed.ts';
import { REFERENCES_WORDS, REPORT_WORDS } from '../i18n/references.ts';
import type { ShownNeighbour } from '../views/references.ts';
import { drawDays } from './days-html.ts';
import { drawClauseLinks, drawStandardCell } from './report-cells-html.ts';
import { drawStatus } from './status-html.ts';

/** What rows of references are drawn by. */
interface NeighbourSetting {
  readonly language: Language;
  /** What the references are of. */
  readonly own: { readonly number: string; readonly title: string };
  /** Whether they are of several standards, which a column names. */
  readonly several: boolean;
  /** Names of the clauses of texts, by their addresses. */
  readonly named: ReadonlyMap<string, NamedText>;
  /** The file of drawings. */
  readonly icons: string;
}

const resting: ReadonlySet<string> = new Set(restingKinds);

/** Rows of a table of references as HTML, each on the days it stands there: a function, since what all texts cite has a thousand of them. */
export function drawNeighbourRows(
  rows: readonly Timed<ShownNeighbour | null>[],
  setting: NeighbourSetting,
): string {
  return rows
    .map((row) => drawDays(row, (value) => value !== null && drawRow(value, setting)).markup)
    .join('');
}

function drawRow(
  row: ShownNeighbour,
  { language, own, several, named, icons }: NeighbourSetting,
): Html {
  const { kind, number, entry, of, note, dated, text } = row;
  const words = REFERENCES_WORDS[language];
  const report = REPORT_WORDS[language];
  const self = of?.number ?? own.number;
  const back = resting.has(kind) && html` data-back=""`;
  const hosted = entry?.hosted === true;
  const member =
    several && html`<td data-head="${words.member}">${of && drawStandardCell(language, of)}</td>`;
  const other = entry
    ? drawStandardCell(language, entry)
    : html`<span class="number">${number}</span> <span class="quiet">${report.unknown}</span>`;
  const how =
    dated &&
    `${row.normative ? report.normative : report.informative}${language === 'zh' ? '，' : ', '}${report.dated[dated]}`;
  return html`<tr data-row data-relation="${kind}" data-hosted="${hosted ? 'yes' : 'no'}" data-of="${self}" data-of-label="${`${self} ${of?.title ?? own.title}`.trim()}" data-other="${number}" data-label="${`${number} ${entry?.title ?? ''}`.trim()}"${back}><td class="brief" data-head="${words.relation}">${words.kind[kind]}${note && html`<span class="quiet"> ${note}</span>`}</td>${member}<th scope="row">${other}</th><td class="brief" data-head="${report.status}">${entry && drawStatus(language, entry, icons)}</td><td class="clauses" data-head="${report.clauses}">${text && drawClauseLinks(language, named.get(text.slug), row.clauses)}</td><td class="how" data-head="${report.cited}">${how}</td><td class="brief" data-head="${report.hosted}">${hosted ? report.yes : report.no}</td></tr>`;
}
