import writeExcelFile from 'write-excel-file/node';
import { boundsOf } from '#core/indicators/index.ts';
import type { Language } from '#core/model/standard.ts';
import { writeCsv } from '#core/render/csv.ts';
import { writeShown } from '../data/indicator-values.ts';
import { messagesOf } from '../i18n/index.ts';
import { INDICATORS_WORDS } from '../i18n/indicators.ts';
import { pagePath, standardPath } from '../lib/urls.ts';
import { indicatorGroupPath } from '../tool-paths.ts';
import type {
  IndicatorGroupView,
  ShownIndicator,
  ShownStatement,
  ShownValue,
} from '../views/indicators.ts';
import { SAMPLE_ROWS_NOTICE } from './exports.ts';
import type { IndicatorFile } from './indicator-file-list.ts';
import { dateZip } from './zip-date.ts';

type AddressOf = (path: string) => string;
type Cell = string | number | null;

interface Column {
  readonly name: Readonly<Record<Language, string>>;
  /** In characters of the Latin script. */
  readonly width: number;
  readonly cell: (row: Row, language: Language) => Cell;
}

interface Row {
  readonly group: IndicatorGroupView;
  readonly indicator: ShownIndicator;
  readonly statement: ShownStatement;
  readonly value: ShownValue;
  readonly addressOf: AddressOf;
}

const boundOf = ({ value: { comparator, shown } }: Row) =>
  shown ? boundsOf({ comparator, quantity: shown }) : { min: null, max: null };

const gradeOf = ({ group, value }: Row) =>
  value.grade === null ? undefined : group.grades?.list[value.grade];

const columns: readonly Column[] = [
  {
    name: { zh: '指标', en: 'Indicator' },
    width: 34,
    cell: ({ indicator }, language) => indicator.name[language],
  },
  {
    name: { zh: '类型', en: 'Kind' },
    width: 14,
    cell: ({ indicator }, language) => INDICATORS_WORDS[language].kind[indicator.kind],
  },
  {
    name: { zh: '标准编号', en: 'Standard' },
    width: 22,
    cell: ({ statement }) => statement.entry.number,
  },
  {
    name: { zh: '标准名称', en: 'Title' },
    width: 44,
    cell: ({ statement: { entry } }, language) =>
      language === 'en' ? (entry.titleEn ?? entry.title) : entry.title,
  },
  {
    name: { zh: '状态', en: 'Status' },
    width: 12,
    cell: ({ statement }, language) => messagesOf(language).status[statement.entry.status],
  },
  { name: { zh: '要求（原文）', en: 'As written' }, width: 24, cell: ({ value }) => value.written },
  { name: { zh: '折算', en: 'In the unit' }, width: 14, cell: ({ value }) => writeShown(value) },
  { name: { zh: '下限', en: 'Least' }, width: 10, cell: (row) => boundOf(row).min },
  { name: { zh: '上限', en: 'Greatest' }, width: 10, cell: (row) => boundOf(row).max },
  { name: { zh: '单位', en: 'Unit' }, width: 10, cell: ({ indicator }) => indicator.unit },
  { name: { zh: '条、表', en: 'Clause, table' }, width: 14, cell: ({ value }) => value.label },
  {
    name: { zh: '试验方法', en: 'Test method' },
    width: 26,
    cell: ({ value: { method } }) => (method ? `${method.label} ${method.title}`.trim() : ''),
  },
  {
    name: { zh: '方法引用', en: 'Cited by the method' },
    width: 26,
    cell: ({ value: { method } }) => (method?.cites ?? []).map(({ number }) => number).join('; '),
  },
  {
    name: { zh: '水平', en: 'Grade' },
    width: 12,
    cell: (row, language) => gradeOf(row)?.name[language] ?? '',
  },
  { name: { zh: '星级', en: 'Stars' }, width: 8, cell: (row) => gradeOf(row)?.stars ?? null },
  {
    name: { zh: '网址', en: 'Address' },
    width: 60,
    cell: ({ statement, value, addressOf }, language) =>
      `${addressOf(pagePath(language, standardPath(statement.entry.slug)))}#${encodeURI(value.anchor)}`,
  },
];

