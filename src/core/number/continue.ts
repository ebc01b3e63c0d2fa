import { buildNumber } from './build.ts';
import { listMembers } from './members.ts';
import type { StandardNumber } from './types.ts';
import { isForeign } from '../terms/index.ts';

/** A number that goes on where another one ended; `start` and `end` count in the text. */
export interface Continuation {
  readonly number: StandardNumber;
  readonly start: number;
  readonly end: number;
}

const JOINT = / ?(?:、|以及|[和及与或]) ?/y;
/** In a row of a list a slash or a plus parts numbers, too. */
const LISTED_JOINT = / ?(?:、|以及|[和及与或/+&]) ?/y;
const RANGE = / ?[~至到] ?/y;
const SHORT =
  /(?:(\d{1,6}[A-Z]?)((?:\.\d{1,5}){0,4})|((?:\.\d{1,5}){1,2}))(?:~(\d{0,6}\.?\d{1,5}))?(?: ?[-:]{1,2} ?((?:19|20)\d{2}|[5-9]\d)(?!\d))?/y;
/** What follows digits that count or measure something. */
const QUANTITY =
  /^(?: ?[A-Za-z%‰°℃μΩ×]|\d|[-~/:.]\d|[个条项种次章节级类年月日时秒天周倍人名台套件份批组块片支根张页号位米克升吨元度型亿万千百]|分(?!别))/;
const isQuantity = (plain: string, at: number): boolean => QUANTITY.test(plain.slice(at, at + 3));
/** Between two numbers of one run, each with its code: `GB 4806.1～GB 4806.9`. */
const BETWEEN = /^ ?(?:~|-{1,2}|至|到) ?$/;

/**
 * The number that goes on behind another one without its code, completed: `GB/T 2423.1、2423.2`, `2423.1和.2`,
 * `HJ 493和494`, `1040.1—2018、1040.2—2022`. Null where what follows may be a clause (`GB/T 191、5.2`) or counts something.
 * `plain` has signs of ASCII; `listed` is a row of a list.
 */
export function readShortened(
  plain: string,
  at: number,
  last: StandardNumber,
  listed: boolean,
): Continuation | null {
  if (!mayGoOn(last)) return null;
  const mark = listed ? LISTED_JOINT : JOINT;
  mark.lastIndex = at;
  const joint = mark.exec(plain)?.[0];
  if (joint === undefined) return null;
  const start = at + joint.length;
  SHORT.lastIndex = start;
  const found = SHORT.exec(plain);
  if (found === null) return null;
  const end = start + found[0].length;
  if (isQuantity(plain, end)) return null;
  const [, serial, parts = '', tail, through, year] = found;
  const own =
    serial === undefined ? ownPart(last, tail ?? '') : { serial, part: parts.slice(1) || null };
  if (own === null || !isNumberLike(last, own, year)) return null;
  const dated = dateOf(year, last);
  if (dated === null) return null;
  const number = buildNumber({
    ...codeOf(last),
    ...own,
    ...dated,
    ...(through === undefined ? {} : { through: throughOf(own, through) }),
  });
  // 「或100～200」 may be values; numbers without parts that stand in a run are few.
  const isFew = through === undefined || own.part !== null || listMembers(number).length <= 20;
  return isFew ? { number, start, end } : null;
}

/** The run whose end stands behind a number without its code: `GB/T 17626.2～.6`, `1040.1—2018～1040.3—2018`. */
export function readRunEnd(
  plain: string,
  at: number,
  from: StandardNumber,
): Omit<Continuation, 'start'> | null {
  if (!mayGoOn(from) || from.form !== 'plain') return null;
  RANGE.lastIndex = at;
  const mark = RANGE.exec(plain)?.[0];
  if (mark === undefined) return null;
  SHORT.lastIndex = at + mark.length;
  const found = SHORT.exec(plain);
  if (found === null || found[4] !== undefined) return null;
  const end = SHORT.lastIndex;
  if (isQuantity(plain, end)) return null;
  const [, serial, parts = '', tail, , year] = found;
  const own =
    serial === undefined ? ownPart(from, tail ?? '') : { serial, part: parts.slice(1) || null };
  const dated = dateOf(year, from);
  if (own === null || dated === null) return null;
  const number = joinRun(from, buildNumber({ ...codeOf(from), ...own, ...dated }));
  return number && { number, end };
}

/** Two numbers as the ends of one run; null where they are not. */
export function joinRun(from: StandardNumber, to: StandardNumber): StandardNumber | null {
  if (from.form !== 'plain' || to.form !== 'plain') return null;
  const same =
    from.prefix === to.prefix &&
    from.nature === to.nature &&
    from.series === to.series &&
    (from.part === null) === (to.part === null) &&
    (from.year === null || from.year === to.year);
  if (!same || (from.part !== null && from.serial !== to.serial)) return null;
  const through = to.part === null ? to.serial : `${to.serial}.${to.part}`;
  const { year, yearWritten } = to;
  const run: StandardNumber = { ...from, form: 'range', through, year, yearWritten };
  return listMembers(run).length > 1 ? run : null;
}

/** Whether a text between two numbers says that they are the ends of a run. */
export function isRunMark(between: string): boolean {
  return BETWEEN.test(between);
}

const FORMS: ReadonlySet<StandardNumber['form']> = new Set(['plain', 'range', 'all-parts']);
const mayGoOn = ({ form }: StandardNumber): boolean => FORMS.has(form);

const codeOf = ({ family, prefix, nature, series }: StandardNumber) => ({
  family,
  prefix,
  nature,
  series,
});

/** `.2` behind `2423.1`. */
function ownPart(
  { serial, part, through }: StandardNumber,
  tail: string,
): Pick<StandardNumber, 'serial' | 'part'> | null {
  const before = through?.includes('.') === true ? through.slice(through.indexOf('.') + 1) : part;
  if (before === null) return null;
  const head = before.split('.').slice(0, -tail.slice(1).split('.').length);
  return { serial, part: [...head, tail.slice(1)].join('.') };
}

/** A clause has two digits at most before its first point, and no year; digits alone may be anything. */
function isNumberLike(
  last: StandardNumber,
  { serial, part }: Pick<StandardNumber, 'serial' | 'part'>,
  year: string | undefined,
): boolean {
  if (serial === last.serial) return part !== null || year !== undefined;
  if (part === null && /^(?:19|20)\d{2}$/.test(serial)) return false;
  if (isForeign(last.family)) return part === null && serial.length > 3;
  if (year !== undefined || serial.length > 2) return true;
  return (
    part === null &&
    last.part === null &&
    last.year === null &&
    last.serial.length === 2 &&
    serial.length === 2
  );
}

function dateOf(
  year: string | undefined,
  last: StandardNumber,
): Pick<StandardNumber, 'year' | 'yearWritten'> | null {
  if (year === undefined) return { year: null, yearWritten: null };
  if (year.length === 4) return { year, yearWritten: null };
  return last.yearWritten === null ? null : { year: `19${year}`, yearWritten: year };
}

function throughOf({ serial, part }: Pick<StandardNumber, 'serial' | 'part'>, end: string): string {
  if (end.startsWith('.')) return `${serial}${end}`;
  return part === null || end.includes('.') ? end : `${serial}.${end}`;
}
