import { recordedStatuses } from '#core/terms/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogRecord, RecordedStatus } from '#core/model/catalog-record.ts';
import { isDay } from '#core/base/day.ts';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { ParseRuleId } from '#core/model/parse-rules.ts';
import {
  findNumbers,
  formatNumber,
  numberKey,
  numberSlug,
  parseNumber,
  undatedKey,
} from '#core/number/index.ts';
import { readCsvTable } from './csv-table.ts';
import type { CsvTable } from './csv-table.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { rememberLast } from './remember.ts';

/** Columns of `catalogue/*.csv`, in the order they are written; see docs/catalogue.md. */
export const catalogueColumns = [
  'number',
  'title',
  'title_en',
  'status',
  'issued',
  'implemented',
  'withdrawn',
  'replaces',
  'replaced_by',
  'ccs',
  'ics',
  'issuer',
  'as_of',
  'source',
] as const;

type Cells = Readonly<Record<string, string | undefined>>;

/** The folder of a library's catalogue. */
export const catalogueFolder = 'catalogue';

/** Records as they were before, to stand in for what cannot be read now. */
export interface EarlierRecords {
  readonly recordOf: (key: string) => CatalogRecord | undefined;
  readonly recordsOf: (file: string) => readonly CatalogRecord[];
}

/**
 * All records of the library's catalogue files, with findings about rows that were left out. A row, or a whole file, that
 * cannot be read is as it was `earlier`, where that is given. `place`: its folder below the library.
 */
export function readCatalogue(
  library: string,
  earlier?: EarlierRecords,
  place = catalogueFolder,
): Catalogue {
  const folder = join(library, place);
  const files = listCsv(folder).map((name): CatalogueFile => {
    const file = `${place}/${name}`;
    return { file, bytes: readFileSync(join(library, file)) };
  });
  const digest = files.map(({ file, bytes }) => digestFile(file, bytes)).join();
  const own = remember(folder, digest, () => collectRecords(files));
  const { files: places, ...catalogue } =
    own.isWhole || !earlier ? own : collectRecords(files, earlier);
  return { ...catalogue, digest, fileOf: (key) => places.get(key) ?? '' };
}

/** What the tables of a catalogue say. */
export interface Catalogue {
  readonly records: readonly CatalogRecord[];
  readonly fileOf: (key: string) => string;
  /** Of all its files. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface CatalogueFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

interface CollectedRecords extends Omit<Catalogue, 'fileOf' | 'digest'> {
  /** The file of each record, by its key. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether all rows could be read: nothing has to stand in for one. */
  readonly isWhole: boolean;
}

/** The records of tables in the columns of `catalogue/*.csv`; rows that cannot be read are left out. */
export function readRecords(files: readonly CatalogueFile[]): readonly CatalogRecord[] {
  return collectRecords(files).records;
}

const remember = rememberLast<CollectedRecords>();

function collectRecords(
  files: readonly CatalogueFile[],
  earlier?: EarlierRecords,
): CollectedRecords {
  const records: CatalogRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, { readonly file: string; readonly line: number }>();
  const add = (record: CatalogRecord | undefined, file: string, line: number): void => {
    if (!record || seen.has(record.key)) return;
    seen.set(record.key, { file, line });
    records.push(record);
  };
  /** Behind all rows that can be read: one of those may have the number now. */
  const missing: (() => void)[] = [];
  const addEarlier = (file: string): void => {
    missing.push(() => {
      for (const record of earlier?.recordsOf(file) ?? []) add(record, file, 1);
    });
  };
  for (const { file, bytes } of files) {
    const text = decodePlainText(bytes, file, diagnostics);
    if (text === null) {
      addEarlier(file);
      continue;
    }
    const table = parseTable(text, file);
    if ('rule' in table) {
      diagnostics.push(table);
      addEarlier(file);
      continue;
    }
    const { columns, rows, broken } = table;
    for (const { line, reason, text: row } of broken) {
      diagnostics.push(finding(file, line, 'catalogue-csv', unreadable(reason)));
      const key = findKey(row);
      if (key) missing.push(() => add(earlier?.recordOf(key), file, line));
    }
    for (const { cells, line } of rows) {
      const named: Cells = Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
      const record =
        cells.length === columns.length
          ? toRecord(named)
          : miscounted(cells.length, columns.length);
      if ('zh' in record) {
        diagnostics.push(finding(file, line, 'catalogue-row', record));
        const key = findKey(cells[columns.indexOf('number')] ?? '');
        if (key) missing.push(() => add(earlier?.recordOf(key), file, line));
        continue;
      }
      const before = seen.get(record.key);
      if (before !== undefined) {
        diagnostics.push(
          finding(file, line, 'catalogue-duplicate', {
            zh: `${record.number} 已在 ${before.file}:${before.line}，这一行没有用`,
            en: `${record.number} already stands at ${before.file}:${before.line}; this row is not used`,
          }),
        );
        continue;
      }
      for (const { kind, code, example } of listStrayCodes(named)) {
        diagnostics.push(
          finding(file, line, 'catalogue-code', {
            zh: `“${code}”不是 ${kind} 分类号（形如 ${example}），没有用`,
            en: `"${code}" is no ${kind} code (such as ${example}) and is not used`,
          }),
        );
      }
      add(record, file, line);
    }
  }
  for (const addMissing of missing) addMissing();
  diagnostics.push(...findEditions(records, seen));
  return {
    records,
    files: new Map([...seen].map(([key, { file }]) => [key, file])),
    diagnostics,
    isWhole: missing.length === 0,
  };
}

