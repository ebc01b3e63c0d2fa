import { readDigits } from './digits.ts';
import { formatNumber } from './format.ts';
import { parseInternational } from './parse-international.ts';
import { parseCoded } from './parse-coded.ts';
import { parseBulletin, parseEnterprise, parseGroup, parseLocal } from './parse-kinds.ts';
import { normalizeSpelling } from './spelling.ts';
import type { Amendment, Degree, ParseResult, StandardNumber } from './types.ts';
import { isForeign } from '../terms/index.ts';

/** Longer input is refused unread. The longest known joint number has 88 characters. */
const LONGEST = 200;

const ALL_PARTS = /^(.*?) ?\(?(?:所有部分|ALL PARTS)\)?$/;
const AMENDMENT =
  /^(.*\d[A-Z]{0,2})[/+](XG|AMD|COR|ADD|SUPPL|DAM|FDAM|ISH) ?(\d{1,3})(?:[-:]((?:19|20)\d{2}))?$/;
/** Consolidated (CSV), redline (RLV), extended (EXV) and commented (CMV) versions of the IEC. */
const VERSION = /^((?:IEC|ISO|CISPR)[^~]*) (CSV|RLV|EXV|CMV|EXV-CMV|EXV-RLV)$/;
/** `（2018年版）` behind a number: the edition after a partial revision, as engineering construction prints it. */
const REVISED = /^(.*\d[A-Z]{0,2}) ?[([]((?:19|20)\d{2}) ?年?(?:局部修订)?版[)\]]$/;
const SOURCE = String.raw`(?:ISO|IEC|ITU|CISPR|EN|ASTM|CODEX|OIML)[ /\d][^()]*?`;
/** `(IDT ISO 9001:2015)`, `(ISO 9001:2015, IDT)`, ` EQV ISO 9001:2000`. */
const ADOPTED = new RegExp(
  String.raw`^(.*\d[A-Z]?) ?(?:\((IDT|EQV|MOD|NEQ)[ :]?(${SOURCE})\)|\((${SOURCE}), ?(IDT|EQV|MOD|NEQ)\)|[ ,](IDT|EQV|MOD|NEQ) ?(${SOURCE}))$`,
);
/** After a year, another number may begin; a year is what a dash or a colon leads. */
const JOINTS =
  /([-:](?:(?:19|20)\d{2}|\d{2})(?:[A-Z]{1,2})?)[ /]{1,3}(?=[A-Z\u4e00-\u9fff]{1,12}[^A-Z])(?!(?:XG|AMD|COR|ADD|SUPPL|DAM|FDAM|ISH)[ \d]|EXV-)/g;
const FILE_NAME =
  /\.(?:PDF|DOCX?|WPS|OFD|CEB|CAJ|XLSX?|CSV|TXT|MD|HTML?|XML|ZIP|RAR|JPE?G|PNG|TIFF?)$/;
const LIST_SIGN = /[,;、\n]| 和 ?| 及 ?/;

type Refusal = Extract<ParseResult, { ok: false }>;

const refuse = (zh: string, en: string): Refusal => ({ ok: false, reason: { zh, en } });

/** A library names the same few thousand numbers over and over; results are plain, immutable data. */
const known = new Map<string, ParseResult>();
const KEPT = 20_000;

/**
 * Reads one standard number in any spelling (conventions of GB/T 1.1—2020 and of catalogues: any dash, full-width
 * letters, no spaces, lower case, book-title marks around, punctuation behind). Refuses what is no number, a list of
 * numbers (named under `listed`) and letters where digits belong (the number meant under `meant`); never throws.
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
  if (FILE_NAME.test(text)) return refuse('这是文件名', 'It is the name of a file');
  const whole = ALL_PARTS.exec(text);
  const number = readRevised(whole?.[1] ?? text);
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
  return refuseList(text) ?? refuseLetters(text) ?? refuseRest(text);
}

/** A number as keys and most catalogues spell it: there is nothing to clean. */
const CLEAN = /^[A-Z]{1,12}\d{0,6}(?:\/[A-Z]{1,4})? \d{1,9}(?:\.\d{1,9})*(?:-\d{4})?$/;

