import { isCitedBare } from './bare-codes.ts';
import { isRunMark, joinRun, readRunEnd, readShortened } from './continue.ts';
import type { Continuation } from './continue.ts';
import { MARK_TWINS, SLASH_TWINS } from './marks.ts';
import { parseNumber } from './parse.ts';
import { FOREIGN, INTERNATIONAL, PREFIXES } from './prefixes.ts';
import type { StandardNumber } from './types.ts';

/** One number in running text. `start` and `end` count UTF-16 units of the text given; `raw` is what stands there. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly number: StandardNumber;
  readonly allParts: boolean;
  /** Written without its code, which stands before another one: the `2423.2` of `GB/T 2423.1、2423.2`. */
  readonly shortened?: true;
}

/** Full-width forms, spaces and look-alike marks that have an ASCII twin of the same length, so that offsets hold. */
const TWINS = new RegExp(
  `[\\u00a0\\u2002-\\u200a\\u202f\\u3000\\uff08-\\uff09\\uff0d-\\uff1a\\uff21-\\uff3a\\uff5e${[...MARK_TWINS.keys()].join('')}]`,
  'g',
);
const SLASH = `/${SLASH_TWINS}`;
const HAS_DIGIT = /[0-9\uff10-\uff19]/;
const HAS_CODE = new RegExp(`[A-Z\uff21-\uff3a]{2}|[TQ\uff34\uff31] ?[${SLASH}]|公告`);

const JOINED = String.raw`(?: ?\/ ?[A-Z0-9][A-Z0-9-]{0,11}){0,3}\/?`;
/** A regional code apart from `DB`, which behind the slash of a local standard is no sound level: `DB 44/T 1`. */
const LOCAL = String.raw`DB[JS]? (?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:\d\d){0,2}(?= ?\/)`;
const HEAD = String.raw`(?:ITU-[TR]|GBn|${LOCAL}|[A-Z]{2,8}\d{0,6}(?: ?\(J\))?|[TQ](?=\/))${JOINED}`;
const MIDDLE = String.raw`(?: ?(?:Guide|GUIDE|[A-Z]{1,8}|\([\u4e00-\u9fff]{1,8}\))[. ]?){0,2}`;
/** A part behind a slash: `SJ 20032/1-1994`; elsewhere two numbers may be meant (`GB 150/151`). */
const SLASHED = String.raw`(?:\/\d{1,2}(?= ?-{1,2} ?(?:19|20)\d{2}))?`;
/** A part with a letter, as the parts of one standard abroad have: `ISO 105-C06`; M begins a thread (`ISO 4014-M12`). */
const LETTERED = String.raw`(?:-[A-LN-Z]\d{2}(?![0-9A-Za-z]))?`;
const REST = String.raw`${LETTERED}(?:\.\d{1,5}){0,4}(?:~\d{1,6}(?:\.\d{1,5})?)?(?: ?-{1,2} ?\d{1,7}(?:\.\d{1,4})?(?:(?:EN|FR|MM|[A-Z])(?![A-Za-z]))?){0,4}(?:: ?\d{4})?`;
const BODY = String.raw` ?\d{1,8}[A-Z]?${SLASHED}${REST}`;
/** `JTG F80/1`, where a part behind a slash needs no year. */
const ROADS = String.raw`JTG(?:\/T)? ?[A-Z]?\d{1,4}\/\d{1,2}(?!\d)${REST}`;
/** Not in front of more digits, or of letters that stand for them (`GB 5OO10`): a part of a number is another number. */
const CANDIDATE = new RegExp(
  String.raw`(?:${ROADS}|${HEAD}${MIDDLE}${BODY})(?![0-9]|\.?[OILl|〇][OILl|〇0-9.-])`,
  'g',
);
/** A number does not begin behind one of these, but for the end of another that was run into it. */
const INSIDE = /[A-Za-z0-9_/]/;
const ADOPTED = new RegExp(String.raw` ?\/ ?((?:ISO|IEC|ITU)${JOINED}${MIDDLE}${BODY})`, 'y');
const SHEET =
  /(?: ?\/ ?XG ?\d{1,2}(?!\d)(?: ?-{1,2} ?\d{4})?|[/+](?:AMD|Amd|COR|Cor) ?\d{1,2}: ?\d{4})/y;
const VERSION = / (?:EXV-CMV|EXV-RLV|CSV|RLV|EXV|CMV)(?![A-Za-z])/y;
const ALL_PARTS = / ?\((?:所有部分|all parts)\)|的?(?:所有|全部|各)(?:的)?部分/y;
const REVISED = / ?\((?:19|20)\d{2} ?年?(?:局部修订)?版\)/y;
const LANGUAGE = / ?\([EFR](?:\/[EFR])*\)/y;
const BULLETIN =
  /(?:农业农村部|农业部)(?:公告)?第? ?\d{1,5} ?号(?:公告)? ?-{1,2} ?\d{1,4}(?:\.\d{1,4})? ?-{1,2} ?\d{4}/g;
