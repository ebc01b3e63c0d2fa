import { memo } from '../base/memo.ts';
import { findLimits } from './find-limits.ts';
import type { Limit } from './find-limits.ts';
import { foldSigns } from './fold-signs.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantities.ts';
import { readUnit } from './units.ts';

export interface LimitTable {
  /** Cells as plain text, merged cells repeated, all rows of one length. */
  readonly rows: readonly (readonly string[])[];
  readonly headRows: number;
  /** The line above a table: 「单位为毫米」 (GB/T 1.1—2020, 9.8.5). */
  readonly unitLine?: string;
}

export interface TableLimit extends Limit {
  /** Index into `rows`. */
  readonly row: number;
  readonly column: number;
}

/** 「厚度/mm」「检出限/(μg/L)」「含水率（%）」 (GB/T 1.1—2020, 9.8.5). */
const unitsInHead = [
  /\/ ?\(([^()]{1,24}(?:\([^()]*\))?[^()]{0,8})\) ?$/,
  /^[^/]*\/ ?([^()/]{1,16}) ?$/,
  /\(([^()]{1,24}(?:\([^()]*\))?)\) ?$/,
  /[\u4e00-\u9fff] ([^ \u4e00-\u9fff]{1,16})$/,
];
const isBound =
  /(?:指标|要求|限值|限量|允许|偏差|规定|标准值|技术参数|数值|合格|一级|二级|特级|优等|优级|[≤≥<>]|不[大小高低少超]|最[大小高低])/;
const isName = /(?:序号|编号|检验方法|试验方法|方法|条款|章条|代号|备注|依据)/;

/**
 * The limits of a table of values: one a cell. A cell without a unit has the one of its head (「厚度/mm」), of the head of its
 * row, or of the unit line; comparing signs may stand in the head. Offsets are those of the cell. Rows of numbers without
 * any such head are data and give nothing.
 */
