import type { Bilingual } from '#core/model/diagnostic.ts';
import { findHead, isList, isTree } from './columns.ts';
import type { SheetHead } from './columns.ts';
import { readTree } from './tree.ts';
import type { TreeRow } from './tree.ts';
import type { OpenedTables } from '../workbook/workbook.ts';
import type { TableSheet } from '../workbook/worksheet.ts';
import { count } from './words.ts';

/** A visible sheet with something in it that has no part in the system. */
export interface UnreadSheet {
  readonly name: string;
  /** Rows that are not empty, of a list those below its head. */
  readonly rows: number;
  /** Its head is that of a list of standards. */
  readonly isList: boolean;
}

export interface ChosenSheet {
  readonly sheet: TableSheet;
  readonly head: SheetHead;
  /** Of the other sheets: sub-systems written as rows. */
  readonly treeRows: readonly TreeRow[];
  readonly unread: readonly UnreadSheet[];
}

/** The list of a file, and what becomes of its other sheets; or why there is none. */
export function chooseSheet(
  { sheets, hidden }: OpenedTables,
  wanted: string | undefined,
): ChosenSheet | Bilingual {
  if (sheets.length === 0) return allHidden(hidden);
  const named = wanted === undefined ? sheets : sheets.filter(({ name }) => name === wanted);
  if (named.length === 0) return noSheet(wanted ?? '', sheets, hidden);
  const found = named.flatMap((sheet) => {
    const head = findHead(sheet);
    return head && isList(head) ? [{ sheet, head }] : [];
  });
  const score = ({ sheet, head }: (typeof found)[number]) =>
    head.at.size + (/明细|list of standards/i.test(sheet.name) ? 100 : 0);
  const [best] = found.toSorted((a, b) => score(b) - score(a));
  if (!best) return noHead(named);
  const { sheet } = best;
  const treeRows: TreeRow[] = [];
  const unread: UnreadSheet[] = [];
  for (const other of sheets) {
    if (other === sheet) continue;
    const head = findHead(other);
    if (head && isTree(head)) treeRows.push(...readTree(other, head));
    else unread.push(describeUnread(other, head));
  }
  return { ...best, treeRows, unread: unread.filter(({ rows }) => rows > 0) };
}

function describeUnread({ name, rows }: TableSheet, head: SheetHead | null): UnreadSheet {
  const listed = head !== null && isList(head);
  const below = listed ? rows.slice(head.start) : rows;
  const filled = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { name, rows: filled.length, isList: listed };
}

/** What is to be said of a list that was left where nobody chose among several. */
export function anotherList({ name, rows }: UnreadSheet): Bilingual {
  const option = `--sheet ${/[\s"'$&;|<>()（）]/.test(name) ? `"${name}"` : name}`;
  return {
    zh: `工作表“${name}”（${rows} 行）也是明细表，没有读：一次读一张；用 ${option} 和另一个 --id 再导入一次，或先把几张并成一张`,
    en: `the sheet "${name}" (${count(rows, 'row')}) is a list, too, and was not read: one is read at a time; import again with ${option} and another --id, or put the lists into one sheet first`,
  };
}

function allHidden(hidden: readonly string[]): Bilingual {
  return {
    zh: `工作表全都隐藏着（${hidden.join('、')}），没有可读的：在 Excel 或 WPS 里取消隐藏明细表，保存后再导入`,
    en: `all sheets are hidden (${hidden.join(', ')}) and none can be read: unhide the list in Excel or WPS, save, and import again`,
  };
}

function noSheet(
  wanted: string,
  sheets: readonly TableSheet[],
  hidden: readonly string[],
): Bilingual {
  if (hidden.includes(wanted)) {
    return {
      zh: `工作表“${wanted}”是隐藏的，没有读：取消隐藏，保存后再导入`,
      en: `the sheet "${wanted}" is hidden and was not read: unhide it, save, and import again`,
    };
  }
  const names = sheets.map(({ name }) => name);
  return {
    zh: `没有工作表“${wanted}”；有的是：${names.join('、')}`,
    en: `there is no sheet "${wanted}"; there are: ${names.join(', ')}`,
  };
}

function noHead(sheets: readonly TableSheet[]): Bilingual {
  const seen = sheets
    .map(({ name, rows }) => {
      const first = rows.find(({ cells }) => cells.some((cell) => cell !== ''))?.cells ?? [];
      return `${name}[${first.filter(Boolean).slice(0, 8).join('、').slice(0, 120)}]`;
    })
    .slice(0, 5)
    .join(' ');
  return {
    zh: `前 20 行里没有认得出的表头（要有标准名称或标准编号，和体系编号、子体系、级别等，至少三列）；读到的：${seen}`,
    en: `no head is known among the first 20 rows (a title or number, and system code, sub-system, level: three columns at least); found: ${seen}`,
  };
}
