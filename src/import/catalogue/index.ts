import { quoteCell } from '#core/render/csv.ts';
import { compareNumbers } from '#core/number/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { catalogueColumns } from '#library/catalogue.ts';
import type { CatalogueColumn } from './columns.ts';
import { readTable } from './rows.ts';
import type {
  BrokenFile,
  CatalogueFile,
  CatalogueRow,
  CatalogueTable,
  ReadOptions,
  RowProblem,
} from './rows.ts';

export interface ImportInput {
  /** Tables to import, in the order in which they count. */
  readonly files: readonly CatalogueFile[];
  /** The library's own catalogue files, by their names in `catalogue/`. */
  readonly catalogue: readonly CatalogueFile[];
  /** Name of the file to write, e.g. `national.csv`. */
  readonly out: string;
  /** `as_of` and `source` of rows that do not say it themselves. */
  readonly defaults: Pick<ReadOptions, 'asOf' | 'source'>;
}

export interface FieldDifference {
  readonly column: CatalogueColumn;
  readonly kept: string;
  readonly left: string;
}

export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** One number twice in the tables. */
export interface Duplicate {
  readonly number: string;
  readonly kept: RowPlace;
  readonly left: RowPlace;
  /** Why `kept` is kept. */
  readonly reason: Bilingual;
  /** Empty when both rows say the same. */
  readonly fields: readonly FieldDifference[];
}

/** A table and the library's catalogue say different things. */
export interface Conflict {
  readonly number: string;
  readonly incoming: RowPlace;
  readonly library: RowPlace;
  readonly kept: 'incoming' | 'library';
  readonly reason: Bilingual;
  readonly fields: readonly FieldDifference[];
}

export interface ImportCounts {
  /** Rows below the heads of all tables. */
  readonly rows: number;
  /** Records new to the library. */
  readonly added: number;
  /** Records of the file that are no longer the same. */
  readonly changed: number;
  readonly unchanged: number;
  /** Rows about records that stand in another file of the catalogue, where they stay. */
  readonly elsewhere: number;
  /** Records in the file after the import. */
  readonly total: number;
}

export interface ImportReport {
  readonly out: string;
  readonly tables: readonly Omit<CatalogueTable, 'rows' | 'rejects' | 'values'>[];
  readonly counts: ImportCounts;
  /** When there is any, nothing is written. */
  readonly broken: readonly BrokenFile[];
  readonly duplicates: readonly Duplicate[];
  readonly conflicts: readonly Conflict[];
  readonly rejects: readonly RowProblem[];
  /** Cells, or parts of them, left out of a row that was taken. */
  readonly values: readonly RowProblem[];
}

/** A report, and the new text of the file: null when nothing may be written. */
export interface ImportResult {
  readonly report: ImportReport;
  readonly text: string | null;
}

/**
 * Brings tables into one file of the catalogue. Records already there are kept: a row with the same or
 * a later `as_of` brings its cells up to date, an earlier one only fills what is empty. A number that
 * stands in another file of the catalogue stays there. Importing the same again changes nothing.
 */