/** Words that lead a reference: they let a bare two-letter code without a year pass (`按 HJ 819`). */
const LEADING = /(?:符合|依据|根据|按照|按|执行|参照|引用|遵守|满足|见|《) ?$/;
/** Bare codes that are hardly anything else in Chinese technical text. */
const STRONG = new Set([
  'GB',
  'GBZ',
  'GBJ',
  'GJB',
  'JJF',
  'JJG',
  'CJJ',
  'JGJ',
  'JTG',
  'JTS',
  'CECS',
  'TSG',
]);
const STRONG_ABROAD = /^(?:ISO|IEC|ITU|CISPR|EN|DIN|ASTM|JIS|ANSI|IEEE|BS)\b/;

/**
 * Standard numbers in running text, in order, not overlapping, for linking and checking: `GB/T 191`, `T/SFCC 003—2024`,
 * `GB/T 5750（所有部分）`, `GB/T 22080—2016/ISO/IEC 27001:2013`; wrong dashes too, as `raw` shows. Capital letters only. What
 * may as well be a quantity (`HB 200`, `DN 100`, `IP 65`) needs a year or a leading word. Time grows with the length.
 */
export function findNumbers(text: string): FoundNumber[] {
  return find(text, false);
}

/**
 * The same in a row of a list, where nothing is a quantity: with any year, or at the head of the row, what reads as a
 * number is one (`SJ 373-73 …`, `3. HJ 2 …`).
 */
export function findListedNumbers(text: string): FoundNumber[] {
  return find(text, true);
}

function find(text: string, listed: boolean): FoundNumber[] {
  if (!HAS_DIGIT.test(text) || !HAS_CODE.test(text)) return [];
  const plain = text.replace(TWINS, twin);
  const found: FoundNumber[] = [];
  CANDIDATE.lastIndex = 0;
  for (let m = CANDIDATE.exec(plain); m !== null; m = CANDIDATE.exec(plain)) {
    const start = m.index;
    const isGlued = isJoined(plain, found.at(-1), start);
    if (start > 0 && !isGlued && INSIDE.test(plain.charAt(start - 1))) {
      CANDIDATE.lastIndex = start + 1;
      continue;
    }
    const hit = plausible(m[0]) ? read(plain, start, m[0], found.at(-1), listed) : null;
    if (hit === null) {
      CANDIDATE.lastIndex = start + (/^[A-Z0-9/]+/.exec(m[0])?.[0].length ?? 1);
      continue;
    }
    addNumber(text, plain, found, { number: hit.number, start, end: start + hit.length });
    CANDIDATE.lastIndex = addShortened(text, plain, found, listed);
  }
  if (plain.includes('公告')) addBulletins(text, plain, found);
  return found;
}

/** Whether a number begins where the last one ends, or behind a slash there: `GB/T 191-2008/GB/T 2828.1-2012`. */
function isJoined(plain: string, last: FoundNumber | undefined, start: number): boolean {
  if (!last || start - last.end > 3) return false;
  return start === last.end || plain.slice(last.end, start).trim() === '/';
}

const toFound = (text: string, { number, start, end }: Continuation): FoundNumber => ({
  start,
  end,
  raw: text.slice(start, end),
  number,
  allParts: number.allParts,
});

/** Adds a number; the end of a run becomes one with its start (`GB 4806.1～GB 4806.9`). */
function addNumber(text: string, plain: string, found: FoundNumber[], next: Continuation): void {
  const last = found.at(-1);
  const run =
    last && next.start - last.end <= 4 && isRunMark(plain.slice(last.end, next.start))
      ? joinRun(last.number, next.number)
      : null;
  if (!last || !run) found.push(toFound(text, next));
  else found[found.length - 1] = toFound(text, { number: run, start: last.start, end: next.end });
}

/** `GB/T 700、4857（所有部分）`. */
function withAllParts(plain: string, next: Continuation): Continuation {
  const { form, year, part } = next.number;
  if (form !== 'plain' || year !== null || part !== null) return next;
  ALL_PARTS.lastIndex = next.end;
  if (!ALL_PARTS.test(plain)) return next;
  const number = { ...next.number, form: 'all-parts' as const, allParts: true };
  return { ...next, number, end: ALL_PARTS.lastIndex };
}

/** Adds what goes on behind the last number without its code, and returns where that ends. */
function addShortened(text: string, plain: string, found: FoundNumber[], listed: boolean): number {
  let last = found.at(-1);
  while (last) {
    const more = readShortened(plain, last.end, last.number, listed);
    if (more === null) return last.end;
    last = { ...toFound(text, withAllParts(plain, more)), shortened: true };
    found.push(last);
  }
  return 0;
}

