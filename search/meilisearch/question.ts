import { expandSynonyms } from '../question/synonyms.ts';
import type { SynonymGroups } from '../question/synonyms.ts';
import { foldText, pairsOf, splitText, unique } from '../record/spelling.ts';
import { WORD } from '../record/titles.ts';
import { allOf, anyOf, beginsWith, isAmong, isEqual } from './filter.ts';
import type { Condition } from './filter.ts';

/** What a text must have: tokens, or a token that begins so. */
export interface Wanted {
  readonly tokens: readonly string[];
  readonly beginnings: readonly string[];
}

/** A question as it is asked of the index: as typed, and with words of its own replaced by synonyms. */
export interface Question {
  readonly folded: string;
  /** Folded; the question itself first. */
  readonly ways: readonly string[];
}

export function readQuestion(query: string, synonyms: SynonymGroups): Question {
  const folded = foldText(query);
  return { folded, ways: unique([folded, ...expandSynonyms(folded, synonyms)]) };
}

/** Pairs of characters, a single character as the beginning of one; words, the last of which may be unfinished. */
export function wantedOf(folded: string): Wanted {
  const { runs, words } = splitText(folded);
  const last = words.at(-1);
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

/** The question stands in an attribute of tokens, in one of its ways. */
export function standsIn(attribute: string, { ways }: Question): Condition {
  return anyOf(ways.map((way) => hasAll(attribute, wantedOf(way))));
}

/** It stands there, and all of it outside 前言 and lists of references. */
export function standsInCore({ ways }: Question): Condition {
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
export function standsPartly(attribute: string, { ways }: Question): Condition {
  const parts = ways.map((way) => way.split(' ').map((part) => hasAll(attribute, wantedOf(part))));
  return parts.some((each) => each.length > 1) ? anyOf(parts.flat()) : null;
}
