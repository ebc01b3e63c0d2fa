import { isDay } from '#core/base/day.ts';
import { writeCsv } from '#core/render/csv.ts';
import { shortNatures } from '#core/terms/index.ts';
import { detailOf } from '#core/systems/index.ts';
import type { DetailLine, MaybeBilingual } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { detailColumns, EXPORT_WORDS } from '../i18n/system-export.ts';
import type { DetailColumn } from '../i18n/system-export.ts';
import { pagePath, standardPath } from '../lib/urls.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import type { ShownEntry, SystemFileView } from '../views/shapes.ts';

/** A cell of an exported table; days as `YYYY-MM-DD`. */
export type TableCell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'link'; readonly value: string };

/** Makes a path of the site an address that leads there from a file, whoever has it. */
export type AddressOf = (path: string) => string;

export type DetailCells = Readonly<Record<DetailColumn, TableCell>>;

/** The 明细表 as cells, row by row in the order of codes. */
export function listDetailCells(
  view: SystemFileView,
  language: Language,
  addressOf: AddressOf,
): readonly DetailCells[] {
  return detailOf(view.system).map((line) => toCells(line, view, language, addressOf));
}

function toCells(
  line: DetailLine<ShownEntry>,
  { since, until = '' }: SystemFileView,
  language: Language,
  addressOf: AddressOf,
): DetailCells {
  const words = SYSTEM_WORDS[language];
  const { row, implemented, year, node, remark } = line;
  const { subject } = row;
  const plan = subject.kind === 'planned' ? subject.plan.plan : undefined;
  const path =
    subject.kind === 'standard' ? pagePath(language, standardPath(subject.entry.slug)) : undefined;
  return {
    ordinal: { kind: 'count', value: line.ordinal },
    code: toText(line.code),
    branch: toText(line.branch[language]),
    title: toText(sayIn(language, line.title)),
    number: toText(line.number),
    responsible: toText(line.responsible.join(language === 'zh' ? '、' : '; ')),
    level: toText(words.level[line.level]),
    implemented: toDay(implemented ?? ''),
    remark: toText(remark ? sayIn(language, remark) : ''),
    role: toText(words.role[row.role]),
    state: toText(words.state[row.state]),
    node: toText(node?.[language] ?? ''),
    branchCode: toText(line.branchCode),
    year: year === undefined ? toText('') : { kind: 'count', value: year },
    plan: toText(plan ?? ''),
    issuer: toText(row.issuers.join(language === 'zh' ? '、' : '; ')),
    nature: toText(row.nature ? shortNatures[row.nature][language] : ''),
    asOf: toDay(row.asOf ?? ''),
    stateSince: toDay(since),
    stateUntil: toDay(until),
    address: path === undefined ? toText('') : { kind: 'link', value: addressOf(path) },
  };
}

/** The 明细表 as CSV. The notice of a sample is the head of a last column: a line of words above would be no head. */
export function writeDetailCsv(
  view: SystemFileView,
  language: Language,
  addressOf: AddressOf,
): string {
  const { columns } = EXPORT_WORDS[language];
  const { sample } = view.system.model;
  const head = detailColumns.map((column) => columns[column]);
  const rows = listDetailCells(view, language, addressOf).map((cells) => [
    ...detailColumns.map((column) => String(cells[column].value)),
    ...(sample ? [language === 'zh' ? '是' : 'yes'] : []),
  ]);
  return writeCsv([[...head, ...(sample ? [SYSTEM_WORDS[language].sample] : [])], ...rows]);
}

/** The words of a language; the Chinese ones where there are no English. */
export function sayIn(language: Language, said: MaybeBilingual): string {
  return language === 'en' ? said.en || said.zh : said.zh;
}

function toText(value: string): TableCell {
  return { kind: 'text', value };
}

/** What is no day of the calendar (2026-02-30) stays text. */
function toDay(value: string): TableCell {
  return { kind: isDay(value) ? 'day' : 'text', value };
}