function twin(char: string): string {
  const mark = MARK_TWINS.get(char);
  if (mark !== undefined) return mark;
  const code = char.charCodeAt(0);
  return code > 0xff00 ? String.fromCharCode(code - 0xfee0) : ' ';
}

/** A look at the code alone, so that `PM2.5` and `DN 100` cost nothing. */
function plausible(raw: string): boolean {
  if (raw.includes('/')) return true;
  const letters = /^[A-Z]+/.exec(raw)?.[0] ?? '';
  return (
    PREFIXES.has(letters) ||
    INTERNATIONAL.has(letters) ||
    FOREIGN.has(letters) ||
    PREFIXES.has(letters.slice(0, -1)) ||
    /^(?:DBJ?|DBS|DGJ|JJ[FG]A|ITU)/.test(raw)
  );
}

const HEAD_OF_ROW = /^[\s\d.、,()[\]《-]{0,12}$/;

interface Hit {
  readonly number: StandardNumber;
  readonly length: number;
}

/** The longest start of the candidate that is a number, with what may follow it. */
function read(
  plain: string,
  start: number,
  raw: string,
  last: FoundNumber | undefined,
  listed: boolean,
): Hit | null {
  for (let text: string = raw; text !== ''; text = shorten(text)) {
    const parsed = parseNumber(text);
    if (!parsed.ok) continue;
    const before = plain.slice(Math.max(0, start - 12), start);
    const after = plain.slice(start + text.length, start + text.length + 3);
    const sure = listed && (parsed.number.year !== null || HEAD_OF_ROW.test(plain.slice(0, start)));
    if (!sure && !isReference(parsed.number, text, { before, after, start, last })) return null;
    return extend(plain, start, { number: parsed.number, length: text.length });
  }
  return null;
}

/** Without the last letter, dash group or colon group; empty when nothing is left to take off. */
function shorten(text: string): string {
  const cut =
    /^(.*\d)(?:[A-Z]{1,2}|: ?\d+|~[\d.]+)$/.exec(text) ??
    /^(.*[\dA-Z]) ?-{1,2} ?(?:[A-Z]\d{2}|[\d.]+)$/.exec(text);
  return cut?.[1] ?? '';
}

const TAILS = [SHEET, VERSION, ADOPTED, ALL_PARTS, REVISED, LANGUAGE];

function extend(plain: string, start: number, hit: Hit): Hit {
  let { number, length } = hit;
  for (const tail of TAILS) {
    if (number.allParts) break;
    tail.lastIndex = start + length;
    const more = tail.exec(plain)?.[0] ?? '';
    const written = plain.slice(start, start + length);
    const parsed =
      more === '' ? null : parseNumber(written + (tail === ALL_PARTS ? '(所有部分)' : more));
    if (parsed?.ok !== true) continue;
    number = parsed.number;
    length += more.length;
  }
  const run = readRunEnd(plain, start + length, number);
  return run === null ? { number, length } : { number: run.number, length: run.end - start };
}

interface Surroundings {
  /** Characters right before and behind. */
  readonly before: string;
  readonly after: string;
  readonly start: number;
  /** The number found before. */
  readonly last: FoundNumber | undefined;
}

/** Whether text that reads as a number is meant as one. */
function isReference(
  n: StandardNumber,
  raw: string,
  { before, after, start, last }: Surroundings,
): boolean {
  if (/\d ?$/.test(before) && n.nature === 'mandatory' && n.year === null) return false;
  const led = LEADING.test(before) || (last !== undefined && start - last.end <= 2);
  const marked = n.nature === 'recommended' || n.nature === 'guidance';
  switch (n.family) {
    case 'group':
    case 'enterprise':
      return true;
    case 'international':
    case 'foreign':
      if (n.year !== null && n.yearWritten === null) return true;
      return STRONG_ABROAD.test(n.prefix)
        ? n.serial.length >= 3 || led
        : led && n.serial.length >= 2;
    case 'local':
      return marked || n.year !== null || raw.includes('/') || led;
    default:
      if (marked || STRONG.has(n.prefix) || n.form === 'metrology-sector') return true;
      return (
        (n.year !== null && n.yearWritten === null) ||
        (led && n.serial.length >= 2 && n.through === null) ||
        (n.family === 'industry' && isCitedBare(n, before, after))
      );
  }
}

function addBulletins(text: string, plain: string, found: FoundNumber[]): void {
  BULLETIN.lastIndex = 0;
  let added = false;
  for (let m = BULLETIN.exec(plain); m !== null; m = BULLETIN.exec(plain)) {
    const parsed = parseNumber(m[0]);
    if (!parsed.ok) continue;
    const end = m.index + m[0].length;
    found.push({
      start: m.index,
      end,
      raw: text.slice(m.index, end),
      number: parsed.number,
      allParts: false,
    });
    added = true;
  }
  if (added) found.sort((a, b) => a.start - b.start);
}
