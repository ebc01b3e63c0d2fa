import type { Catalog } from '#core/catalog/index.ts';
import { checkSystems } from '#core/check/index.ts';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { formatNumber, parseNumber } from '#core/number/index.ts';
import { buildSystems, readSystem } from '#core/systems/index.ts';
import type { SystemKind, Systems } from '#core/systems/index.ts';
import { parseTable } from '../catalogue/rows.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import type { SheetHead } from './columns.ts';
import { noteRow, readRows } from './rows.ts';
import type { ListedRow, SheetPlace, SheetProblem } from './rows.ts';
import { anotherList, chooseSheet } from './sheets.ts';
import type { UnreadSheet } from './sheets.ts';
import { buildTree } from './tree.ts';
import { isWorkbook, mostLines, mostRows, readWorkbook, tooMany } from '../workbook/workbook.ts';
import type { OpenedTables } from '../workbook/workbook.ts';
import { readCellText } from '../workbook/cell-text.ts';
import { count, isBroken, readCell } from './words.ts';
import { writeSystemYaml } from './yaml.ts';

export interface SystemInput {
  readonly bytes: Uint8Array;
  /** Of the system: the name of its file without `.yaml`. */
  readonly id: string;
  /** Of the list in a workbook; else the sheet that names most columns, 明细表 before others. */
  readonly sheet?: string;
  readonly name?: string;
  readonly nameEn?: string;
  readonly kind: SystemKind;
  readonly chain?: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** What the library knows. */
export interface SystemContext {
  readonly catalog: Catalog;
  readonly systems: Systems;
  /** Ids of the vocabulary of chains. */
  readonly chains: readonly string[];
}

/** A number that neither the library nor its catalogue has. */
export interface UnknownNumber extends SheetPlace {
  readonly number: string;
  readonly title: string;
  /** Numbers that are known and look like it, best first. */
  readonly nearest: readonly string[];
}

/** A number under which the library knows another title: often a slip in the number. */
export interface OtherTitle extends SheetPlace {
  readonly number: string;
  readonly title: string;
  readonly known: string;
}

export interface SystemReport {
  /** `XLSX`, or the encoding of a CSV. */
  readonly format: string;
  readonly sheet: string;
  /** Heads by the column they are read as. */
  readonly columns: ReadonlyMap<string, string>;
  readonly unused: readonly string[];
  readonly counts: {
    /** Rows below the head that are not empty. */
    readonly rows: number;
    /** In the system: `matched` + `unmatched` + `planned`. */
    readonly taken: number;
    /** In the library or its catalogue. */
    readonly matched: number;
    readonly unmatched: number;
    readonly planned: number;
    /** Rows that name a sub-system. */
    readonly headings: number;
    /** Sums, notes and signatures: no standards. */
    readonly asides: number;
    readonly left: number;
    readonly branches: number;
  };
  /** Other visible sheets that are not empty. */
  readonly unread: readonly UnreadSheet[];
  /** About the file as a whole. */
  readonly notices: readonly Bilingual[];
  readonly unmatched: readonly UnknownNumber[];
  readonly titles: readonly OtherTitle[];
  readonly left: readonly SheetProblem[];
  readonly notes: readonly SheetProblem[];
  /** Findings of the checks about the new file. */
  readonly diagnostics: readonly Diagnostic[];
}

export type SystemImport =
  /** Why there is nothing to write. */
  | { readonly broken: Bilingual; readonly report?: SystemReport }
  | { readonly report: SystemReport; readonly text: string };

/** Turns a 明细表 into a file of `systems/`. Never throws on content. */
export async function importSystem(
  input: SystemInput,
  context: SystemContext,
): Promise<SystemImport> {
  const opened = isWorkbook(input.bytes) ? readWorkbook(input.bytes) : readCsv(input.bytes);
  if ('zh' in opened) return { broken: opened };
  const chosen = chooseSheet(opened, input.sheet);
  if ('zh' in chosen) return { broken: chosen };
  const { sheet, head, treeRows, unread } = chosen;
  const read = readRows(sheet, head);
  const listed = read.rows.length + read.left.length;
  if (listed > mostRows) return { broken: tooMany(sheet.name, listed) };
  const { rows, left } = leaveOutRepeated(read.rows);
  const built = buildTree(rows, read.headings, treeRows);
  if ('zh' in built) return { broken: built };
  const matches = rows.map((row) => matchRow(row, context.catalog));
  const unmatched = matches.flatMap(({ unknown }) => unknown ?? []);
  const unknownRows = new Set(rows.filter((_, index) => matches[index]?.unknown));
  const planned = rows.filter((row) => row.planned).length;
  const described = describeSystem(input, head);
  const text = writeSystemYaml({
    ...described,
    tree: built.tree,
    rows: built.rows.map((placed) =>
      unknownRows.has(placed.row) && placed.row.title !== ''
        ? { ...placed, title: placed.row.title }
        : placed,
    ),
  });
  const file = `systems/${input.id}.yaml`;
  const checked = readSystem(text, { file });
  const findings = checked.system ? checkNew(text, checked.system, context) : [];
  const all = [...read.left, ...left].toSorted((a, b) => a.line - b.line);
  // Who names a sheet knows of the others.
  const others = input.sheet === undefined ? unread.filter((each) => each.isList) : [];
  const report: SystemReport = {
    format: opened.format,
    sheet: sheet.name,
    columns: head.columns,
    unused: head.unused,
    counts: {
      rows: read.total,
      taken: rows.length,
      matched: rows.length - unmatched.length - planned,
      unmatched: unmatched.length,
      planned,
      headings: read.headings.length,
      asides: read.asides,
      left: all.length,
      branches: checked.system?.branches.length ?? 0,
    },
    unread,
    notices: [
      ...opened.notices,
      ...others.map(anotherList),
      ...(read.days.length > 0 ? [codesAreDays(read.days)] : []),
      ...built.notices,
      ...(described.name.en === described.name.zh ? [withoutEnglish] : []),
    ],
    unmatched,
    titles: matches.flatMap(({ other }) => other ?? []),
    left: all,
    notes: [...read.notes, ...built.notes].toSorted((a, b) => a.line - b.line),
    diagnostics: [...checked.diagnostics, ...findings],
  };
  if (rows.length === 0) return { broken: noRows, report };
  const isRefused =
    !checked.system || checked.diagnostics.some(({ severity }) => severity === 'error');
  return isRefused ? { broken: notASystem, report } : { report, text };
}

/**
 * Whether a report holds anything a person should look at: what was not read, not found, named otherwise or left out.
 */
export function hasFindings({
  notices,
  unmatched,
  titles,
  left,
  notes,
  diagnostics,
}: SystemReport): boolean {
  return [notices, unmatched, titles, left, notes, diagnostics].some((list) => list.length > 0);
}

function readCsv(bytes: Uint8Array): OpenedTables | Bilingual {
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return decoded;
  const { text, encoding } = decoded;
  const records = parseTable(text);
  if ('reason' in records) {
    const { reason, line = 1 } = records;
    return { zh: `第 ${line} 行：${reason.zh}`, en: `row ${line}: ${reason.en}` };
  }
  if (records.length > mostLines) return tooMany('', records.length);
  const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  const notices = encoding === 'utf-8' ? [] : [converted(encoding)];
  return { format: encoding, sheets: [{ name: '', rows, merged: [] }], hidden: [], notices };
}

function leaveOutRepeated(rows: readonly ListedRow[]): {
  readonly rows: readonly ListedRow[];
  readonly left: readonly SheetProblem[];
} {
  const first = new Map<string, ListedRow>();
  const left: SheetProblem[] = [];
  const kept = rows.filter((row) => {
    const { number } = row;
    if (number === undefined) return true;
    const before = first.get(number);
    if (!before) {
      first.set(number, row);
      return true;
    }
    left.push(noteRow(row, twice(number, before.line)));
    return false;
  });
  return { rows: kept, left };
}

interface Match {
  readonly unknown?: UnknownNumber;
  readonly other?: OtherTitle;
}

const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]+/gu, '')
    .toLowerCase();

