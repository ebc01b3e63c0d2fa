import { codesOf } from '../characters/codes.ts';
import { blankNames } from './blank-names.ts';
import { blankUnread, GROUPED, NUMBER, readNumeral, toNumber } from './numerals.ts';
import type { Numeral } from './numerals.ts';
import { readUnit } from './units.ts';

/** A value, a range, a value with its tolerance, a ratio, dimensions or a grade, as it stands in a text. */
export type Quantity = {
  /** Offsets of UTF-16 units; the unit is inside. */
  readonly start: number;
  readonly end: number;
  /** Normalised: `mm`, `℃`, `dB(A)`, `%`; empty where there is none. */
  readonly unit: string;
} & (
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'tolerance';
      /** Absent for a bare `±0.5 mm`. */
      readonly nominal?: number;
      readonly minus: number;
      readonly plus: number;
      /** Where the tolerance is a share and the nominal value is none: `220 V±10%`. */
      readonly toleranceUnit?: string;
    }
  | { readonly kind: 'ratio'; readonly ratio: string }
  | { readonly kind: 'size'; readonly values: readonly number[] }
  | { readonly kind: 'grade'; readonly grade: string }
);

/** Behind these a number is a name: of a clause, a table, a model. */
const namesBefore =
  /(?:[第表图式条款项注例节章]|附录 ?[A-Z]?\.?|[A-Za-z_#.:/\\-]|[A-Z] |型号|编号|代号|电话|邮编|序号|步骤|编码|版本|[a-z]\)|GB|ISO|IEC)(?:[为是])?(?: ?\(?)?$/;
/** In front of these a number is a name or a day. */
const namesAfter = /^ ?(?:章|款(?!项)|号|月\d|年\d|年版|年第|-\d{4}|\.\d|[A-Za-z]*\d*型|系列)/;
const years = /^(?:19|20)\d{2}$/;

/** What a quantity may begin with. */
const begins = /[\dA-Z零一二两三四五六七八九十百半特甲乙丙丁优合ⅠⅡⅢⅣⅤ±(+-]/g;

/** What every grade has one of. */
const mayBeGrade = /[A-Z级]|等品|合格品/;

/** All quantities of a text, in its order, none inside another. The text is folded (`foldSigns`). */
export function findQuantities(folded: string): readonly Quantity[] {
  const text = blankUnread(blankNames(folded));
  const hasGrades = mayBeGrade.test(text);
  const found: Quantity[] = [];
  begins.lastIndex = 0;
  for (let next = begins.exec(text); next; next = begins.exec(text)) {
    const quantity = readQuantity(text, next.index, hasGrades);
    if (!quantity) continue;
    found.push(quantity);
    begins.lastIndex = Math.max(quantity.end, next.index + 1);
  }
  return found;
}

const gradeAt =
  /(?:IP ?[0-6X][0-9X][A-D]?|IK ?\d{2}|[A-Z]{1,5}\d{0,2}(?:\.\d)?\+?级|\d{1,3}(?:\.\d)?(?:[-~]\d{1,2})?[A-Z]?级(?!台阶)|[ⅠⅡⅢⅣⅤIV]{1,3}级|[一二三四五六七八九特甲乙丙丁]星?级|(?:特|优|一|二|三)等品|合格品|(?:HRB|HPB|HRBF)\d{3}E?|[A-Z]{1,2}[0-9]{1,3}(?:\.\d)?(?=[，。；、)的 ]|$))/y;
const beforeGrade =
  /(?:低于|高于|达到|符合|[应宜]为|[应宜]是|为|不[应得宜]?小于|不[应得宜]?少于|[≥≤]|大于|小于|超过|优于|劣于|满足|至少|[应宜]达|及)(?:GB\S*?的)? ?\ufffc*的?$/;
const counted = /^[一二两三四五六七八九十半]/;
const countedBefore = /[\u4e00-\u9fff]$/;

function readQuantity(text: string, at: number, hasGrades: boolean): Quantity | null {
  const before = text.slice(Math.max(0, at - 12), at);
  const grade = hasGrades ? readGrade(text, at, before) : null;
  if (grade) return grade;
  switch (text.charAt(at)) {
    case '±':
      return readBareTolerance(text, at);
    case '(':
      return readBracketed(text, at);
    case '+':
      return readUneven(text, at) ?? readCounted(text, at, before);
    default:
      return readCounted(text, at, before);
  }
}

function readGrade(text: string, at: number, before: string): Quantity | null {
  gradeAt.lastIndex = at;
  const [grade] = gradeAt.exec(text) ?? [];
  if (grade === undefined || !beforeGrade.test(before)) return null;
  return {
    kind: 'grade',
    grade: grade.replaceAll(' ', ''),
    unit: '',
    start: at,
    end: at + grade.length,
  };
}

/** A quantity that begins with a number, which is no name (`表 1`, 2024年, `Q235`) and no part of a word (一次性). */
function readCounted(text: string, at: number, before: string): Quantity | null {
  const sign = text.charAt(at);
  const isSigned = /[-+]/.test(sign) && /\d/.test(text.charAt(at + 1));
  if (isSigned ? /[\dA-Za-z)）]$/.test(before) : !/[\d零一二两三四五六七八九十百半]/.test(sign))
    return null;
  if (/\d/.test(sign) && /[\d.,]$/.test(before)) return null;
  const first = readNumeral(text, at);
  if (!first || (namesBefore.test(before) && !isSigned)) return null;
  const quantity = readBehind(text, at, first);
  return quantity.kind === 'value' && isName(text, at, first, quantity) ? null : quantity;
}

function isName(text: string, at: number, first: Numeral, quantity: Quantity): boolean {
  const written = text.slice(at, first.end);
  if (namesAfter.test(text.slice(first.end, first.end + 12))) return true;
  if (quantity.unit === '年' && years.test(written)) return true;
  return (
    counted.test(written) &&
    !first.percent &&
    !written.includes('分之') &&
    (quantity.unit === '' || !isCount(text, at, quantity))
  );
}

/** Whether a Chinese numeral counts something here, and is no part of a word (一次性, 三方, 十分). */
function isCount(text: string, at: number, { end, unit }: Quantity): boolean {
  const after = text.slice(end, end + 2);
  if (
    /^[一二三]/.test(text.charAt(at)) &&
    /^[次级类种个位项]$/.test(unit) &&
    /^(?:性|方|致|定|般|样)/.test(after)
  )
    return false;
  return !(countedBefore.test(text.charAt(at - 1)) && /[第每唯统同任单]/.test(text.charAt(at - 1)));
}

function readBehind(text: string, start: number, first: Numeral): Quantity {
  const unit = first.percent ? { unit: '%', end: first.end } : readUnit(text, first.end);
  const end = unit?.end ?? first.end;
  const mark = readMark(text, end) ?? (end > first.end ? readMark(text, first.end) : null);
  if (mark) {
    const second = readNumeral(text, mark.end);
    if (second) {
      const secondUnit = second.percent
        ? { unit: '%', end: second.end }
        : readUnit(text, second.end);
      const joined = joinTwo(text, start, { first, unit, mark: mark.sign, second, secondUnit });
      if (joined) return joined;
    }
  }
  return { kind: 'value', value: first.value, unit: unit?.unit ?? '', start, end };
}

const marks =
  /^ ?(~|±|×|:|：|到|至|[与和](?=[^，。；]{1,12}之间)|—{1,2}|–|-)(?: ?)(?=[-+]?\d|[零一二两三四五六七八九十百])/;

/** What `marks` begin with behind a blank. */
const markSigns = codesOf('~±×:：到至与和—–-');

function readMark(
  text: string,
  at: number,
): { readonly sign: string; readonly end: number } | null {
  if (!markSigns.has(text.charCodeAt(text.charAt(at) === ' ' ? at + 1 : at))) return null;
  const [whole, sign] = marks.exec(text.slice(at, at + 20)) ?? [];
  return whole !== undefined && sign !== undefined ? { sign, end: at + whole.length } : null;
}

interface Pair {
  readonly first: Numeral;
  readonly unit: { readonly unit: string; readonly end: number } | null;
  readonly mark: string;
  readonly second: Numeral;
  readonly secondUnit: { readonly unit: string; readonly end: number } | null;
}

function joinTwo(text: string, start: number, pair: Pair): Quantity | null {
  const { first, unit, mark, second, secondUnit } = pair;
  const end = secondUnit?.end ?? second.end;
  const unitOf = secondUnit?.unit ?? unit?.unit ?? '';
  switch (mark) {
    case '±': {
      const both = { nominal: first.value, minus: second.value, plus: second.value, start, end };
      const isShare = secondUnit?.unit === '%' && unit?.unit !== '%';
      return isShare
        ? { kind: 'tolerance', ...both, unit: unit?.unit ?? '', toleranceUnit: '%' }
        : { kind: 'tolerance', ...both, unit: unitOf };
    }
    case '×':
      return readSize(text, { values: [first.value, second.value], unit: unitOf, start, end });
    case ':':
    case '：':
      return unit ? null : readRatio(text, start);
    default: {
      const isDash = /^[—–-]/.test(mark);
      const isYears = unitOf === '年' && years.test(text.slice(start, first.end));
      if ((isDash && unitOf === '') || isYears || second.value <= first.value) return null;
      return { kind: 'range', min: first.value, max: second.value, unit: unitOf, start, end };
    }
  }
}

interface Size {
  readonly values: readonly number[];
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** The rest of `80 mm×10 mm×4 mm`; the unit is that of the last value where the others have none. */
function readSize(text: string, size: Size): Quantity {
  const more = readMark(text, size.end);
  const next = more?.sign === '×' ? readNumeral(text, more.end) : null;
  if (!next) return { kind: 'size', ...size };
  const own = readUnit(text, next.end);
  return readSize(text, {
    values: [...size.values, next.value],
    unit: own?.unit ?? size.unit,
    start: size.start,
    end: own?.end ?? next.end,
  });
}

function readRatio(text: string, start: number): Quantity {
  const written = /^[\d.]+(?: ?[:：] ?[\d.]*\d)+/.exec(text.slice(start, start + 40))?.[0] ?? '';
  const ratio = written.replaceAll(' ', '').replaceAll('：', ':');
  return { kind: 'ratio', ratio, unit: '', start, end: start + written.length };
}

function readBareTolerance(text: string, at: number): Quantity | null {
  const space = text.charAt(at + 1) === ' ' ? 1 : 0;
  const number = readNumeral(text, at + 1 + space);
  if (!number) return null;
  const unit = readUnit(text, number.end);
  const end = unit?.end ?? number.end;
  return {
    kind: 'tolerance',
    minus: number.value,
    plus: number.value,
    unit: unit?.unit ?? '',
    start: at,
    end,
  };
}

const uneven = new RegExp(
  String.raw`\+ ?(${GROUPED})([^\d，。；+-]{0,8}?) ?[、,，/~ ]? ?- ?(${GROUPED})`,
  'y',
);

/** `+4 mm、-2 mm`, `+0.5/-0.2`: a tolerance of two sizes. */
function readUneven(text: string, at: number): Quantity | null {
  uneven.lastIndex = at;
  const [whole, plus = '', between = '', minus = ''] = uneven.exec(text) ?? [];
  if (whole === undefined) return null;
  const unit = readUnit(text, at + whole.length);
  const end = unit?.end ?? at + whole.length;
  const name = unit?.unit ?? readUnit(between, 0)?.unit ?? '';
  return {
    kind: 'tolerance',
    minus: toNumber(minus),
    plus: toNumber(plus),
    unit: name,
    start: at,
    end,
  };
}

const bracketed = new RegExp(String.raw`\( ?(${NUMBER}) ?(±|~) ?(${NUMBER}) ?\)`, 'y');

/** `(23±2) ℃`, `(5～10) mm`: the unit stands behind the bracket (GB/T 1.1—2020, 9.5.3). */
function readBracketed(text: string, at: number): Quantity | null {
  bracketed.lastIndex = at;
  const [whole, one = '', mark, two = ''] = bracketed.exec(text) ?? [];
  if (whole === undefined) return null;
  const unit = readUnit(text, at + whole.length);
  const place = { unit: unit?.unit ?? '', start: at, end: unit?.end ?? at + whole.length };
  const [a, b] = [toNumber(one), toNumber(two)];
  return mark === '±'
    ? { kind: 'tolerance', nominal: a, minus: b, plus: b, ...place }
    : { kind: 'range', min: a, max: b, ...place };
}