/** The content of a file of a product group; `addressOf` makes addresses of the paths of the site. */
export async function buildIndicatorFile(
  view: IndicatorGroupView,
  { kind, language }: Pick<IndicatorFile, 'kind' | 'language'>,
  addressOf: AddressOf,
): Promise<string | Uint8Array> {
  if (kind === 'json') return writeJson(view, addressOf);
  const rows = listRows(view, addressOf).map((row) =>
    columns.map(({ cell }) => cell(row, language)),
  );
  return kind === 'csv' ? writeTable(rows, language) : writeWorkbook(view, rows, language);
}

function listRows(view: IndicatorGroupView, addressOf: AddressOf): readonly Row[] {
  return view.indicators.flatMap((indicator) =>
    indicator.statements.flatMap((statement) =>
      statement.values.map((value) => ({ group: view, indicator, statement, value, addressOf })),
    ),
  );
}

function writeTable(rows: readonly (readonly Cell[])[], language: Language): string {
  const head = columns.map(({ name }) => name[language]);
  return writeCsv([head, ...rows.map((row) => row.map((cell) => String(cell ?? '')))]);
}

async function writeWorkbook(
  view: IndicatorGroupView,
  rows: readonly (readonly Cell[])[],
  language: Language,
): Promise<Uint8Array> {
  const words = INDICATORS_WORDS[language];
  const { grades, note } = view;
  const facts = [
    [view.name[language]],
    [words.fromTexts],
    ...(note ? [[note[language] ?? note.zh]] : []),
    ...(grades ? [[`${grades.source[language] ?? grades.source.zh} (${grades.asOf})`]] : []),
    ...view.standards.map(({ number, title, titleEn, status }) => [
      `${number} ${language === 'en' ? (titleEn ?? title) : title} (${messagesOf(language).status[status]})`,
    ]),
  ];
  const sheets = [
    {
      data: [
        columns.map(({ name }) => ({ value: name[language], fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((value) =>
            value === null
              ? null
              : typeof value === 'number'
                ? { value, type: Number }
                : { value, type: String, wrap: true },
          ),
        ),
      ],
      sheet: language === 'zh' ? '指标' : 'Indicators',
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    },
    {
      data: facts.map(([value = '']) => [{ value, type: String }]),
      sheet: language === 'zh' ? '说明' : 'Notes',
      columns: [{ width: 90 }],
    },
  ];
  const bytes = await writeExcelFile(sheets, { fontFamily: 'SimSun', fontSize: 11 }).toBuffer();
  return dateZip(bytes, view.asOf || '2026-01-01');
}

function writeJson(view: IndicatorGroupView, addressOf: AddressOf): string {
  const { id, name, note, grades, standards, indicators } = view;
  return JSON.stringify({
    format: 'biaolian-indicators',
    version: 1,
    ...(standards.some(({ sample }) => sample) && { notice: SAMPLE_ROWS_NOTICE }),
    id,
    address: addressOf(indicatorGroupPath(id)),
    name,
    note,
    grades,
    standards: standards.map(({ number, slug, title, titleEn, status, hosted, sample }) => ({
      number,
      title,
      titleEn,
      status,
      hosted,
      sample,
      address: addressOf(standardPath(slug)),
    })),
    indicators: indicators.map(({ statements, ...indicator }) => ({
      ...indicator,
      values: statements.flatMap(({ entry, values }) =>
        values.map(({ quantity, shown, method, anchor, ...value }) => ({
          number: entry.number,
          ...value,
          address: `${addressOf(standardPath(entry.slug))}#${encodeURI(anchor)}`,
          unitWritten: quantity.unit,
          ...(shown && {
            value: dropOffsets(shown),
            bounds: boundsOf({ comparator: value.comparator, quantity: shown }),
          }),
          ...(method && {
            method: {
              label: method.label,
              title: method.title,
              cites: method.cites.map(({ number }) => number),
              address: `${addressOf(standardPath(entry.slug))}#${encodeURI(method.anchor)}`,
            },
          }),
        })),
      ),
    })),
  });
}

function dropOffsets({ start: _start, end: _end, ...rest }: NonNullable<ShownValue['shown']>) {
  return rest;
}
