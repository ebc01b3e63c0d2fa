import writeExcelFile from 'write-excel-file/node';
import type { CellObject, Row, SheetData } from 'write-excel-file/node';
import { statisticsOf } from '#core/systems/index.ts';
import type { StatisticsCell } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { detailColumns, EXPORT_WORDS } from '../i18n/system-export.ts';
import type { DetailColumn } from '../i18n/system-export.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { toLetters } from '#core/sheet/columns.ts';
import { isLink } from '#core/sheet/links.ts';
import { listParagraphs } from './system-explanation.ts';
import { listDetailCells } from './system-table.ts';
import type { AddressOf, TableCell } from './system-table.ts';
import { setUpPrinting } from './xlsx-print.ts';
import type { PrintedSheet } from './xlsx-print.ts';
import { dateZip } from './zip-date.ts';
import type { SystemFileView } from '../views/shapes.ts';

/** Widths in characters of the Latin script; a Han character takes two. */
const detailWidths: Readonly<Record<DetailColumn, number>> = {
  ordinal: 6,
  code: 13,
  branch: 20,
  title: 48,
  number: 24,
  responsible: 28,
  level: 12,
  implemented: 12,
  remark: 24,
  role: 10,
  state: 11,
  node: 16,
  branchCode: 12,
  year: 10,
  plan: 16,
  issuer: 28,
  nature: 10,
  asOf: 12,
  stateSince: 12,
  stateUntil: 12,
  address: 44,
};

interface DrawnSheet extends PrintedSheet {
  readonly data: SheetData;
  readonly widths: readonly number[];
}

/**
 * The workbook of a system: 明细表, 结构图 as a table, 统计表, 编制说明. Days are days, addresses lead where they say, counts are
 * numbers and shares are percentages; text is never a formula. The same system gives the same bytes.
 */
export async function writeSystemXlsx(
  view: SystemFileView,
  language: Language,
  addressOf: AddressOf,
): Promise<Uint8Array> {
  const sheets = [buildList, buildTree, buildStatistics, buildExplanation].map((each) =>
    each(view, language, addressOf),
  );
  const options = sheets.map(({ data, name, headRows, widths }) => ({
    data,
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headRows,
    orientation: 'landscape' as const,
  }));
  const bytes = await writeExcelFile(options, {
    fontFamily: 'SimSun',
    fontSize: 11,
    features: [setUpPrinting(sheets, EXPORT_WORDS[language].page)],
  }).toBuffer();
  return dateZip(bytes, view.system.model.date);
}

const underlined = { underline: true } as const;
const line = { borderStyle: 'thin', borderColor: '#8496A1' } as const;
const head = (
  value: string,
  span: Pick<CellObject, 'columnSpan' | 'rowSpan'> = {},
): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#E4F0F4',
  ...line,
  ...span,
});

function draw(cell: TableCell): CellObject {
  const style = { alignVertical: 'top', ...line } as const;
  if (cell.kind === 'count') return { value: cell.value, type: Number, format: '0', ...style };
  if (cell.kind === 'day') {
    const value = new Date(`${cell.value}T00:00:00Z`);
    return { value, type: Date, format: 'yyyy-mm-dd', align: 'center', ...style };
  }
  if (cell.kind === 'link') {
    return isLink(cell.value)
      ? {
          value: cell.value,
          type: String,
          textColor: '#0B5A8A',
          textDecoration: underlined,
          ...style,
        }
      : { value: cell.value, type: String, format: '@', ...style };
  }
  return cell.value === ''
    ? style
    : { value: cell.value, type: String, format: '@', wrap: true, ...style };
}

const buildText = (value: string): CellObject => draw({ kind: 'text', value });
const buildCount = (value: number): CellObject => draw({ kind: 'count', value });

/** Parts of a text for cells of their own: Excel reads no cell of more than 32,767 UTF-16 units. */
const cellfuls = /.{1,16000}/gu;

