import { distance } from 'fastest-levenshtein';
import { compareNumbers } from './compare.ts';
import { numberKey, undatedKey } from './format.ts';
import { readNumberLine } from './lines.ts';
import { parseNumber } from './parse.ts';
import { normalizeSpelling } from './spelling.ts';
import type { StandardNumber } from './types.ts';

/**
 * How near a known number is, best first. `undated`: the question has no year and this is an edition of it. `edit` is
 * a guess by spelling: to be asked, never to be taken silently.
 */
export type MatchLevel = 'exact' | 'undated' | 'other-year' | 'other-nature' | 'part' | 'edit';

export interface NumberMatch {
  readonly key: string;
  readonly number: StandardNumber;
  readonly level: MatchLevel;
  /** Edits between the two numbers without years and spaces; 0 but for `part` and `edit`. */
  readonly distance: number;
}

interface Entry {
  readonly number: StandardNumber;
  readonly key: string;
  /** The undated key without space and slash: `GBT3098.1`. */
  readonly compact: string;
}

/** A prepared set of known numbers; build once, ask often. */
export interface NumberIndex {
  readonly size: number;
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly byUndated: ReadonlyMap<string, readonly Entry[]>;
  /** By code and serial, without nature, part and year. */
  readonly byStem: ReadonlyMap<string, readonly Entry[]>;
  /** The newest edition of each number, by first letter and length of its compact form. */
  readonly byShape: ReadonlyMap<string, readonly Entry[]>;
}

/** Indexes numbers in any spelling; what does not parse and what is there already is passed over. */
export function buildNumberIndex(numbers: Iterable<string>): NumberIndex {
  const byKey = new Map<string, Entry>();
  const byUndated = new Map<string, Entry[]>();
  const byStem = new Map<string, Entry[]>();
  for (const text of numbers) {
    const parsed = parseNumber(text);
    if (!parsed.ok) continue;
    const { number } = parsed;
    const key = numberKey(number);
    if (byKey.has(key)) continue;
    // A joint document is found by each of its numbers.
    const names =
      number.form === 'joint'
        ? [{ ...number, form: 'plain' as const, others: [] }, ...number.others]
        : [];
    byKey.set(key, { number, key, compact: compactForm(undatedKey(number)) });
    for (const name of names.length > 0 ? names : [number]) {
      const undated = undatedKey(name);
      const entry = { number, key, compact: compactForm(undated) };
      if (!byKey.has(numberKey(name))) byKey.set(numberKey(name), entry);
      push(byUndated, undated, entry);
      push(byStem, stemOf(name), entry);
    }
  }
  const size = new Set([...byKey.values()].map((entry) => entry.key)).size;
  const byShape = new Map<string, Entry[]>();
  for (const editions of byUndated.values()) {
    editions.sort(byNewest);
    const newest = editions[0];
    if (newest) push(byShape, shapeOf(newest.compact, newest.compact.length), newest);
  }
  return { size, byKey, byUndated, byStem, byShape };
}

/**
 * The known numbers nearest to a question in any spelling, best first: the number itself, its other editions (newest
 * first), with or without `/T`, part against whole, then by edit distance. A number that is found exactly comes alone
 * with its other editions; guesses are made only where nothing but a part is found. A line with more than a number is
 * answered for the first number in it, letters that look like digits for the number meant.
 */
export function nearestNumbers(query: string, index: NumberIndex, limit = 3): NumberMatch[] {
  const asked = readAsked(query);
  const compact = compactForm(
    asked === null
      ? normalizeSpelling(query.slice(0, 200)).replace(/[-:](?:19|20)\d{2}$/, '')
      : undatedKey(asked),
  );
  const matches = new Map<string, NumberMatch>();
  const add = (entry: Entry, level: MatchLevel, edits: number): void => {
    if (!matches.has(entry.key)) {
      matches.set(entry.key, { key: entry.key, number: entry.number, level, distance: edits });
    }
  };
  if (asked !== null) addRelated(asked, compact, index, add);
  const sure = [...matches.values()].some(
    (m) => m.level !== 'part' || m.number.nature === asked?.nature,
  );
  if (sure) return [...matches.values()].slice(0, limit);
  const guesses = guessEntries(asked, compact, index).slice(0, limit);
  // A part of another nature is weak: it leaves room for the guesses.
  const weak = [...matches.values()].slice(0, guesses.length > 0 ? 1 : limit);
  matches.clear();
  for (const match of weak) matches.set(match.key, match);
  for (const { entry, edits } of guesses) add(entry, 'edit', edits);
  return [...matches.values()].slice(0, limit);
}

