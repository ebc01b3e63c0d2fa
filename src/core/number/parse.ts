import { parseInternational } from './parse-international.ts';
import { parseCoded } from './parse-coded.ts';
import { parseBulletin, parseEnterprise, parseGroup, parseLocal } from './parse-kinds.ts';
import { normalizeSpelling } from './spelling.ts';
import type { Amendment, Form, ParseResult, Reason, StandardNumber } from './types.ts';

/** Longer input is refused unread. The longest known joint number has 88 characters. */
const LONGEST = 200;

const ALL_PARTS = /^(.*?) ?\(?(?:所有部分|ALL PARTS)\)?$/;
const AMENDMENT =
  /^(.*\d[A-Z]{0,2})[/+](XG|AMD|COR|ADD|SUPPL|DAM|FDAM|ISH) ?(\d{1,3})(?:[-:]((?:19|20)\d{2}))?$/;
/** Consolidated (CSV), redline (RLV), extended (EXV) and commented (CMV) versions of the IEC. */
const VERSION = /^((?:IEC|ISO|CISPR)[^~]*) (CSV|RLV|EXV|CMV|EXV-CMV|EXV-RLV)$/;
/** After a year, another number may begin; a year is what a dash or a colon leads. */
const JOINTS =
  /([-:](?:(?:19|20)\d{2}|\d{2})(?:[A-Z]{1,2})?)[ /,;、]{1,3}(?=[A-Z\u4e00-\u9fff]{1,12}[^A-Z])(?!(?:XG|AMD|COR|ADD|SUPPL|DAM|FDAM|ISH)[ \d]|EXV-)/g;

const refuse = (zh: string, en: string): { ok: false; reason: Reason } => ({
  ok: false,
  reason: { zh, en },
});

/** A library names the same few thousand numbers over and over; results are plain, immutable data. */
const known = new Map<string, ParseResult>();
const KEPT = 20_000;

/**
 * Reads one standard number in any spelling (conventions of GB/T 1.1—2020 and of catalogues: any dash, full-width
 * letters, no spaces, lower case, book-title marks around, punctuation behind). Refuses what is no number; never throws.
 */
export function parseNumber(input: string): ParseResult {
  const before = known.get(input);
  if (before !== undefined) return before;
  const result = readNumber(input);
  if (input.length <= LONGEST) {
    if (known.size >= KEPT) known.clear();
    known.set(input, result);
  }
  return result;
}

function readNumber(input: string): ParseResult {
  if (input.length > LONGEST) {
    return refuse(
      `超过 ${LONGEST} 个字符，不是标准编号`,
      `Longer than ${LONGEST} characters: not a standard number`,
    );
  }
  const text = cleanNumber(input);
  if (text === '') return refuse('没有内容', 'Nothing to read');
  if (text.length > LONGEST) return refuse('不是标准编号', 'Not a standard number');
  const whole = ALL_PARTS.exec(text);
  const number = readSequence(whole?.[1] ?? text);
  if (number !== null) {
    if (whole === null) return { ok: true, number };
    if (number.year === null && number.part === null && number.form === 'plain') {
      return { ok: true, number: { ...number, form: 'all-parts', allParts: true } };
    }
    return refuse(
      '“所有部分”只能用于不注日期且不分部分的编号',
      '"All parts" needs a number without year and part',
    );
  }
  if (!/\d/.test(text)) return refuse('没有顺序号', 'There is no serial number');
  return refuse('不符合任何一类标准编号的写法', 'It follows no known form of a standard number');
}

/** Spelling, then what people leave around a number: quotes, labels, punctuation, an OCR dash. */
function cleanNumber(input: string): string {
  let text = normalizeSpelling(input)
    .replace(/\\/g, '/')
    .replace(/ ?\/ ?/g, '/')
    .replace(/(\d) ?\. ?(?=\d)/g, '$1.')
    .replace(/(\d)一(?=(?:19|20)\d{2})/g, '$1-')
    .replace(/^(?:标准编?号|编号) ?:? ?/, '');
  for (let last = ''; last !== text;) {
    last = text;
    text = text
      .replace(/^[《〈「『【["'“”‘’\s]/, '')
      .replace(/[》〉」』】\]"'“”‘’\s。,;、.:!?]$/, '')
      .replace(/^\(([^()]*)\)$/, '$1');
  }
  return text
    .replace(/ ?\(((?:ISO|IEC)[^()]*?), ?IDT\)$/, '/$1')
    .replace(/ IDT (?=ISO|IEC)/, '/')
    .replace(/(-\d{4}) ([ERF])$/, '$1$2');
}

/** One number, or several joined by a space, a comma or a slash. */
function readSequence(text: string): StandardNumber | null {
  const segments = text.replace(JOINTS, '$1\n').split('\n');
  const first = readAmended(segments[0] ?? '');
  if (first === null || segments.length === 1) return first;
  const others: StandardNumber[] = [];
  for (const segment of segments.slice(1)) {
    const other = readAmended(segment);
    if (other === null) return null;
    others.push(other);
  }
  const foreign = others.every((n) => n.family === 'international' || n.family === 'foreign');
  const form: Form = foreign && first.family !== 'international' ? 'double' : 'joint';
  return { ...first, form, others };
}

function readAmended(text: string): StandardNumber | null {
  const amendments: Amendment[] = [];
  const version = VERSION.exec(text);
  let rest = version?.[1] ?? text;
  for (let m = AMENDMENT.exec(rest); m !== null; m = AMENDMENT.exec(rest)) {
    amendments.unshift({ kind: m[2] ?? '', serial: m[3] ?? '', year: m[4] ?? null });
    rest = m[1] ?? '';
  }
  let number = readSingle(rest);
  if (number !== null && version !== null) {
    number = { ...number, form: 'language-edition', language: version[2] ?? null };
  }
  if (number === null || amendments.length === 0) return number;
  return { ...number, form: 'amendment', amendments };
}

function readSingle(text: string): StandardNumber | null {
  if (text.startsWith('T/')) return parseGroup(text);
  if (text.startsWith('Q/')) return parseEnterprise(text);
  return parseLocal(text) ?? parseCoded(text) ?? parseInternational(text) ?? parseBulletin(text);
}