/** The rows of a catalogue file below its head; a finding where it is no CSV, or lacks a column that none can do without. */
function parseTable(text: string, file: string): CsvTable | Diagnostic {
  const table = readCsvTable(text);
  if ('reason' in table)
    return finding(file, table.line, 'catalogue-csv', unreadable(table.reason));
  const { columns, headLine } = table;
  const absent = ['number', 'as_of'].filter((column) => !columns.includes(column));
  return columns.length > 0 && absent.length > 0
    ? finding(file, headLine, 'catalogue-csv', headless(absent))
    : table;
}

const unreadable = (reason: Bilingual): Bilingual => ({
  zh: `CSV 读不通：${reason.zh}`,
  en: `The CSV cannot be read: ${reason.en}`,
});

/** The key of the number in a cell; a comma of the wrong width may have joined it to what follows. */
function findKey(cell: string): string | undefined {
  const parsed = parseNumber(cell);
  const number = parsed.ok ? parsed.number : findNumbers(cell)[0]?.number;
  return number && numberKey(number);
}

/** Two years of one number that a source calls in force; nobody here can say which is right. */
function findEditions(
  records: readonly CatalogRecord[],
  places: ReadonlyMap<string, { readonly file: string; readonly line: number }>,
): readonly Diagnostic[] {
  const first = new Map<string, CatalogRecord>();
  const editions = new Map<string, number>();
  for (const { key } of records) {
    const stem = withoutYear(key);
    editions.set(stem, (editions.get(stem) ?? 0) + 1);
  }
  return records.flatMap((record): Diagnostic[] => {
    const isOneOfMany = (editions.get(withoutYear(record.key)) ?? 0) > 1;
    const parsed = isOneOfMany && record.status === '现行' ? parseNumber(record.key) : undefined;
    if (!parsed?.ok || parsed.number.form !== 'plain' || parsed.number.year === null) return [];
    const undated = undatedKey(parsed.number);
    const other = first.get(undated);
    if (!other) first.set(undated, record);
    const replaced = other?.replacedBy.length || record.replacedBy.length;
    if (!other || replaced || [...other.replaces, ...record.replaces].length > 0) return [];
    const { file = '', line = 1 } = places.get(record.key) ?? {};
    return [
      {
        ...finding(file, line, 'catalogue-editions', {
          zh: `${other.number} 与 ${record.number} 都记作现行`,
          en: `${other.number} and ${record.number} are both recorded as in force`,
        }),
        hint: {
          zh: '到发布机构核实哪一版有效，改正状态，或写明代替关系',
          en: 'Ask the issuing body which is in force, then correct the status or state the replacement',
        },
      },
    ];
  });
}

/** A key without its year, told without reading the number. */
const withoutYear = (key: string): string => key.replace(/[-:]\d{4}$/, '');

function listCsv(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .sort();
  } catch {
    return [];
  }
}

const headless = (absent: readonly string[]): Bilingual => ({
  zh: `表头里没有 ${absent.join('、')} 列，整个文件没有用：第一行写列名，见 docs/catalogue.md；别处来的表格用 std import-catalogue 导入`,
  en: `The head has no column ${absent.join(', ')}, so the file is not used: write the names of columns in the first line, see docs/catalogue.md; bring tables from elsewhere in with std import-catalogue`,
});

const miscounted = (cells: number, columns: number): Bilingual => ({
  zh: `有 ${cells} 个单元格，表头是 ${columns} 个：多了或少了逗号，含逗号的内容要加双引号`,
  en: `${cells} cells under a head of ${columns}: a comma too many or too few; put a cell that holds one in double quotes`,
});

