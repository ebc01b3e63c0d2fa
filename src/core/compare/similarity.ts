import { foldSigns } from '#core/limits/fold-signs.ts';
import { findNumbers } from '#core/number/index.ts';
import { replacePlaces } from './tokens.ts';

/** What a place that a text names is: equal for places of both texts that answer each other. */
type NamePlace = (place: string) => string;

export interface PlaceNames {
  readonly from: NamePlace;
  readonly to: NamePlace;
}

const asWritten: PlaceNames = { from: (place) => place, to: (place) => place };

/** What a text is recognized by: its words and pairs of characters, each once, sorted. */
interface Profile {
  readonly features: readonly number[];
  readonly weight: number;
}

/** Two things that may answer each other, by their places in two lists. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Below so many features a text is too short for a part of another to mean anything. */
const fewFeatures = 8;

/** Below so many it is no part of another at all. */
const fewest = 4;

/** Features that more texts than these have do not lead to candidates. */
const commonest = 60;

const nearest = 6;

/** How alike texts are: rare words weigh more than those of every clause. Values of quantities do not count. */
export class Similarity {
  readonly #ids = new Map<string, number>();
  readonly #names: PlaceNames;
  readonly #weights: readonly number[];
  readonly #from: readonly Profile[];
  readonly #to: readonly Profile[];
  /** How many pairs were weighed against each other. */
  weighed = 0;

