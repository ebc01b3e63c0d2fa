import { FOREIGN } from './prefixes.ts';
import { isTextLanguage } from './language.ts';
import type { StandardNumber } from './types.ts';

const MARKS = { mandatory: '', recommended: '/T', guidance: '/Z' } as const;
/** Codes that a cover joins to the serial by a hyphen: engineering standards of Chongqing and Yunnan. */
const DASH_JOINED = new Set(['DBJ50/T', 'DBJ53/T']);
/** Codes that a cover prints with small letters. */
const PRINTED: Readonly<Record<string, string>> = { GBN: 'GBn' };

/** The form for readers: `GB/T 1.1—2020` with U+2014, `ISO 9001:2015`; the year as printed (`GB 3100—93`). */
export function formatNumber(n: StandardNumber): string {
  const parts = [
    single(
      n,
      '\u2014',
      n.yearWritten ?? n.year,
      PRINTED[n.prefix] ?? n.prefix.replace(/GUIDE$/, 'Guide'),
    ),
  ];
  for (const a of n.amendments) parts.push(amendment(n, a, '\u2014'));
  if (n.family === 'international' && n.language !== null) {
    parts.push(isTextLanguage(n) ? `(${n.language})` : ` ${n.language}`);
  }
  if (n.revised !== null) parts.push(`（${n.revised}年版）`);
  const others = n.others.map((o) => `${n.form === 'double' ? '/' : ' '}${formatNumber(o)}`);
  const source =
    n.degree === null || n.degree === 'IDT'
      ? others.join('')
      : `（${n.degree} ${n.others.map(formatNumber).join('/')}）`;
  const text = parts.join('').replace('~', '\uff5e') + source;
  return n.allParts ? `${text}（所有部分）` : text;
}

/**
 * The canonical key, ASCII but for Chinese names: `GB/T 1.1-2020`. Two spellings of one number have one key; a double
 * number has the key of its own half, since `GB/T 22080—2016` cites the same document; `（2018年版）` and `(E)` are left
 * out, since a partial revision keeps the number and the texts of ISO in several languages are one standard.
 */
export function numberKey(n: StandardNumber): string {
  const text = keyOf(n, n.year);
  return n.allParts ? `${text}(所有部分)` : text;
}

/** The key as files hold it: with the edition after a partial revision, `GB 50016-2014（2018年版）`. */
export function writeKey(n: StandardNumber): string {
  return n.revised === null ? numberKey(n) : `${numberKey(n)}（${n.revised}年版）`;
}

/**
 * The key without year, edition mark, amendment sheets and further numbers: `GB/T 1.1` stands for all its editions.
 */
export function undatedKey(n: StandardNumber): string {
  return single({ ...n, language: null }, '-', null, n.prefix);
}

/** The key of what an amendment sheet amends; undefined of any other number. */
export function amendedKey(n: StandardNumber): string | undefined {
  return n.form === 'amendment' ? numberKey({ ...n, form: 'plain', amendments: [] }) : undefined;
}

/** Whether two numbers are of one standard, whatever their years. */
export function sameUndated(a: StandardNumber, b: StandardNumber): boolean {
  return undatedKey(a) === undatedKey(b);
}

/**
 * File and URL name: `gb-t-1.1-2020`, only `[a-z0-9.-]`. Joint numbers are joined by `--`, a range by
 * `-to-`. Chinese characters become `x` + four hexadecimal digits each: reversible, needs no dictionary, and the
 * same in every file system, where a transliteration would depend on a table and could collide.
 */
export function numberSlug(n: StandardNumber): string {
  const own = keyOf({ ...n, others: [] }, n.year);
  const slug = own
    .toLowerCase()
    .replace(/[\u0080-\uffff]+/g, (run) => `-x${[...run].map(hex).join('')}-`)
    .replace(/~/g, '-to-')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
  const all = n.allParts ? `${slug}-all` : slug;
  return n.form === 'joint' ? [all, ...n.others.map(numberSlug)].join('--') : all;
}

const hex = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0');

function keyOf(n: StandardNumber, year: string | null): string {
  const own = single(n, '-', year, n.prefix);
  const amendments = n.amendments.map((a) => amendment(n, a, '-')).join('');
  const others = n.form === 'joint' ? n.others.map((o) => ` ${numberKey(o)}`) : [];
  return own + amendments + version(n) + others.join('');
}

const amendment = (
  n: StandardNumber,
  a: StandardNumber['amendments'][number],
  dash: string,
): string =>
  n.family === 'international'
    ? `/${a.kind} ${a.serial}${a.year === null ? '' : `:${a.year}`}`
    : `/${a.kind}${a.serial}${a.year === null ? '' : `${dash}${a.year}`}`;

const version = (n: StandardNumber): string =>
  n.family === 'international' && n.language !== null && !isTextLanguage(n) ? ` ${n.language}` : '';

/** Everything but amendments and other numbers. */
function single(n: StandardNumber, dash: string, year: string | null, prefix: string): string {
  const part =
    n.part === null
      ? ''
      : `${n.family === 'international' && n.series === null ? '-' : '.'}${n.part}`;
  const through = n.through === null ? '' : `~${n.through}`;
  const date =
    year === null
      ? ''
      : `${yearJoiner(n, dash)}${year}${n.family === 'international' ? '' : (n.language ?? '')}`;
  return `${head(n, prefix, dash)}${n.serial}${part}${through}${date}`;
}

function yearJoiner(n: StandardNumber, dash: string): string {
  if (n.family === 'international') return ':';
  if (n.family === 'foreign') return foreignDash(n) ? '-' : ':';
  return dash;
}

const foreignDash = (n: StandardNumber): boolean =>
  FOREIGN.get(n.prefix) ?? FOREIGN.get(n.prefix.split(/[/ ]/)[0] ?? '') ?? false;

/** Code, nature, series and the gap before the serial. */
function head(n: StandardNumber, prefix: string, dash: string): string {
  if (n.form === 'bulletin') return `${prefix}${dash}`;
  const mandatoryLocal =
    n.family === 'local' && n.nature === 'mandatory' && /^DB[SJ]?\d+$/.test(prefix);
  const marked = n.nature !== null && !/\/[A-Z]*[JT]$/.test(prefix);
  const code = `${prefix}${mandatoryLocal && !n.serial.includes('-') ? '/' : marked ? MARKS[n.nature] : ''}`;
  if (n.series === null) return `${code}${DASH_JOINED.has(code) ? '-' : ' '}`;
  if (n.form === 'metrology-sector') return `${code} (${n.series}) `;
  if (prefix.startsWith('ITU')) return `${code} ${n.series}.`;
  const joined =
    prefix === 'JTG' ||
    prefix === 'TSG' ||
    (n.family === 'group' && n.series.length <= 2) ||
    (n.family === 'foreign' && foreignDash(n) && !prefix.startsWith('GOST'));
  return `${code} ${n.series}${joined ? '' : ' '}`;
}