/** Spelling, then what people leave around a number: quotes, labels, punctuation, an OCR dash. */
function cleanNumber(input: string): string {
  if (CLEAN.test(input)) return input;
  let text = normalizeSpelling(input)
    .replace(/\\/g, '/')
    .replace(/ ?\/ ?/g, '/')
    .replace(/(\d) ?[.。] ?(?=\d)/g, '$1.')
    .replace(/(\d)一(?=(?:19|20)\d{2})/g, '$1-')
    .replace(/^(?:标准编?号|编号) ?:? ?/, '')
    .replace(/^([A-Z]{2,4})\(([TZ])\)/, '$1/$2')
    // Shipbuilding prints a star behind its code.
    .replace(/^CB\*?(\/[TZ])?\* ?(?=\d|\/)/, 'CB$1 ');
  for (let last = ''; last !== text;) {
    last = text;
    text = text
      .replace(/^[《〈「『【["'“”‘’\s]/, '')
      .replace(/[》〉」』】\]"'“”‘’\s。,;、.:!?]$/, closing)
      .replace(/^\(([^()]*)\)$/, '$1');
  }
  return text
    .replace(SHEET, (_, before: string, serial: string, year?: string) =>
      [before, '/XG', readSerial(serial), year ? `-${year}` : ''].join(''),
    )
    .replace(/(-\d{4}) ?\((英|俄|法)文版\)$/, (_, year: string, name: string) =>
      [year, { 英: 'E', 俄: 'R', 法: 'F' }[name]].join(''),
    )
    .replace(/(-\d{4}) ?\(?([ERF])\)?$/, '$1$2');
}

/** `GB 5009.3-2016 第1号修改单`, `…《第一号修改单》（2020）`: an amendment sheet by its name. */
const SHEET =
  /^(.*\d[A-Z]?) ?[(《]?第? ?(\d{1,2}|[一二三四五六七八九十]) ?号修改单[)》]?(?: ?[-(]?((?:19|20)\d{2})年?\)?)?$/;

function readSerial(text: string): string {
  const value = '一二三四五六七八九十'.indexOf(text) + 1;
  return value > 0 ? String(value) : text;
}

/** A bracket that closes `[2018年版]` stays. */
function closing(sign: string, at: number, text: string): string {
  return sign === ']' && text.slice(0, at).endsWith('版') ? sign : '';
}

function readRevised(text: string): StandardNumber | null {
  const revised = REVISED.exec(text);
  const number = readAdopting(revised?.[1] ?? text);
  if (number === null || revised === null) return number;
  const year = revised[2] ?? '';
  return number.year !== null && number.year > year ? null : { ...number, revised: year };
}

function readAdopting(text: string): StandardNumber | null {
  const m = ADOPTED.exec(text);
  if (m === null) return readSequence(text);
  const number = readSequence(m[1] ?? '');
  const source = readSequence(m[3] ?? m[4] ?? m[7] ?? '');
  if (number === null || source === null || number.others.length > 0) return null;
  const degree = (m[2] ?? m[5] ?? m[6]) as Degree;
  return { ...number, form: 'double', others: [source], degree };
}

/**
 * One number, or several joined by a space or a slash: the source of an identical adoption, or the numbers that several
 * issuers gave one document. Numbers of one issuer are a list, unless a run stands among them.
 */
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
  const foreign = others.every((n) => isForeign(n.family));
  if (foreign && first.family !== 'international') {
    return { ...first, form: 'double', others, degree: 'IDT' };
  }
  return isJoint([first, ...others]) ? { ...first, form: 'joint', others } : null;
}

/** Issuers of one level give one document a number each; of industries' numbers only those of one year are taken so. */
function isJoint(numbers: readonly StandardNumber[]): boolean {
  const [first] = numbers;
  if (first === undefined || numbers.some((n) => n.family !== first.family)) return false;
  const issuers = new Set(numbers.map((n) => n.prefix));
  if (issuers.size < numbers.length) return first.family === 'group' && first.through !== null;
  if (first.family === 'industry') return numbers.every((n) => n.year === first.year);
  return first.family === 'local' || first.family === 'group' || first.family === 'enterprise';
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

/** The refusal of several numbers given as one. */
function refuseList(text: string): Refusal | null {
  const pieces = text
    .replace(JOINTS, '$1\n')
    .split(LIST_SIGN)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return null;
  const listed: StandardNumber[] = [];
  for (const piece of pieces) {
    const number = readRevised(piece);
    if (number === null) return null;
    listed.push(number);
  }
  const names = listed.map(formatNumber);
  return {
    ...refuse(
      `这里有 ${names.length} 个编号：${names.join('、')}；请分开写`,
      `${names.length} numbers stand here: ${names.join(', ').replaceAll('\u2014', '-')}; write them apart`,
    ),
    listed,
  };
}

/** The refusal of letters that were digits before they were scanned or typed. */
function refuseLetters(text: string): Refusal | null {
  const digits = readDigits(text);
  const meant = digits === text ? null : readRevised(digits);
  if (meant === null) return null;
  const name = formatNumber(meant);
  return {
    ...refuse(
      `字母 l、I、O 像是数字 1、0，想写的是 ${name} 吗`,
      `The letters l, I or O look like the digits 1 or 0: is ${name.replaceAll('\u2014', '-')} meant?`,
    ),
    meant,
  };
}

function refuseRest(text: string): Refusal {
  if (!/\d/.test(text)) return refuse('没有顺序号', 'There is no serial number');
  return refuse('不符合任何一类标准编号的写法', 'It follows no known form of a standard number');
}