function toRecord(cells: Cells): CatalogRecord | Bilingual {
  const parsed = parseNumber(cells['number'] ?? '');
  if (!parsed.ok) {
    return {
      zh: `标准编号“${cells['number'] ?? ''}”不成立：${parsed.reason.zh}`,
      en: `"${cells['number'] ?? ''}" is no standard number: ${parsed.reason.en}`,
    };
  }
  // A standard from abroad may have no Chinese title; its own stands for it.
  const title = cells['title'] || cells['title_en'] || '';
  if (!title) return { zh: '没有名称（title）', en: 'There is no title' };
  const status = cells['status'] || '未知';
  if (!isStatus(status)) {
    return {
      zh: `状态“${status}”不认识，只能是：${[...recordedStatuses].join('、')}`,
      en: `Unknown status "${status}"; one of: ${[...recordedStatuses].join(', ')}`,
    };
  }
  for (const column of ['issued', 'implemented', 'withdrawn', 'as_of']) {
    const value = cells[column];
    if (value && !isDay(value)) {
      return {
        zh: `${column} 的日期“${value}”不成立：写作 YYYY-MM-DD，并且要有这一天`,
        en: `"${value}" is no day for ${column}: write an existing day as YYYY-MM-DD`,
      };
    }
  }
  const asOf = cells['as_of'];
  if (!asOf) return { zh: '没有采集日期（as_of）', en: 'There is no as_of date' };
  return {
    key: numberKey(parsed.number),
    number: formatNumber(parsed.number),
    slug: numberSlug(parsed.number),
    title,
    ...optional('titleEn', cells['title_en']),
    status,
    ...optional('issued', cells['issued']),
    ...optional('implemented', cells['implemented']),
    ...optional('withdrawn', cells['withdrawn']),
    replaces: keys(cells['replaces']),
    replacedBy: keys(cells['replaced_by']),
    ics: list(cells['ics']).filter((code) => ICS.test(code)),
    ccs: list(cells['ccs']).filter((code) => CCS.test(code)),
    ...optional('issuer', cells['issuer']),
    asOf,
    source: cells['source'] || 'unknown',
  };
}

/** Records as the file that a library keeps them in; what is read from it again is the same. */
export function writeRecords(records: readonly CatalogRecord[]): string {
  const lines = records.map((record) => {
    const { key, title, titleEn = '', status, issued, implemented, withdrawn } = record;
    const cells: Readonly<Record<(typeof catalogueColumns)[number], string>> = {
      number: key,
      title: title === titleEn ? '' : title,
      title_en: titleEn,
      status,
      issued: issued ?? '',
      implemented: implemented ?? '',
      withdrawn: withdrawn ?? '',
      replaces: record.replaces.join(';'),
      replaced_by: record.replacedBy.join(';'),
      ccs: record.ccs.join(';'),
      ics: record.ics.join(';'),
      issuer: record.issuer ?? '',
      as_of: record.asOf,
      source: record.source,
    };
    return catalogueColumns.map((name) => quoteCell(cells[name])).join(',');
  });
  return `${[catalogueColumns.join(','), ...lines].join('\n')}\n`;
}

const quoteCell = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const ICS = /^\d{2}(?:\.\d{3}(?:\.\d{2})?)?$/;
const CCS = /^[A-HJ-NP-Z](?:\d{2}(?:\/\d{2})?)?$/;

/** Codes of a row that are none, and so not used: a list with an address is made of each. */
function listStrayCodes(cells: Cells) {
  const shapes = [
    { name: 'ICS', shape: ICS, example: '01.140.20' },
    { name: 'CCS', shape: CCS, example: 'A14' },
  ];
  return shapes.flatMap(({ name, shape, example }) =>
    list(cells[name.toLowerCase()])
      .filter((code) => !shape.test(code))
      .map((code) => ({ kind: name, code, example })),
  );
}

function isStatus(text: string): text is RecordedStatus {
  return recordedStatuses.has(text);
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(/[;；,，]/)
    .map((item) => item.trim())
    .filter(Boolean);
}

function keys(cell: string | undefined): readonly string[] {
  return list(cell).map((item) => {
    const parsed = parseNumber(item);
    return parsed.ok ? numberKey(parsed.number) : item;
  });
}

function finding(file: string, line: number, rule: ParseRuleId, message: Bilingual): Diagnostic {
  return makeFinding(file, { rule, range: startOfLine(line), message });
}