export function importCatalogue({ files, catalogue, out, defaults }: ImportInput): ImportResult {
  const broken: BrokenFile[] = [];
  const tables: CatalogueTable[] = [];
  for (const file of files) {
    const table = readTable(file, defaults);
    if ('reason' in table) broken.push(table);
    else tables.push(table);
  }
  const own = new Map<string, CatalogueRow>();
  const others = new Map<string, CatalogueRow>();
  for (const file of catalogue) {
    if (file.name !== out) {
      const table = readTable(file, { isTrusted: true });
      if ('rows' in table) for (const row of table.rows) others.set(row.key, row);
    } else if (file.bytes.length > 0) {
      const trouble = readOwn(file, own);
      if (trouble) broken.push(trouble);
    }
  }

  const { rows, duplicates } = dropDuplicates(tables.flatMap((table) => table.rows));
  const conflicts: Conflict[] = [];
  const counts = { added: 0, changed: 0, unchanged: 0, elsewhere: 0 };
  const merged = new Map([...own].map(([key, { number, cells }]) => [key, { number, cells }]));
  for (const row of rows) {
    const before = own.get(row.key);
    const elsewhere = before ? undefined : others.get(row.key);
    if (elsewhere) {
      counts.elsewhere += 1;
      const fields = compareCells(elsewhere.cells, row.cells).filter(isKnown);
      if (fields.length > 0) conflicts.push(conflict(row, elsewhere, 'elsewhere', fields));
    } else if (before) {
      const { cells, fields, isNewer } = mergeCells(before.cells, row.cells);
      if (fields.length > 0) {
        conflicts.push(conflict(row, before, isNewer ? 'newer' : 'older', fields));
      }
      const isSame = catalogueColumns.every((column) => cells[column] === before.cells[column]);
      counts[isSame ? 'unchanged' : 'changed'] += 1;
      merged.set(row.key, { number: before.number, cells });
    } else {
      counts.added += 1;
      merged.set(row.key, row);
    }
  }
  const records = [...merged.values()].sort((a, b) => compareNumbers(a.number, b.number));
  const report: ImportReport = {
    out,
    tables: tables.map(({ name, encoding, total, columns, unused }) => {
      return { name, encoding, total, columns, unused };
    }),
    counts: {
      rows: tables.reduce((sum, { total }) => sum + total, 0),
      ...counts,
      total: records.length,
    },
    broken,
    duplicates,
    conflicts,
    rejects: tables.flatMap(({ rejects }) => rejects),
    values: tables.flatMap(({ values }) => values),
  };
  const text = broken.length > 0 ? null : writeTable(records.map(({ cells }) => cells));
  return { report, text };
}

/**
 * Whether a report holds anything a person should look at: broken files, duplicates, conflicts, rejected rows, odd
 * values.
 */
export const hasFindings = (report: ImportReport): boolean =>
  [report.broken, report.duplicates, report.conflicts, report.rejects, report.values].some(
    (list) => list.length > 0,
  );

/** Reads the file that will be replaced; trouble when writing it anew would lose something. */
function readOwn(file: CatalogueFile, own: Map<string, CatalogueRow>): BrokenFile | null {
  const table = readTable(file, { isTrusted: true });
  const name = `catalogue/${file.name}`;
  if ('reason' in table) return { ...table, file: name };
  const refuse = (line: number, zh: string, en: string): BrokenFile => ({
    file: name,
    line,
    reason: {
      zh: `库里的这个文件要先改好，否则重写会丢内容：${zh}`,
      en: `mend this file of the library first, or writing it anew would lose something: ${en}`,
    },
  });
  const [head] = table.unused;
  if (head !== undefined) return refuse(1, `不认识的列“${head}”`, `unknown column "${head}"`);
  const problem = table.rejects[0] ?? table.values[0];
  if (problem) {
    const { line, text, reason } = problem;
    return refuse(line, `“${text}”${reason.zh}`, `"${text}": ${reason.en}`);
  }
  for (const row of table.rows) {
    const { number } = row.cells;
    if (own.has(row.key)) return refuse(row.line, `${number} 出现两次`, `${number} stands twice`);
    own.set(row.key, { ...row, file: name });
  }
  return null;
}

/** Columns that say something about a standard, and not about the saying. */
const facts = catalogueColumns.filter((column) => !['number', 'as_of', 'source'].includes(column));

type Cells = CatalogueRow['cells'];

const isEmpty = (column: CatalogueColumn, value: string): boolean =>
  value === '' || (column === 'status' && value === '未知');

/** A difference in which the row left out says something. */
const isKnown = ({ column, left }: FieldDifference): boolean => !isEmpty(column, left);

function compareCells(kept: Cells, left: Cells): readonly FieldDifference[] {
  return facts.flatMap((column) =>
    kept[column] === left[column] ? [] : [{ column, kept: kept[column], left: left[column] }],
  );
}

