import { formatNumber } from '#core/number/format.ts';
import { parseNumber } from '#core/number/parse.ts';
import type { StandardNumber } from '#core/number/types.ts';
import { foldText, unique } from './spelling.ts';

/** A number without its separators: `db9999t12` of `DB9999/T 12-2023`. */
export interface GluedNumber {
  readonly stem: string;
  readonly year: string | null;
}

const DATED = /^(.*?)[-:年 ] ?((?:19|20)\d{2})年?$/u;
const SHORT_DATED = /^(.*\d)[-:](\d{2})$/;
const GLUED_DATE = /^(.*\d)((?:19|20)\d{2})$/;

/**
 * Letters, digits, Chinese characters and the points between digits; zeros after a letter go, so that `T/SFCC 003` and
 * `T/SFCC 3` are one. The point stays: 1.1 is not 11.
 */
function glue(folded: string): string {
  return folded
    .replace(/所有部分|all parts/g, '')
    .replace(/(\d) ?\. ?(?=\d)/g, '$1\u00b7')
    .replace(/[^\p{L}\p{N}\u00b7]/gu, '')
    .replaceAll('\u00b7', '.')
    .replace(/([a-z])0+(?=\d)/g, '$1');
}

/** For a canonical key: what its tokens are made of. */
export function glueNumber(key: string): GluedNumber {
  return glueFolded(foldText(key));
}

function glueFolded(folded: string): GluedNumber {
  const dated = DATED.exec(folded);
  return dated
    ? { stem: glue(dated[1] ?? ''), year: dated[2] ?? null }
    : { stem: glue(folded), year: null };
}

/** Numbers that are found in running text whatever stands around them; others, such as HJ 2.2 or ISO 9001, are cited in many ways. */
const CITED_WHOLE = /^(?:(?:GB|DB\d+|[A-Z]{2})\/[TZ] \d|(?:GB|DB\d+) \d{2}|[TQ]\/)/;

/** A question that is, as a whole, a number that texts name in one way; undefined for others. */
export function readNumber(query: string): StandardNumber | undefined {
  const parsed = parseNumber(query);
  return parsed.ok && CITED_WHOLE.test(formatNumber(parsed.number)) ? parsed.number : undefined;
}

/**
 * What a question may mean as a number, likeliest first: with the year that stands apart, as a whole, with a year at the
 * end of its digits, with a year of two digits. Empty when there is no digit in it.
 */
