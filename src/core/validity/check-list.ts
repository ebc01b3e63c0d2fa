import { formatNumber, numberKey, readNumberLine } from '../number/index.ts';
import type { LineNumber, StandardNumber } from '../number/index.ts';
import { readBeside, unfold } from './beside.ts';
import type { Beside } from './beside.ts';
import { checkNumber, listEditions } from './check-number.ts';
import type { Checked, CheckedNumber, ListRow } from './checked.ts';
import { joinBroken } from './broken-lines.ts';
import type { KnownIndex, KnownStandard } from './known.ts';
import { splitLongRow } from './long-rows.ts';
import { findYearCell, findYearColumn, joinCodes, readStrayYear } from './stray-year.ts';
import { foldTitle, listTitles } from './titles.ts';

/** More rows than this are no list of standards. */
export const mostRows = 50_000;

/** Numbers of rows, in order, with what is known of each on a day (`YYYY-MM-DD`). Rows without any text are passed over. */
export function* checkRows(
  rows: Iterable<ListRow>,
  known: KnownIndex,
  day: string,
): Generator<CheckedNumber> {
  const first = new Map<string, string>();
  let column: number | undefined;
  for (const row of joinBroken(rows)) {
    if (row.text.trim() === '') continue;
    if (isHead(row.text)) column = findYearColumn(row.text);
    for (const checked of checkLongRow(row, known, { day, column })) {
      // What is to be confirmed may be another number than it reads.
      const isSure = checked.number !== undefined && checked.verdict !== 'question';
      const key = isSure ? numberKey(checked.number) : undefined;
      const before = key === undefined ? undefined : first.get(key);
      if (key !== undefined && before === undefined) first.set(key, row.place);
      yield before === undefined ? checked : { ...checked, duplicateOf: before };
    }
  }
}

/** Whatever the length of a row: text that goes on without a number is no entry of its own. */
function checkLongRow(row: ListRow, known: KnownIndex, asked: Asked): readonly CheckedNumber[] {
  const { place, text } = row;
  const { pieces, left } = splitLongRow(text);
  const [first = [], ...others] = pieces.map((piece) =>
    checkRow({ place, text: piece }, known, asked),
  );
  const checked = [...first, ...others.flat().filter(({ number }) => number)];
  if (!left) return checked;
  const written = `${text.slice(0, 40)}…`;
  return [
    ...checked,
    { place, written, verdict: 'unreadable', reason: left, successors: [], near: [] },
  ];
}

/** A row without a number and with a title that is known, or the head of a table, is told from one that cannot be read. */
const head = /标准(?:编号|号|名称)|序号|编号|名称|number|title/i;

const isHead = (text: string): boolean =>
  head.test(text) && /[\t,，]/.test(text) && !/\d/.test(text);

/** The day to check for, and the column in which a table has its years. */
interface Asked {
  readonly day: string;
  readonly column: number | undefined;
}

function checkRow(
  { place, text: row }: ListRow,
  known: KnownIndex,
  { day, column }: Asked,
): readonly CheckedNumber[] {
  const joined = joinCodes(row);
  const text = joined !== row && readNumberLine(row).numbers.length === 0 ? joined : row;
  const line = readNumberLine(text);
  const none = { place, successors: [], near: [] };
  if (line.numbers.length > 0) {
    const numbers = line.numbers
      .map((each) => (line.numbers.length === 1 ? withYearCell(each, text, column, known) : each))
      .flatMap((each) => unfold(each, known));
    const checked = [
      ...numbers.map((each) => checkDated(each, text, line.numbers.length, known, day)),
      ...readBeside(text, line.numbers, known).map((each) => checkBeside(each, known, day)),
    ].map((each) => ({ ...none, ...each }));
    // A title may name another standard: 「按照 ISO/IEC 8482 采用……」.
    return checked.filter(
      (each) =>
        !checked.some(
          ({ standard }) =>
            standard && standard !== each.standard && namesIn(standard, each.written),
        ),
    );
  }
  const written = text.replace(/\s+/g, ' ').trim();
  if (line.meant) return [{ ...none, ...askMeant(written, line.meant, known) }];
  const byTitle = [
    ...new Set(listTitles([text]).flatMap((title) => known.byTitle.get(foldTitle(title)) ?? [])),
  ];
  if (byTitle.length > 0) {
    const near = byTitle.slice(0, 3).map((standard) => ({ standard, level: 'edit' as const }));
    return [{ ...none, written, verdict: 'question', near }];
  }
  if (isHead(text)) return [];
  return [{ ...none, written, verdict: 'unreadable', ...(line.reason && { reason: line.reason }) }];
}