function matchRow({ number, title, sheet, line }: ListedRow, catalog: Catalog): Match {
  const parsed = number === undefined ? undefined : parseNumber(number);
  if (number === undefined || !parsed?.ok) return {};
  const resolution = catalog.resolve(number, parsed.number.year !== null);
  const place = { sheet, line, number, title };
  if (resolution.kind === 'unknown') {
    const { editions, nearest } = resolution;
    const near =
      editions.length > 0
        ? editions.map((each) => each.number)
        : nearest.map((each) => formatNumber(each.number));
    return { unknown: { ...place, nearest: near.slice(0, 3) } };
  }
  const { entry } = resolution;
  const names = [entry.title, entry.titleEn ?? ''].map(bare);
  const isSame = title === '' || names.some((name) => name !== '' && name === bare(title));
  return isSame ? {} : { other: { ...place, known: entry.title } };
}

function describeSystem(input: SystemInput, head: SheetHead) {
  const { id, kind, chain, date } = input;
  const titles = head.titles.map(readTitle).filter(({ name }) => name !== '');
  const title = titles[0]?.name ?? '';
  const version = titles[0]?.version ?? '1';
  const name = input.name ?? (title.length > 0 && title.length <= 80 ? title : id);
  // The notice that files of sample systems carry.
  const sample = [...head.titles, ...head.unused].some((text) => /^(?:样例：|Sample: )/.test(text));
  return { name: { zh: name, en: input.nameEn ?? name }, kind, chain, date, version, sample };
}