  /** With `names`, places that the texts name are known by what they are, not by their numbers. */
  constructor(from: readonly string[], to: readonly string[], names: PlaceNames = asWritten) {
    this.#names = names;
    const lists = [
      from.map((text) => this.#readFeatures(text, names.from)),
      to.map((text) => this.#readFeatures(text, names.to)),
    ];
    const seen: number[] = Array.from({ length: this.#ids.size }, () => 0);
    for (const features of lists.flat()) for (const id of features) seen[id] = (seen[id] ?? 0) + 1;
    const total = from.length + to.length;
    this.#weights = seen.map((times) => Math.log(1 + total / Math.max(1, times)));
    const [first = [], second = []] = lists.map((list) =>
      list.map((features): Profile => ({ features, weight: this.#weigh(features) })),
    );
    this.#from = first;
    this.#to = second;
  }

  /** From 0 to 1; equal for both directions. */
  score(from: number, to: number): number {
    this.weighed += 1;
    const [a, b] = [this.#from[from], this.#to[to]];
    if (!a || !b || a.weight === 0 || b.weight === 0) return 0;
    const common = this.#weighCommon(a.features, b.features);
    const dice = (2 * common) / (a.weight + b.weight);
    const isShort = Math.min(a.features.length, b.features.length) < fewFeatures;
    return isShort ? dice : (dice + common / Math.min(a.weight, b.weight)) / 2;
  }

  /** Whether one of two texts is too short to be known by a part of its words. */
  isShort(from: number, to: number): boolean {
    const lengths = [this.#from[from], this.#to[to]].map((each) => each?.features.length ?? 0);
    return Math.min(...lengths) < fewFeatures;
  }

  /** Which share of a text of one list stands in a text of the other. */
  shareOf(list: 'from' | 'to', from: number, to: number): number {
    const [a, b] = [this.#from[from], this.#to[to]];
    const own = list === 'from' ? a : b;
    if (!a || !b || !own || own.weight === 0) return 0;
    return this.#weighCommon(a.features, b.features) / own.weight;
  }

  /** Which share of a text of one list stands in some words of the other. */
  shareIn(list: 'from' | 'to', at: number, text: string): number {
    const own = (list === 'from' ? this.#from : this.#to)[at];
    if (!own || own.weight === 0 || own.features.length < fewest) return 0;
    const name = list === 'from' ? this.#names.to : this.#names.from;
    const known = this.#readFeatures(text, name).filter((id) => id < this.#weights.length);
    return this.#weighCommon(own.features, known) / own.weight;
  }

  /** For texts of both lists that are still free, the nearest few of the other, found by their rare features. */
  listNearest(from: readonly number[], to: readonly number[]): readonly Candidate[] {
    const found = new Map<string, Candidate>();
    const search = (
      asked: readonly number[],
      others: readonly number[],
      profiles: readonly [readonly Profile[], readonly Profile[]],
      toPair: (one: number, other: number) => readonly [number, number],
    ) => {
      const index = this.#indexFeatures(others, profiles[1]);
      for (const one of asked) {
        for (const other of this.#pickNearest(profiles[0][one], index)) {
          const pair = toPair(one, other);
          const key = pair.join();
          if (!found.has(key))
            found.set(key, { from: pair[0], to: pair[1], score: this.score(...pair) });
        }
      }
    };
    search(from, to, [this.#from, this.#to], (one, other) => [one, other]);
    search(to, from, [this.#to, this.#from], (one, other) => [other, one]);
    return [...found.values()];
  }

  #indexFeatures(list: readonly number[], profiles: readonly Profile[]) {
    const index = new Map<number, number[]>();
    for (const each of list) {
      for (const id of profiles[each]?.features ?? []) {
        const holders = index.get(id);
        if (holders) holders.push(each);
        else index.set(id, [each]);
      }
    }
    return index;
  }

  #pickNearest(
    profile: Profile | undefined,
    index: ReadonlyMap<number, readonly number[]>,
  ): readonly number[] {
    const gained = new Map<number, number>();
    for (const id of profile?.features ?? []) {
      const holders = index.get(id);
      if (!holders || holders.length > commonest) continue;
      for (const each of holders)
        gained.set(each, (gained.get(each) ?? 0) + (this.#weights[id] ?? 0));
    }
    return [...gained]
      .sort(([a, left], [b, right]) => right - left || a - b)
      .slice(0, nearest)
      .map(([each]) => each);
  }

  #weigh(features: readonly number[]): number {
    let weight = 0;
    for (const id of features) weight += this.#weights[id] ?? 0;
    return weight;
  }

  #weighCommon(a: readonly number[], b: readonly number[]): number {
    let weight = 0;
    let at = 0;
    for (const id of a) {
      while (at < b.length && (b[at] ?? 0) < id) at += 1;
      if (b[at] === id) weight += this.#weights[id] ?? 0;
    }
    return weight;
  }

  #readFeatures(text: string, name: NamePlace): readonly number[] {
    const ids = new Set<number>();
    for (const feature of listFeatures(text, name)) {
      let id = this.#ids.get(feature);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(feature, id);
      }
      ids.add(id);
    }
    return [...ids].sort((a, b) => a - b);
  }
}

/** Pairs of Chinese characters, words of letters, numbers of standards without their years; other digits are none. */
function listFeatures(text: string, name: NamePlace): readonly string[] {
  const features: string[] = [];
  let rest = text;
  if (/[A-Z]/.test(text) && /\d/.test(text)) {
    for (const { raw } of findNumbers(text)) {
      features.push(raw.replace(/[-—–:]\d{2,4}$/, '').replace(/\s/g, ''));
      rest = rest.replace(raw, '#');
    }
  }
  rest = replacePlaces(rest, (place) => {
    features.push(name(place));
    return '#';
  });
  const folded = foldSigns(rest)
    .toLowerCase()
    // 宜 or 应: the same sentence, whatever it asks.
    .replaceAll('宜', '应')
    .replace(/\d+(?:[. ]\d+)*/g, ' ');
  for (const run of folded.match(/\p{Script=Han}+|[a-zμω℃°%]+/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) features.push(run);
    else if (run.length === 1) features.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) features.push(run.slice(at, at + 2));
  }
  return features;
}

/** The best of all candidates, each thing once. Equal for both directions. */
export function chooseBest(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      b.score - a.score ||
      Math.abs(a.from - a.to) - Math.abs(b.from - b.to) ||
      a.from + a.to - (b.from + b.to) ||
      Math.min(a.from, a.to) - Math.min(b.from, b.to),
  );
  const [taken, given] = [new Set<number>(), new Set<number>()];
  return sorted.filter(({ from, to }) => {
    if (taken.has(from) || given.has(to)) return false;
    taken.add(from);
    given.add(to);
    return true;
  });
}
