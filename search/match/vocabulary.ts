import { memo } from '#core/base/memo.ts';
import type { SaidWords } from '#core/model/said-words.ts';
import type { Language } from '#core/model/standard.ts';
import { foldText, listParts } from '../record/spelling.ts';
import { wordToken } from './tokens.ts';

/** Words by which a question may be put otherwise. */
export interface Dictionary {
  readonly said: readonly SaidWords[];
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** The language that the words of a group are said in. */
export function languageOfSaid({ say }: SaidWords): Language {
  return say.some((word) => /\p{Script=Han}/u.test(word)) ? 'zh' : 'en';
}

/** The languages that words of a question may be in. */
export function languagesOf(question: string): readonly Language[] {
  return [
    ...(/\p{Script=Han}/u.test(question) ? (['zh'] as const) : []),
    ...(/[a-z]{3}/iu.test(question) ? (['en'] as const) : []),
  ];
}

/** Groups as JSON, without their names: `[[say, …], [text, …]]`. */
export function packSaidWords(groups: readonly SaidWords[]): string {
  return JSON.stringify(groups.map(({ say, text }) => [say, text]));
}

/** What `packSaidWords` wrote and JSON read; anything else is no group. */
export function unpackSaidWords(packed: unknown): readonly SaidWords[] {
  if (!Array.isArray(packed)) return [];
  const isWords = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.every((word) => typeof word === 'string');
  return packed.flatMap((group: unknown): readonly SaidWords[] => {
    const [say, text] = Array.isArray(group) ? (group as unknown[]) : [];
    return isWords(say) && isWords(text) ? [{ say, text }] : [];
  });
}

/** A word of a question with the words that texts may have for it, and what those are worth beside its own. */
export interface KnownWord {
  readonly word: string;
  readonly others: readonly string[];
  readonly weight: number;
}

/** Words by the character, or the stem of the first word, that they begin with; longest first. */
export type WordTable = ReadonlyMap<string, readonly KnownWord[]>;

const SAID = 0.85;
const SAME = 0.9;

/** The words of a dictionary, folded, each once with all that stands for it; made once for each dictionary. */
export const tableOf = memo((dictionary: Dictionary): WordTable => {
  const words = new Map<string, { readonly others: Set<string>; readonly weight: number }>();
  const add = (word: string, others: readonly string[], weight: number) => {
    const folded = foldText(word);
    const entry = words.get(folded) ?? { others: new Set<string>(), weight };
    for (const other of others.map(foldText)) if (other !== folded) entry.others.add(other);
    words.set(folded, entry);
  };
  for (const { say, text } of dictionary.said) for (const word of say) add(word, text, SAID);
  for (const group of dictionary.synonyms) for (const word of group) add(word, group, SAME);
  const table = new Map<string, KnownWord[]>();
  for (const [word, { others, weight }] of words) {
    const key = keyOf(word);
    const list = table.get(key) ?? [];
    table.set(key, list);
    list.push({ word, others: [...others], weight });
  }
  for (const list of table.values())
    list.sort((a, b) => countWords(b.word) - countWords(a.word) || b.word.length - a.word.length);
  return table;
});

const countWords = (word: string): number => word.split(' ').length;

const keyOf = (word: string): string =>
  /^[a-z]/.test(word) ? wordToken(listParts(word)[0]?.text ?? word) : word.charAt(0);

/** The longest word of the table that stands at a place of a run of Chinese characters. */
export function wordAt(run: string, at: number, table: WordTable): KnownWord | undefined {
  return table.get(run.charAt(at))?.find(({ word }) => run.startsWith(word, at));
}

/** The longest phrase of the table that a list of words begins with, by their stems, and of how many words it is. */
export function phraseAt(
  words: readonly string[],
  table: WordTable,
): (KnownWord & { readonly length: number }) | undefined {
  const alike = (table.get(wordToken(words[0] ?? '')) ?? []).flatMap((known) => {
    const own = listParts(known.word).map(({ text }) => text);
    const isAlike = own.every((word, at) => wordToken(word) === wordToken(words[at] ?? ''));
    const isSame = own.every((word, at) => word === words[at]);
    return isAlike ? [{ ...known, length: own.length, isSame }] : [];
  });
  const longest = alike.filter(({ length }) => length === alike[0]?.length);
  return longest.find(({ isSame }) => isSame) ?? longest[0];
}