/** The name of a system in the title of its list: `附件2 某市冷链标准体系明细表（2026版）`. */
function readTitle(cell: string): { readonly name: string; readonly version?: string } {
  if (isBroken(cell.trim())) return { name: '' };
  const text = readCell(readCellText(cell).value)
    .replace(/^(?:附件|附表|附录|附)\s*[\d一二三四五六七八九十A-Z]*\s*[:：.、]?\s*/, '')
    .replace(/^表\s*\d+\s*/, '');
  const [, version] = /[（(]\s*(\d{4}(?:[.-]\d{1,2})?)\s*年?\s*版?\s*[）)]\s*$/.exec(text) ?? [];
  const name = text
    .replace(/[（(]\s*\d{4}(?:[.-]\d{1,2})?\s*年?\s*版?\s*[）)]\s*$/, '')
    .replace(/[\s·:：-]*(?:标准)?(?:明细表|list of standards)\s*$/i, '')
    .trim();
  return { name, ...(version !== undefined && { version }) };
}

/** Findings of the checks about the new file among the others. */
function checkNew(
  text: string,
  system: NonNullable<ReturnType<typeof readSystem>['system']>,
  { catalog, systems, chains }: SystemContext,
): readonly Diagnostic[] {
  const others = systems.list.map(({ model }) => model).filter(({ id }) => id !== system.id);
  const all = buildSystems([...others, system], catalog);
  const own = all.byId(system.id);
  if (!own) return [];
  const only = { ...all, list: [own] };
  // Numbers that are not known are in the report already, with their rows.
  return checkSystems(only, catalog, { chains, sourceOf: () => text }).filter(
    ({ rule }) => rule !== 'system-number-unknown',
  );
}

const converted = (encoding: string): Bilingual => ({
  zh: `文件编码是 ${encoding.toUpperCase()}，已按它读入；看看汉字是否正确`,
  en: `the file is in ${encoding.toUpperCase()} and was read as such; see whether the characters are right`,
});

const twice = (number: string, line: number): Bilingual => ({
  zh: `${number} 在第 ${line} 行已经列过，一项标准在一个体系里只列一次`,
  en: `${number} stands in row ${line} already; a standard stands once in a system`,
});

/** Excel makes a day of a code like `1-02` that is typed; which code it was cannot be known. */
const codesAreDays = (cells: readonly string[]): Bilingual => {
  const list = `${cells.slice(0, 10).join(' ')}${cells.length > 10 ? ' …' : ''}`;
  return {
    zh: `编号有 ${cells.length} 格成了日期（${list}），Excel 把 1-02 这样的编号当作日期：没有采用，另排编号；要保留原编号，先把这一列设为“文本”再重新输入`,
    en: `${count(cells.length, 'code')} became a day (${list}), which is what Excel makes of 1-02: not used, others were given; to keep the codes format the column as text and type them again`,
  };
};

const withoutEnglish: Bilingual = {
  zh: '没有英文名称，英文页面暂用中文名称：用 --name-en 给出',
  en: 'there is no English name and the Chinese one stands for it: give --name-en',
};

const noRows: Bilingual = {
  zh: '没有一行可以采用，什么也没有写',
  en: 'no row could be taken; nothing was written',
};

const notASystem: Bilingual = {
  zh: '排出的体系没有通过检查，什么也没有写',
  en: 'the system that came out has errors; nothing was written',
};