function readAsked(query: string): StandardNumber | null {
  const parsed = parseNumber(query);
  if (parsed.ok) return parsed.number;
  const { numbers, meant } = readNumberLine(query);
  return numbers[0]?.number ?? meant ?? null;
}

function addRelated(
  asked: StandardNumber,
  compact: string,
  index: NumberIndex,
  add: (entry: Entry, level: MatchLevel, edits: number) => void,
): void {
  const exact = index.byKey.get(numberKey(asked));
  if (exact) add(exact, 'exact', 0);
  const editions = (index.byUndated.get(undatedKey(asked)) ?? []).filter(isWhole);
  // The same year under another key: the sheet or the language edition of a text against the text itself.
  for (const e of editions) if (sameYear(e, asked)) add(e, 'part', 0);
  for (const e of editions) add(e, asked.year === null ? 'undated' : 'other-year', 0);
  const kin = (index.byStem.get(stemOf(asked)) ?? []).filter(isWhole);
  const rank = (e: Entry): number => (e.number.nature === asked.nature ? 0 : 1);
  kin.sort((a, b) => sameYear(b, asked) - sameYear(a, asked) || byNewest(a, b));
  for (const entry of kin) if (entry.number.part === asked.part) add(entry, 'other-nature', 0);
  const parts = kin.filter((e) => (e.number.part === null) !== (asked.part === null));
  parts.sort((a, b) => rank(a) - rank(b) || compareNumbers(a.number, b.number));
  for (const entry of parts) add(entry, 'part', distance(compact, entry.compact));
}

/** Not an amendment sheet or a language edition, which are found by their own number only. */
const isWhole = (e: Entry): boolean =>
  e.number.amendments.length === 0 && e.number.language === null;

/**
 * Known numbers within one edit, or two where none is that near and the number has eight characters or more. Those that
 * only lack or gain a digit at the end come first; another code counts as one edit more.
 */
function guessEntries(
  asked: StandardNumber | null,
  compact: string,
  index: NumberIndex,
): { entry: Entry; edits: number }[] {
  const reach = compact.length < 8 ? 1 : 2;
  const guesses: { entry: Entry; edits: number; rank: number }[] = [];
  for (let length = compact.length - reach; length <= compact.length + reach; length++) {
    for (const entry of index.byShape.get(shapeOf(compact, length)) ?? []) {
      const code = asked !== null && asked.prefix !== entry.number.prefix ? 1 : 0;
      const edits = distance(compact, entry.compact);
      if (edits + code > reach) continue;
      const tail = entry.compact.startsWith(compact) || compact.startsWith(entry.compact);
      const nature = asked === null || asked.nature === entry.number.nature;
      const rank =
        edits * 8 - (tail ? 2 : 0) - (nature ? 1 : 0) - (asked ? sameYear(entry, asked) * 4 : 0);
      guesses.push({ entry, edits, rank });
    }
  }
  const near = Math.min(...guesses.map((guess) => guess.edits));
  return guesses
    .filter((guess) => guess.edits === near)
    .sort((a, b) => a.rank - b.rank || compareNumbers(a.entry.number, b.entry.number));
}

const sameYear = (e: Entry, asked: StandardNumber): number =>
  asked.year !== null && e.number.year === asked.year ? 1 : 0;

const byNewest = (a: Entry, b: Entry): number =>
  Number(b.number.year ?? 0) - Number(a.number.year ?? 0) || compareNumbers(a.number, b.number);

const compactForm = (text: string): string => text.replace(/[ /]/g, '');
const shapeOf = (compact: string, length: number): string => `${compact[0] ?? ''}${length}`;
const stemOf = (n: StandardNumber): string => `${n.prefix}|${n.series ?? ''}|${n.serial}`;

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