export function guessNumbers(folded: string): readonly GluedNumber[] {
  if (!/\d/.test(folded)) return [];
  const text = folded
    .replace(/^(?:标准编?号|编号)[:\s]*/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    // The letter for the digit.
    .replace(/(\d)o(?=\d)/g, '$10');
  const whole = glue(text);
  const guesses: GluedNumber[] = [];
  const dated = DATED.exec(text);
  if (dated) guesses.push({ stem: glue(dated[1] ?? ''), year: dated[2] ?? null });
  guesses.push({ stem: whole, year: null });
  const glued = GLUED_DATE.exec(whole);
  if (glued && !dated) guesses.push({ stem: glued[1] ?? '', year: glued[2] ?? null });
  const short = SHORT_DATED.exec(text);
  if (short) {
    const year = Number(short[2]);
    guesses.push({
      stem: glue(short[1] ?? ''),
      year: String(year > 40 ? 1900 + year : 2000 + year),
    });
  }
  return guesses.filter(({ stem }) => /\d/.test(stem));
}

const NATURE = /^([a-z]{2,7}\d{0,4})[tz](\d.*)$/;

/** The stem without the mark of its nature: `db999912` of `db9999t12`; itself when there is none. */
export function dropNature(stem: string): string {
  const parts = NATURE.exec(stem);
  return parts ? `${parts[1]}${parts[2]}` : stem;
}

const PUBLISHERS = /iso|iec|ieee|cie|itu|sae|astm/g;
const PUBLISHED = /^((?:iso|iec|ieee|cie|itu|sae|astm|ts|tr|pas)+)(\d.*)$/;

/**
 * Stems of an international number as those who leave out a publisher or the kind of document write it: `iso17025` and
 * `iec17025` of `isoiec17025`, `iso22163` of `isots22163`. Empty for others.
 */
export function eachPublisher(stem: string): readonly string[] {
  const [, letters = '', rest = ''] = PUBLISHED.exec(stem) ?? [];
  const stems = (letters.match(PUBLISHERS) ?? []).map((publisher) => publisher + rest);
  return unique(stems).filter((each) => each !== stem);
}

/** Marks before a token, so that each kind is a run of its own in the sorted list. */
export const NUMBER = '#';
export const LOOSE_NUMBER = '%';

/** The token of a number in texts: the mark (`NUMBER`, `LOOSE_NUMBER`), its stem and, where it has one, its year. */
export function numberToken(mark: string, { stem, year }: GluedNumber): string {
  return year === null ? `${mark}${stem}` : `${mark}${stem}-${year}`;
}

/**
 * Tokens of the names of one standard, canonical keys. `#`: as written, with and without year. `%`: without its nature,
 * without its code (`9999t12`, `999912`, `191`), the serial alone (`12-2023`).
 */
export function numberTokens(keys: readonly string[]): readonly string[] {
  const tokens: string[] = [];
  for (const key of keys) {
    const folded = foldText(key);
    const { stem, year } = glueFolded(folded);
    const bare = dropNature(stem);
    const serial = glue(/([\d.]+)$/.exec(folded.replace(DATED, '$1'))?.[1] ?? '');
    const codeless = [stem, bare].map((each) => each.replace(/^[a-z]+/, ''));
    const loose = [bare, ...eachPublisher(stem), ...codeless, serial];
    if (/^[tq]\D/.test(stem)) loose.push(stem.slice(1));
    const years = year === null ? [null] : [null, year];
    for (const each of years) {
      tokens.push(numberToken(NUMBER, { stem, year: each }));
      for (const part of loose) {
        if (part.length > 1 || (each !== null && part !== '')) {
          tokens.push(numberToken(LOOSE_NUMBER, { stem: part, year: each }));
        }
      }
    }
  }
  return unique(tokens);
}

/** One way to read a question as a number, and the token by which the standards so named are found. */
export interface NumberTry extends GluedNumber {
  readonly token: string;
  /** As it was meant; else without its nature or its code. */
  readonly exact: boolean;
  /** With the year asked for, where one was; else for other editions of a year that is not known. */
  readonly dated: boolean;
  /** A serial of few digits: `18` is likelier a value than a number. */
  readonly faint: boolean;
}

const LONGEST_NUMBER = 120;

/**
 * Ways to read a question as a number, likeliest first; the first that is known counts. As written, in another nature,
 * without the code; then all again without the year. Empty when there is no digit in it.
 */
export function numberTries(text: string): readonly NumberTry[] {
  const folded = foldText(text);
  return listTries(folded.length > LONGEST_NUMBER ? [] : guessNumbers(folded));
}

/**
 * Ways to look up numbers that are read already, the most certain first: with the year before without it, as written
 * before without their nature or by each of their publishers.
 */
export function listTries(guesses: readonly GluedNumber[]): readonly NumberTry[] {
  const bare = guesses.flatMap(({ stem, year }) =>
    unique([dropNature(stem), ...eachPublisher(stem)]).map((each) => ({ stem: each, year })),
  );
  const tries: NumberTry[] = [];
  for (const dated of [true, false]) {
    for (const list of [guesses, bare]) {
      for (const mark of [NUMBER, LOOSE_NUMBER]) {
        for (const guess of list) {
          const asked = dated ? guess : { ...guess, year: null };
          const exact = mark === NUMBER;
          const faint = !exact && asked.year === null && /^[\d.]{1,3}$/.test(asked.stem);
          tries.push({ ...asked, token: numberToken(mark, asked), exact, dated, faint });
        }
      }
    }
  }
  return tries;
}
