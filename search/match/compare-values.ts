import { parseNumber } from '#core/number/parse.ts';
import { sameUndated } from '#core/number/format.ts';
import type { BestMatch, ClauseHit, SearchHit } from '../contract.ts';
import { placeWords } from './answer-words.ts';
import { findQuantities, readKind } from './asked.ts';
import type { Quantity } from './asked.ts';
import { findValueTexts } from './marks.ts';

/** A clause that states another value of what the first answer states, or belongs to another edition of its standard. */
export interface OtherStatement {
  readonly hit: SearchHit;
  readonly clause: ClauseHit;
  readonly isEdition: boolean;
}

/** So many are shown beside the first. */
const MOST = 3;
/** Clauses of a standard that are looked at. */
const LOOKED = 3;
/** Share of the words of the first clause that another has to hold to be about the same. */
const SAME_WORDS = 2 / 3;
/** One word in common makes no two standards speak of the same. */
const FEWEST_WORDS = 2;

const textOf = ({ label, title, snippet }: ClauseHit): string =>
  [label, title, snippet.map(({ text }) => text).join('')].join('\n');

/**
 * Clauses of the other hits that disagree with the first: they hold nearly the same words of the question and state a quantity
 * that is asked with other values. Of another edition of the same standard, the clause that holds the same words, whatever it
 * states. Empty for a question that asks for no value, and where the first clause states none.
 */
export function findOtherStatements(
  question: string,
  { words }: BestMatch,
  [first, ...others]: readonly SearchHit[],
): readonly OtherStatement[] {
  const [own] = first?.clauses ?? [];
  if (!first || !own) return [];
  const kind = readKind(question);
  if (!kind.value && kind.quantities.length === 0) return [];
  const ownWords = placeWords(words, textOf(own)).inClause;
  const least = Math.max(1, Math.ceil(ownWords.length * SAME_WORDS));
  const leastOfOther = Math.max(FEWEST_WORDS, least);
  const stated = listValues(textOf(own), kind.quantities);
  if (stated.size === 0 || ownWords.length === 0) return [];
  return others
    .flatMap((hit): readonly OtherStatement[] => {
      const isEdition = isSameNumber(first, hit);
      const clause = hit.clauses.slice(0, LOOKED).find((each) => {
        const shared = placeWords(ownWords, textOf(each)).inClause.length;
        if (shared < (isEdition ? least : leastOfOther)) return false;
        return isEdition || disagrees(stated, listValues(textOf(each), kind.quantities));
      });
      return clause ? [{ hit, clause, isEdition }] : [];
    })
    .slice(0, MOST);
}

type Values = ReadonlyMap<Quantity, ReadonlySet<string>>;

/** Values that a text states, by quantity; of those asked for, of all where none is. */
export function listValues(text: string, asked: readonly Quantity[]): Values {
  const values = new Map<Quantity, Set<string>>();
  for (const value of findValueTexts(text)) {
    for (const quantity of findQuantities(value)) {
      if (asked.length > 0 && !asked.includes(quantity)) continue;
      const known = values.get(quantity) ?? new Set();
      values.set(quantity, known.add(toBase(value)));
    }
  }
  return values;
}

/** Whether some quantity is stated by both, and with no value in common. */
function disagrees(one: Values, other: Values): boolean {
  return [...one].some(([quantity, values]) => {
    const others = other.get(quantity);
    return others !== undefined && ![...others].some((each) => values.has(each));
  });
}

/** Units of length, mass and short times in the smallest of each, as they are folded. */
const SCALE: Readonly<Record<string, readonly [factor: number, base: string]>> = {
  mm: [1, 'mm'],
  cm: [10, 'mm'],
  厘米: [10, 'mm'],
  m: [1_000, 'mm'],
  米: [1_000, 'mm'],
  km: [1_000_000, 'mm'],
  g: [1, 'g'],
  kg: [1_000, 'g'],
  t: [1_000_000, 'g'],
  吨: [1_000_000, 'g'],
  s: [1, 's'],
  秒: [1, 's'],
  min: [60, 's'],
  分钟: [60, 's'],
  h: [3_600, 's'],
  小时: [3_600, 's'],
};

/** `1.5m` as `1500mm`: one value in two units is one value. */
function toBase(value: string): string {
  const [, number = '', unit = ''] = /^([-±]?\d[\d.]*)(\D+)$/u.exec(value) ?? [];
  const [factor, base] = SCALE[unit] ?? [];
  return factor === undefined ? value : `${Number(number) * factor}${base}`;
}

function isSameNumber(one: SearchHit, other: SearchHit): boolean {
  const [a, b] = [one, other].map(({ number }) => parseNumber(number));
  return a?.ok === true && b?.ok === true && sameUndated(a.number, b.number);
}