const askMeant = (written: string, number: StandardNumber, known: KnownIndex): Checked => ({
  written,
  number,
  proper: formatNumber(number),
  verdict: 'question',
  near: listEditions(formatNumber(number), known),
});

function checkBeside(beside: Beside, known: KnownIndex, day: string): Checked {
  if (beside.kind === 'number') return checkNumber(beside.number, 2, known, day);
  const { written } = beside;
  if (beside.kind === 'meant') return askMeant(written, beside.number, known);
  const reason = {
    zh: `“${written}”没有读懂：如果是标准编号，请写全，单独一行`,
    en: `"${written}" was not understood: if it is the number of a standard, write it out in a line of its own`,
  };
  return { written, verdict: 'unreadable', reason };
}

/** A number with the year that stands beside it; one whose year cannot be read is to be confirmed. */
function checkDated(
  found: LineNumber,
  row: string,
  countInRow: number,
  known: KnownIndex,
  day: string,
): Checked {
  const stray = readStrayYear(found, row);
  // A year in a cell of its own may be one of something else.
  if (stray?.kind === 'year' && (!stray.ownCell || isOfNumber(stray.number, known)))
    return checkNumber(stray.number, countInRow, known, day);
  const checked = checkNumber(found, countInRow, known, day);
  if (!stray || stray.kind === 'year') return checked;
  if (stray.kind === 'day') {
    const meant = known.byKey.get(numberKey(stray.number.number));
    if (!meant || meant === checked.standard) return checked;
  }
  const proper = formatNumber(found.number);
  const year = stray.kind === 'day' ? (stray.number.number.year ?? '') : stray.year;
  const written = stray.kind === 'day' ? stray.number.raw : stray.written;
  const { title } = checked;
  const remark = {
    zh: `“${written}”的年号没有看清`,
    en: `the year of "${written}" cannot be read`,
  };
  return {
    written,
    number: found.number,
    proper,
    verdict: 'question',
    near: listEditions(proper, known, year),
    remarks: [remark],
    ...(title && { title }),
  };
}

/** A number with the year that its row has in another cell: in the column of years, or one that is of an edition known. */
function withYearCell(
  found: LineNumber,
  row: string,
  column: number | undefined,
  known: KnownIndex,
): LineNumber {
  const { number, raw } = found;
  if (number.year !== null || number.form !== 'plain' || readStrayYear(found, row)?.kind === 'year')
    return found;
  const year = findYearCell(row, column);
  if (year === undefined) return found;
  const dated = { ...found, number: { ...number, year }, raw: `${raw} ${year}` };
  return column !== undefined || isOfNumber(dated, known) ? dated : found;
}

/** Whether the library knows of this edition. */
const isOfNumber = ({ number }: LineNumber, { byKey, heard }: KnownIndex): boolean =>
  byKey.has(numberKey(number)) || heard.has(numberKey(number));

/** Whether a number stands in the title of a standard. */
function namesIn({ title, titleEn = '' }: KnownStandard, number: string): boolean {
  if (!/[A-Za-z]/.test(number)) return false;
  return [title, titleEn].some((each) => foldTitle(each).includes(foldTitle(number)));
}
