import type { Language } from '#core/model/standard.ts';
import { dayStatusTerms, pick } from '#core/terms/index.ts';
import type { DayStatus } from '#core/terms/index.ts';
import { verdictWords } from '#core/validity/index.ts';
import type { Verdict } from '#core/validity/index.ts';
import { VALIDITY_WORDS } from '#site/i18n/browser/validity.ts';
import { draw, langOf, renderIcon, renderStatus } from '../draw.ts';
import type { NamedStandard, Result, ResultRow } from './messages.ts';

export interface TableContext {
  readonly language: Language;
  /** Where the site is, with a slash at both ends. */
  readonly home: string;
}

/** Columns of the page, by their places among the heads of `tabulate`. */
const columns = {
  place: 0,
  written: 1,
  verdict: 4,
  standard: 5,
  successors: 9,
  note: 11,
} as const;

/** A table of results without rows yet. */
export function drawTable({ heads }: Result): {
  readonly table: HTMLTableElement;
  readonly body: HTMLTableSectionElement;
} {
  const body = draw('tbody');
  const head = Object.entries(columns).map(([name, at]) =>
    draw('th', { scope: 'col', class: name }, heads[at] ?? ''),
  );
  return {
    table: draw('table', { class: 'checked' }, draw('thead', {}, draw('tr', {}, ...head)), body),
    body,
  };
}

/** One row: what was written and what is known of it. */
export function drawRow(row: ResultRow, heads: readonly string[], context: TableContext) {
  const [place = '', written = ''] = row.cells;
  const note = row.cells[columns.note] ?? '';
  const { language } = context;
  const chain = row.successors.flatMap((each, at) => [
    ...(at > 0 ? [' → '] : []),
    ...drawStep(each, context),
  ]);
  return draw(
    'tr',
    { 'data-verdict': row.verdict },
    draw('td', { class: 'place' }, place),
    draw('th', { scope: 'row', class: 'written', ...langOf(written, language) }, written),
    draw('td', { class: 'verdict' }, ...drawVerdict(row, language)),
    draw('td', { class: 'standard' }, ...drawStandards(row, context)),
    draw(
      'td',
      { class: 'successors', ...(chain.length > 0 && { 'data-head': heads[columns.successors] }) },
      ...chain,
    ),
    draw('td', { class: 'note', ...langOf(note, language) }, ...linkAddresses(note)),
  );
}

/** One that replaces another: since when, and what changed, where both texts are here. */
function drawStep(each: NamedStandard, context: TableContext): readonly (Node | string)[] {
  const { number, slug, implemented, compareWith } = each;
  const { language, home } = context;
  const words = VALIDITY_WORDS[language];
  const query = new URLSearchParams({ a: compareWith ?? '', b: slug ?? '' });
  return [
    linkStandard(each, context),
    ...(implemented ? [draw('span', { class: 'quiet' }, words.step(implemented))] : []),
    ...(compareWith
      ? [
          ' ',
          draw(
            'a',
            {
              href: `${home}${language === 'en' ? 'en/' : ''}compare/?${query.toString()}`,
              'aria-label': words.compareWith(number),
            },
            words.compare,
          ),
        ]
      : []),
  ];
}

/** A note with the addresses in it as links that open a window of their own. */
function linkAddresses(note: string): readonly (Node | string)[] {
  return note
    .split(/(https:\/\/[\w./-]+)/)
    .map((piece, at) =>
      at % 2 === 1
        ? draw('a', { href: piece, target: '_blank', rel: 'noopener external' }, piece)
        : piece,
    );
}

function drawVerdict({ verdict, status, cells }: ResultRow, language: Language) {
  const words = VALIDITY_WORDS[language];
  const [since = '', until = ''] = cells.slice(7, 9);
  const days = [since && words.since(since), until && words.until(until)].filter(Boolean);
  return [
    renderVerdict(verdict, language, status),
    ...(days.length > 0 && verdict !== 'other-edition'
      ? [draw('span', { class: 'days' }, days.join(language === 'zh' ? '，' : ', '))]
      : []),
  ];
}

/** Verdicts that are the status of a standard; a draft is a status without a verdict of its own. */
const ofStatus: ReadonlySet<Verdict> = new Set([
  'valid',
  'coming',
  'not-issued',
  'replaced',
  'withdrawn',
  'unknown',
]);

/** The badge of a verdict: that of the status where it is one. */
function renderVerdict(verdict: Verdict, language: Language, status?: DayStatus): HTMLElement {
  if (status && ofStatus.has(verdict))
    return renderStatus(status, { status: pick(dayStatusTerms, language) });
  return draw(
    'span',
    { class: 'status open' },
    renderIcon(verdict),
    draw('span', { class: 'status-word' }, nameVerdict(verdict, language)),
  );
}

/** What a verdict is called. */
export function nameVerdict(verdict: Verdict, language: Language): string {
  return verdictWords.find((each) => each.verdict === verdict)?.[language] ?? verdict;
}

function drawStandards({ standards, verdict, cells }: ResultRow, context: TableContext) {
  const words = VALIDITY_WORDS[context.language];
  const proper = cells[2] ?? '';
  const listed = standards.map((each) =>
    draw(
      'span',
      { class: 'found' },
      linkStandard(each, context),
      ...(each.title ? [' ', draw('span', langOf(each.title, context.language), each.title)] : []),
    ),
  );
  if (verdict === 'question') return [draw('span', { class: 'quiet' }, words.maybe), ...listed];
  // An edition of which only others tell has no page.
  if (verdict !== 'absent')
    return listed.length > 0 || proper === ''
      ? listed
      : [draw('span', { class: 'number' }, proper)];
  return [
    draw('span', { class: 'number' }, proper),
    ...(listed.length > 0 ? [draw('span', { class: 'quiet' }, words.near), ...listed] : []),
  ];
}

function linkStandard({ number, slug }: NamedStandard, { home, language }: TableContext) {
  if (slug === undefined) return draw('span', { class: 'number' }, number);
  const path = `${language === 'en' ? 'en/' : ''}standards/${encodeURIComponent(slug)}/`;
  return draw('a', { class: 'number', href: home + path }, number);
}