export function findTableLimits({
  rows,
  headRows,
  unitLine = '',
}: LimitTable): readonly TableLimit[] {
  const cellSays = readCells();
  const heads = (rows[0] ?? []).map((_, column) => [
    ...new Set(rows.slice(0, headRows).map((row) => row[column] ?? '')),
  ]);
  const ofTable = /百分数|百分比|百分率/.test(unitLine)
    ? '%'
    : readUnitName(/单位(?:为|：|:)?\s*([^\s"”}]+)/.exec(foldSigns(unitLine))?.[1] ?? '');
  const isSpecified = heads.some((head) => isBound.test(head.join('')));
  return rows.slice(headRows).flatMap((cells, index) =>
    cells.flatMap((cell, column): readonly TableLimit[] => {
      const head = heads[column] ?? [];
      if (column === 0 || isName.test(head.join(''))) return [];
      const own = findLimits(cell, { underLead: true });
      const place = { row: headRows + index, column };
      const before = cells.slice(0, column);
      const unit =
        lastUnit(head, cellSays) || unitOfRow(before, cellSays) || (counts(head) ? '' : ofTable);
      const object = nameCell(before, head, cellSays);
      const complete = (limit: Limit): TableLimit => ({
        ...limit,
        ...place,
        object: limit.object || object,
        quantity: withUnit(limit.quantity, unit),
        isCondition: false,
      });
      if (own.length > 0) return own.map(complete);
      const [bare] = findQuantities(foldSigns(cell));
      if (!bare || !isAllQuantity(cell)) return [];
      // 「≤ 400」 in a head, 「间距小于0.5 m」 in front: a value of its own says under what, and compares nothing else.
      const says = [...head, ...before].filter((text) => !cellSays.isLimit(text));
      const comparator = compareBy(says.join(''));
      if (comparator === '=' && !isSpecified && unit === '') return [];
      const { start, end } = bare;
      return [
        complete({
          object,
          comparator,
          quantity: bare,
          isCondition: false,
          text: cell.slice(start, end),
          start,
          end,
        }),
      ];
    }),
  );
}

function compareBy(says: string): Limit['comparator'] {
  if (/≤|不(?:大于|高于|超过|多于)|最[大高多]|上限/.test(says)) return '<=';
  if (/≥|不(?:小于|低于|少于)|最[小低少]|下限/.test(says)) return '>=';
  if (/[<＜]|小于|低于/.test(says)) return '<';
  return /[>＞]|大于|高于/.test(says) ? '>' : '=';
}

/** Heads that say no more than that a value is asked for. */
const saysNothing =
  /^(?:技术|性能|控制|考核|质量|关键|标准|规定|允许|推荐)?(?:指标|要求|限值|限量|限度|数值|参数|规定|值|规定值|标准值|允许值|项目)(?:要求|值)?$/;
const unitBehind = /[/／].*$|[（(][^（(]*$|([\u4e00-\u9fff]) [^ \u4e00-\u9fff]{1,16}$/;
const isComparing = /[≤≥＜＞<>±]|[大小高低多少]于|超过|不足|以[上下内]/;

/** 「150 < Z ≤ 600」: a class of values, which bounds nothing. */
const doubled = /\d[^<>≤≥]{0,8}[<>≤≥][^<>≤≥\d]{1,8}[<>≤≥] ?-?\d/;

/** What the text of a cell says; heads and names of rows are asked again for each value. */
interface CellReader {
  /** It compares something itself. */
  readonly isLimit: (text: string) => boolean;
  /** It names something: it is no limit, no unit and no value. */
  readonly isNaming: (text: string) => boolean;
  /** The unit it is, or names behind other words; empty where there is none. */
  readonly unitOf: (text: string) => string;
}

function readCells(): CellReader {
  const isLimit = memo(
    (text: string) =>
      isComparing.test(text) &&
      (doubled.test(foldSigns(text)) || findLimits(text, { underLead: true }).length > 0),
  );
  return {
    isLimit,
    isNaming: memo(
      (text: string) => !isLimit(text) && !readUnitAlone(foldSigns(text)) && !isAllQuantity(text),
    ),
    unitOf: memo(unitOfCell),
  };
}

/** What a cell is about: the names of its row, then its heads, without units and without other values. */
function nameCell(
  before: readonly string[],
  head: readonly string[],
  { isNaming }: CellReader,
): string {
  const names = before.filter((cell) => !isNumber.test(cell) && !isMark.test(cell));
  const heads = head.map(stripUnit).filter((text) => !saysNothing.test(text));
  return [...new Set([...names.filter(isNaming).map(stripUnit), ...heads.filter(isNaming)])]
    .filter(Boolean)
    .join(' ');
}

const isNumber = /^[\d.\s/:]*$/;
/** A dash, a tick, a reference to a clause. */
const isMark = /^(?:[—–\-√×○●☆★<>＜＞≤≥\s]*|(?:\[#[^\]]*\][、和及]?)+)$/;

function stripUnit(text: string): string {
  return text.replace(unitBehind, (_, before: string | undefined = '') => before).trim();
}

function isAllQuantity(cell: string): boolean {
  const [only] = findQuantities(foldSigns(cell));
  return only !== undefined && only.end - only.start === cell.trim().length;
}

function lastUnit(cells: readonly string[], { unitOf }: CellReader): string {
  const cell = cells.findLast((text) => unitOf(text) !== '');
  return cell === undefined ? '' : unitOf(cell);
}

/** The unit of a row: a cell that is one, or the name of the row with one; a value in another column lends none. */
function unitOfRow(before: readonly string[], cellSays: CellReader): string {
  const alone = before.findLast((cell) => readUnitAlone(foldSigns(cell)) !== '');
  if (alone !== undefined) return cellSays.unitOf(alone);
  const name = before.findLast(
    (cell, at) =>
      (at === 0 || !/\d/.test(stripUnit(cell))) &&
      cellSays.isNaming(cell) &&
      cellSays.unitOf(cell) !== '',
  );
  return name === undefined ? '' : cellSays.unitOf(name);
}

/** Heads of what is counted or told by a grade, which the unit of the line above a table does not fit. */
function counts(head: readonly string[]): boolean {
  return /(?:次数|个数|件数|株数|人数|只数|份数|数量|频次|等级|级别|pH)$/.test(
    stripUnit(head.join('')),
  );
}

function unitOfCell(cell: string): string {
  const folded = foldSigns(cell);
  const alone = readUnitAlone(folded);
  if (alone) return alone;
  for (const pattern of unitsInHead) {
    const named = readUnitName(pattern.exec(folded)?.[1] ?? '');
    if (named) return named;
  }
  return '';
}

/** A cell that is a unit; a capital alone or with a number is a code of a column or a row (A, H, K2) before it is an ampere, a henry or a farad. */
function readUnitAlone(folded: string): string {
  return /^[A-Z]\d{0,2}$/.test(folded) ? '' : readUnitName(folded);
}

/** A unit that is all of a text, but for spaces, commas and signs behind it; empty where it is none. */
function readUnitName(text: string): string {
  const [name = ''] = text.split(/[,，≤≥<>]/);
  const found = readUnit(name, 0);
  return found && found.end === name.trimEnd().length ? found.unit : '';
}

function withUnit(quantity: Quantity, unit: string): Quantity {
  return quantity.unit === '' && quantity.kind !== 'grade' && quantity.kind !== 'ratio'
    ? { ...quantity, unit }
    : quantity;
}
