import { numberKey } from '#core/number/format.ts';
import { readAsked } from '../question/named-numbers.ts';
import type { AskedNumber } from '../question/named-numbers.ts';
import { expandSynonyms } from '../question/synonyms.ts';
import type { SynonymGroups } from '../question/synonyms.ts';
import { glueNumber, NUMBER, numberToken, readNumber } from '../record/numbers.ts';
import { foldText, pairsOf, splitText, unique } from '../record/spelling.ts';
import { WORD } from '../record/titles.ts';
import { unfinishedOf } from '../record/values.ts';
import { allOf, anyOf, beginsWith, isAmong, isEqual, without } from './filter.ts';
import type { Condition } from './filter.ts';

/** What a text must have: tokens, or a token that begins so. */
export interface Wanted {
  readonly tokens: readonly string[];
  readonly beginnings: readonly string[];
}

/** A question as it is asked of the index: as typed, and with words of its own replaced by synonyms. */
export interface Question {
  /** Of a question that is a number of a standard: its token in texts. */
  readonly cited?: string;
  readonly folded: string;
  /** Named beside other words. */
  readonly numbers: readonly AskedNumber[];
  /** Folded; the question itself first. */
  readonly ways: readonly string[];
}

/**
 * A question as the index is asked it: its words folded, the numbers in it, and its words said otherwise by the synonyms.
 */
export function readQuestion(query: string, synonyms: SynonymGroups): Question {
  const { words, numbers } = readAsked(query);
  const folded = foldText(words);
  const number = readNumber(words);
  const cited = number && numberToken(NUMBER, glueNumber(numberKey(number)));
  return {
    folded,
    numbers,
    ...(cited && { cited }),
    ways: unique([folded, ...expandSynonyms(folded, synonyms)]),
  };
}

/** Pairs of characters, a single character as the beginning of one; words, the last of which may be unfinished. */
export function wantedOf(folded: string): Wanted {
  const { runs, words } = splitText(folded);
  const last = unfinishedOf(words);
  const pairs = runs.flatMap(pairsOf);
  const alone = (pair: string) => [...pair].length < 2;
  return {
    tokens: unique([
      ...pairs.filter((pair) => !alone(pair)),
      ...words.filter((word) => word !== last).map((word) => WORD + word),
    ]),
    beginnings: unique([...pairs.filter(alone), ...(last === undefined ? [] : [WORD + last])]),
  };
}

/** An attribute that holds all that is wanted; null when nothing is. */
function hasAll(attribute: string, { tokens, beginnings }: Wanted): Condition {
  return allOf([
    ...tokens.map((token) => isEqual(attribute, token)),
    ...beginnings.map((beginning) => beginsWith(attribute, beginning)),
  ]);
}

/** The number stands there, or a part of it. */
function names(attribute: string, cited: string): Condition {
  return anyOf([isEqual(attribute, cited), beginsWith(attribute, `${cited}.`)]);
}

/** The question stands in an attribute of tokens, in one of its ways; in texts a number of a standard stands as a whole. */
export function matchesAll(attribute: string, { cited, ways }: Question): Condition {
  if (cited !== undefined && attribute === 'body') return names(attribute, cited);
  return anyOf(ways.map((way) => hasAll(attribute, wantedOf(way))));
}

/** It stands there, and all of it outside 前言 and lists of references. */
export function matchesCore({ cited, ways }: Question): Condition {
  if (cited !== undefined) {
    return without(names('body', cited), [names('edge', cited)]);
  }
  return anyOf(
    ways.map((way) => {
      const wanted = wantedOf(way);
      const edge = isAmong('edge', wanted.tokens);
      const body = hasAll('body', wanted);
      return edge === null ? body : allOf([body, body === null ? null : `NOT ${edge}`]);
    }),
  );
}

/** At least one of the words typed between spaces stands in an attribute; null when there is but one. */
export function matchesSome(attribute: string, { cited, ways }: Question): Condition {
  if (cited !== undefined) return null;
  const parts = ways.map((way) => way.split(' ').map((part) => hasAll(attribute, wantedOf(part))));
  return parts.some((each) => each.length > 1) ? anyOf(parts.flat()) : null;
}
