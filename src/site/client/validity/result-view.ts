import type { Language } from '#core/model/standard.ts';
import { verdictWords } from '#core/validity/index.ts';
import type { Verdict } from '#core/validity/index.ts';
import { VALIDITY_WORDS } from '#site/i18n/browser/validity.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, langOf } from '../draw.ts';
import type { Result, ResultRow } from './messages.ts';
import { drawRow, drawTable, nameVerdict } from './result-table.ts';
import type { TableContext } from './result-table.ts';

/** Rows that are drawn at once; a button brings as many more. */
const rowsAtOnce = 500;

/** What a reader sees of a result: all of it, or what a filter leaves. */
export interface ShownResult {
  readonly result: Result;
  readonly rows: readonly ResultRow[];
}

/** Shows results in their place on the page; `shown` is what is to be taken away. */
export function startResultView(section: HTMLElement, context: TableContext) {
  const { language } = context;
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-${name}]`);
  const [summary, facts, notices, filters, only, table, more] = [
    'summary',
    'facts',
    'notices',
    'filters',
    'only',
    'table',
    'more',
  ].map(part);
  let shown: ShownResult | undefined;
  let drawn = 0;
  let body: HTMLElement | undefined;

  const drawMore = (most: number): void => {
    if (!shown || !body || !more) return;
    const { rows, result } = shown;
    body.append(
      ...rows.slice(drawn, drawn + most).map((row) => drawRow(row, result.heads, context)),
    );
    drawn = Math.min(rows.length, drawn + most);
    const left = rows.length - drawn;
    more.hidden = left === 0;
    more.textContent = (more.dataset['moreText'] ?? '').replace(
      '{count}',
      formatCount(Math.min(left, rowsAtOnce)),
    );
  };

  const choose = (result: Result, verdict?: Verdict): void => {
    const rows = result.rows.filter((row) => verdict === undefined || row.verdict === verdict);
    shown = { result, rows };
    drawn = 0;
    const { table: element, body: place } = drawTable(result);
    body = place;
    table?.replaceChildren(element);
    drawMore(rowsAtOnce);
    for (const button of filters?.querySelectorAll('button') ?? [])
      button.setAttribute('aria-pressed', String(button.dataset['verdict'] === (verdict ?? '')));
    if (only) only.hidden = verdict === undefined;
    if (only) only.textContent = sayOnly(shown, verdict, language);
  };

  more?.addEventListener('click', () => {
    const first = drawn;
    drawMore(rowsAtOnce);
    const next = body?.children[first]?.querySelector<HTMLElement>('a');
    next?.focus();
  });
  // Who takes the whole list takes what is not drawn yet, too.
  section.addEventListener('draw-all', () => drawMore(Number.MAX_SAFE_INTEGER));
  window.addEventListener('beforeprint', () => drawMore(Number.MAX_SAFE_INTEGER));

  return {
    get shown() {
      return shown;
    },
    show(result: Result): string {
      const said = summarize(result, language);
      if (summary) summary.textContent = said;
      if (facts) facts.textContent = describeData(result, language);
      if (notices) showNotices(notices, result, language);
      filters?.replaceChildren(
        ...drawFilters(result, language, (verdict) => choose(result, verdict)),
      );
      choose(result);
      section.hidden = false;
      return said;
    },
    hide() {
      section.hidden = true;
      shown = undefined;
    },
  };
}

/** What is found, in a sentence. */
function summarize({ rows }: Result, language: Language): string {
  const words = VALIDITY_WORDS[language];
  const work = rows.filter(({ verdict }) => verdict !== 'valid').length;
  const total = formatCount(rows.length);
  if (rows.length === 0) return words.nothingFound;
  return work === 0 ? words.allValid(total) : words.summary(total, formatCount(work));
}

/** The day, and what the list was checked against: enough to check again. */
function describeData({ day, factsAsOf, digest, standards }: Result, language: Language): string {
  const words = VALIDITY_WORDS[language];
  return [
    words.asOf(day),
    words.against(formatCount(standards)),
    ...(factsAsOf === undefined ? [] : [words.facts(factsAsOf)]),
    words.digest(digest),
  ].join(' · ');
}

function drawFilters(
  { rows }: Result,
  language: Language,
  choose: (verdict?: Verdict) => void,
): readonly HTMLElement[] {
  const button = (name: string, count: number, verdict?: Verdict) => {
    const element = draw(
      'button',
      { type: 'button', 'aria-pressed': 'false', 'data-verdict': verdict ?? '' },
      name,
      ' ',
      draw('span', { class: 'count' }, formatCount(count)),
    );
    element.addEventListener('click', () => choose(verdict));
    return element;
  };
  const counts = new Map<Verdict, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [
    button(VALIDITY_WORDS[language].all, rows.length),
    ...verdictWords.flatMap(({ verdict }) => {
      const count = counts.get(verdict);
      return count === undefined ? [] : [button(nameVerdict(verdict, language), count, verdict)];
    }),
  ];
}

/** What a filter leaves, in a sentence that is printed too; empty without a filter. */
function sayOnly({ result, rows }: ShownResult, verdict: Verdict | undefined, language: Language) {
  if (verdict === undefined) return '';
  const [count, total] = [formatCount(rows.length), formatCount(result.rows.length)];
  return VALIDITY_WORDS[language].only(nameVerdict(verdict, language), count, total);
}

function showNotices(place: HTMLElement, { notices }: Result, language: Language): void {
  place.hidden = notices.length === 0;
  place.replaceChildren(
    ...notices.map((notice) => draw('li', langOf(notice[language], language), notice[language])),
  );
}
