import type { Bilingual } from '#core/model/diagnostic.ts';
import type { CellReading } from '../workbook/cell-text.ts';
import { isBroken, noNumber, noValue } from './words.ts';
import { toLetters } from '#core/sheet/columns.ts';
import type { DetailColumn, SheetHead } from './columns.ts';

/** Without them it is not known which standard a row is, or where it stands. */
const needed: ReadonlySet<DetailColumn> = new Set(['number', 'code', 'branch', 'branchCode']);

export interface BrokenCells {
  /** Why the row cannot be taken. */
  readonly reason?: Bilingual;
  /** Of the others, which are read as empty. */
  readonly notes: readonly Bilingual[];
}

/** What is to be said of the broken cells of a row in columns that are read. */
export function describeBroken(
  cells: readonly string[],
  at: ReadonlyMap<DetailColumn, number>,
  nameOf: (column: DetailColumn) => Bilingual,
  readings: readonly CellReading[] = [],
): BrokenCells {
  const cellOf = (column: DetailColumn): string => cells[at.get(column) ?? -1] ?? '';
  const broken = [...at.keys()].filter(
    (column) => column !== 'ordinal' && isBroken(cellOf(column)),
  );
  // A title is all there is of a plan; that of a number is looked up.
  const isNeeded = (column: DetailColumn): boolean =>
    needed.has(column) || (column === 'title' && noNumber.test(cellOf('number')));
  const first = broken.find(isNeeded);
  if (first !== undefined) {
    return { reason: mend(nameOf(first), cellOf(first)), notes: [] };
  }
  const damaged: Bilingual[] = [];
  for (const column of at.keys()) {
    const { value = '', problems = [] } = readings[at.get(column) ?? -1] ?? {};
    for (const { text, reason } of problems) {
      const said = sayOf(nameOf(column), text, reason);
      if (value === '' && isNeeded(column)) return { reason: said, notes: [] };
      damaged.push(said);
    }
  }
  return {
    notes: [...broken.map((column) => takeEmpty(nameOf(column), cellOf(column))), ...damaged],
  };
}

/** A cell as the program that made the file names it: `标准名称（B4）`. */
export function nameCells(
  { columns, at }: SheetHead,
  settled: ReadonlyMap<DetailColumn, number>,
  line: number,
): (column: DetailColumn) => Bilingual {
  return (column) => {
    const index = settled.get(column) ?? 0;
    const own = [...at].find(([, each]) => each === index)?.[0] ?? column;
    const head = columns.get(own) ?? '';
    const cell = `${toLetters(index)}${line}`;
    return { zh: `“${head}”（${cell}）`, en: `"${head}" (${cell})` };
  };
}

const sayOf = (name: Bilingual, text: string, reason: Bilingual): Bilingual => ({
  zh: `${name.zh}“${text.slice(0, 40)}”${reason.zh}`,
  en: `${name.en} "${text.slice(0, 40)}": ${reason.en}`,
});

function describe(cell: string): Bilingual {
  return cell === noValue
    ? { zh: '是公式，文件里没有它的值', en: 'is a formula whose value is not in the file' }
    : { zh: `是错误值 ${cell}`, en: `is the error value ${cell}` };
}

function mend(name: Bilingual, cell: string): Bilingual {
  const what = describe(cell);
  return cell === noValue
    ? {
        zh: `${name.zh}${what.zh}：在 Excel 或 WPS 里打开、保存后再导入，或在格里直接写值`,
        en: `${name.en} ${what.en}: open the file in Excel or WPS, save it and import again, or type the value`,
      }
    : {
        zh: `${name.zh}${what.zh}：改正后再导入`,
        en: `${name.en} ${what.en}: mend it and import again`,
      };
}

function takeEmpty(name: Bilingual, cell: string): Bilingual {
  const what = describe(cell);
  return {
    zh: `${name.zh}${what.zh}，按空白处理`,
    en: `${name.en} ${what.en}; it was read as empty`,
  };
}