/** The row that says the later day, then the one that says more, then the first. */
function dropDuplicates(rows: readonly CatalogueRow[]): {
  readonly rows: readonly CatalogueRow[];
  readonly duplicates: readonly Duplicate[];
} {
  const kept = new Map<string, CatalogueRow>();
  const duplicates: Duplicate[] = [];
  for (const row of rows) {
    const before = kept.get(row.key);
    if (before === undefined) {
      kept.set(row.key, row);
      continue;
    }
    const [winner, reason] = chooseRow(before, row);
    const loser = winner === row ? before : row;
    kept.set(row.key, winner);
    duplicates.push({
      number: winner.cells.number,
      kept: placeOf(winner),
      left: placeOf(loser),
      reason,
      fields: compareCells(winner.cells, loser.cells),
    });
  }
  return { rows: [...kept.values()], duplicates };
}

function chooseRow(first: CatalogueRow, second: CatalogueRow): [CatalogueRow, Bilingual] {
  const days = [first.cells.as_of, second.cells.as_of] as const;
  if (days[0] !== days[1]) {
    const later = days[0] > days[1] ? first : second;
    return [later, { zh: '采集日期较晚', en: 'its day of the fact is later' }];
  }
  const count = ({ cells }: CatalogueRow) => facts.filter((name) => !isEmpty(name, cells[name]));
  const fuller = count(second).length - count(first).length;
  if (fuller !== 0) return [fuller > 0 ? second : first, { zh: '内容较全', en: 'it says more' }];
  return [first, { zh: '先出现', en: 'it comes first' }];
}

const placeOf = ({ file, line }: CatalogueRow): RowPlace => ({ file, line });

function mergeCells(
  before: Cells,
  row: Cells,
): {
  readonly cells: Cells;
  readonly fields: readonly FieldDifference[];
  readonly isNewer: boolean;
} {
  const isNewer = row.as_of >= before.as_of;
  const cells = { ...before };
  const fields: FieldDifference[] = [];
  for (const column of facts) {
    const [old, value] = [before[column], row[column]];
    if (old === value || isEmpty(column, value)) continue;
    const isFilling = isEmpty(column, old);
    if (isNewer || (isFilling && column !== 'status')) cells[column] = value;
    if (!isFilling) {
      fields.push({ column, kept: isNewer ? value : old, left: isNewer ? old : value });
    }
  }
  // `as_of` is first of all the day of the status.
  if (isNewer && (!isEmpty('status', row.status) || isEmpty('status', before.status))) {
    cells.as_of = row.as_of;
    cells.source = row.source;
  }
  return { cells, fields, isNewer };
}

function conflict(
  row: CatalogueRow,
  library: CatalogueRow,
  case_: keyof typeof conflictReasons,
  fields: readonly FieldDifference[],
): Conflict {
  const name = library.file.startsWith('catalogue/') ? library.file : `catalogue/${library.file}`;
  return {
    number: row.cells.number,
    incoming: placeOf(row),
    library: { file: name, line: library.line },
    kept: case_ === 'newer' ? 'incoming' : 'library',
    reason: conflictReasons[case_],
    fields,
  };
}

const conflictReasons = {
  newer: { zh: '采集日期不早于库中的', en: 'its day of the fact is no earlier' },
  older: { zh: '库中的采集日期较晚', en: 'the day of the fact in the library is later' },
  elsewhere: {
    zh: '记录在目录的另一个文件里；要更新它，用 --out 指那个文件',
    en: 'the record stands in another file of the catalogue; to bring it up to date name that file with --out',
  },
} as const;

function writeTable(records: readonly Cells[]): string {
  const lines = records.map((cells) =>
    catalogueColumns.map((name) => quoteCell(cells[name])).join(','),
  );
  return `${[catalogueColumns.join(','), ...lines].join('\n')}\n`;
}