/** A title, the notice of a sample, and between which days statuses and counts hold, over a whole sheet. */
function buildTitle(
  { system, since, until = '' }: SystemFileView,
  language: Language,
  sheet: string,
  width: number,
): Row[] {
  const { name, sample } = system.model;
  const across = (cell: CellObject): Row => [
    { ...cell, columnSpan: width, wrap: true },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const text = `${name[language]} · ${sheet}`;
  return [
    across({ value: text, type: String, fontWeight: 'bold', fontSize: 14, height: 24 }),
    ...(sample
      ? [across({ value: SYSTEM_WORDS[language].sample, type: String, textColor: '#9A3412' })]
      : []),
    across({ value: EXPORT_WORDS[language].holds(since, until), type: String }),
  ];
}

function buildList(view: SystemFileView, language: Language, addressOf: AddressOf): DrawnSheet {
  const { sheets, columns } = EXPORT_WORDS[language];
  const titles = buildTitle(view, language, sheets.list, detailColumns.length);
  const rows = listDetailCells(view, language, addressOf);
  const linked = (column: DetailColumn, at: number) =>
    `${toLetters(detailColumns.indexOf(column))}${titles.length + 2 + at}`;
  const links = rows.flatMap(({ address: { value } }, at) =>
    isLink(String(value))
      ? (['number', 'address'] as const).map((column) => ({
          cell: linked(column, at),
          address: String(value),
        }))
      : [],
  );
  return {
    name: sheets.list,
    headRows: titles.length + 1,
    filter: { width: detailColumns.length, rows: rows.length },
    links,
    widths: detailColumns.map((column) => detailWidths[column]),
    data: [
      ...titles,
      detailColumns.map((column) => head(columns[column])),
      ...rows.map((cells) => detailColumns.map((column) => draw(cells[column]))),
    ],
  };
}

function buildTree(view: SystemFileView, language: Language): DrawnSheet {
  const { system } = view;
  const { sheets, tree } = EXPORT_WORDS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  const titles = buildTitle(view, language, sheets.tree, 6);
  const rows = system.branches.map(({ code, name, depth, counts }): Row => [
    buildText(code),
    {
      ...buildText(name[language]),
      indent: depth - 1,
      fontWeight: depth === 1 ? 'bold' : undefined,
    },
    buildText(name[other]),
    buildCount(counts.expected),
    buildCount(counts.inForce),
    buildShare(counts.coverage),
  ]);
  const names = [tree.code, tree.name, tree.english, tree.expected, tree.existing, tree.share];
  return {
    name: sheets.tree,
    headRows: titles.length + 1,
    widths: [14, 40, 48, 10, 10, 16],
    data: [...titles, names.map((name) => head(name)), ...rows],
  };
}

function buildShare(share: number | null): CellObject {
  return share === null ? buildText('') : { ...buildCount(share), format: '0%', align: 'right' };
}

function buildStatistics(view: SystemFileView, language: Language): DrawnSheet {
  const words = SYSTEM_WORDS[language];
  const { sheets, statistics } = EXPORT_WORDS[language];
  const { levels, lines, byLevel, unnamed, total } = statisticsOf(view.system);
  const groups = [...levels.map((level) => words.level[level]), words.total];
  const width = 1 + 3 * groups.length;
  const titles = buildTitle(view, language, sheets.statistics, width);
  const three = (cell: StatisticsCell | undefined): readonly CellObject[] =>
    cell
      ? [buildCount(cell.expected), buildCount(cell.existing), buildShare(cell.share)]
      : [buildText(''), buildText(''), buildText('')];
  const row = (
    name: string,
    cells: Partial<Readonly<Record<string, StatisticsCell>>>,
    sum: StatisticsCell,
  ): Row => [buildText(name), ...levels.flatMap((level) => three(cells[level])), ...three(sum)];
  return {
    name: sheets.statistics,
    headRows: titles.length + 2,
    widths: [16, ...groups.flatMap(() => [9, 9, 15])],
    data: [
      ...titles,
      [
        head(words.roleHead, { rowSpan: 2 }),
        ...groups.flatMap((name) => [head(name, { columnSpan: 3 }), null, null]),
      ],
      [
        null,
        ...groups.flatMap(() =>
          [statistics.expected, statistics.existing, statistics.share].map((name) => head(name)),
        ),
      ],
      ...lines.map((each) => row(words.role[each.role], each.byLevel, each.total)),
      ...(unnamed > 0
        ? [row(words.unnamed, {}, { expected: unnamed, existing: 0, share: 0 })]
        : []),
      row(words.total, byLevel, total).map((cell) => ({
        ...(cell as CellObject),
        fontWeight: 'bold',
      })),
    ],
  };
}

function buildExplanation({ system }: SystemFileView, language: Language): DrawnSheet {
  const own = SYSTEM_WORDS[language];
  const { sheets, facts } = EXPORT_WORDS[language];
  const { model } = system;
  const pairs = [
    [facts.name, model.name[language]],
    [facts.kind, own.kind[model.kind]],
    [own.owner, model.owner],
    [own.lead[model.kind], model.chainLead],
    [own.version, model.version],
    [own.dated, model.date],
    ...(model.sample ? [['', own.sample]] : []),
  ] as const;
  const text = model.explanation[language] || model.explanation.zh;
  const lines = listParagraphs(text).flatMap(({ kind, text: words }): Row[] => {
    const value = kind === 'item' ? `· ${words}` : words;
    const style = {
      wrap: true,
      alignVertical: 'top',
      ...(kind === 'heading' && { fontWeight: 'bold' as const }),
    } as const;
    return (value.match(cellfuls) ?? []).map((part): Row => [
      null,
      { value: part, type: String, ...style },
    ]);
  });
  return {
    name: sheets.explanation,
    headRows: 0,
    widths: [16, 110],
    data: [
      ...pairs.flatMap(([name, value]): Row[] =>
        value ? [[name ? head(name) : null, buildText(value)]] : [],
      ),
      [],
      ...lines,
    ],
  };
}
