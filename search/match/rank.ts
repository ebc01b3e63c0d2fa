import type { PassageIndex, FoundPostings } from './passage-index.ts';
import { STEPS } from './passages.ts';
import type { Part } from './plan.ts';

/** Where passages and titles are, and whose. */
export interface RankSources {
  readonly passages: PassageIndex | undefined;
  /** Standards in all. */
  readonly records: number;
  /** The standard, by its place in the directory, of a text of the index of passages. */
  readonly standardOf: (text: number) => number | undefined;
  /** Whether the passages have the text of a standard. */
  readonly isRead: (standard: number) => boolean;
  /** In force, or to come. */
  readonly isLive: (standard: number) => boolean;
}

/** What was found of the tokens of a question. */
export interface FoundTokens {
  readonly passages: ReadonlyMap<string, FoundPostings>;
  /** Standards with the token in their title. */
  readonly titles: ReadonlyMap<string, readonly number[]>;
}

/** A clause of a standard that may answer. */
export interface RankedClause {
  readonly text: number;
  readonly clause: number;
  readonly score: number;
}

export interface RankedStandard {
  readonly standard: number;
  readonly score: number;
  /** Share of what is asked that it has, 0 to 1, in any of its clauses or its title. */
  readonly share: number;
  /** Best first; none for a standard without a text here. */
  readonly clauses: readonly RankedClause[];
  /** The parts that it has, by their places, each with the way that it has it. */
  readonly found: readonly FoundPart[];
}

/** Standards, best first, and how strong the first is: its score in tokens that nothing else has. */
export interface Ranking {
  readonly standards: readonly RankedStandard[];
  readonly strength: number;
}

interface FoundPart {
  readonly part: number;
  readonly way: number;
}

/** How much what stands in the title counts for a clause, and what stands in another clause of the same text. */
const IN_TITLE = 0.8;
const ELSEWHERE = 0.2;
/** The same where clauses of one text are compared. */
const IN_OWN_TITLE = 0.65;
/** A title that is all there is of a standard. */
const TITLE_ALONE = 0.85;
const TITLE_IMPACT = 0.7;
const NOT_LIVE = 0.8;
const CLAUSES_KEPT = 20;

/** The most that is said of a part, and in which of its ways. */
interface Value {
  readonly value: number;
  readonly way: number;
}
type Values = Map<number, Value>;

const keep = (values: Values | undefined, key: number, value: Value): void => {
  if (value.value > (values?.get(key)?.value ?? 0)) values?.set(key, value);
};

/** How much a token tells that nothing has. */
const mostOfOne = (all: number): number => Math.log(1 + (all + 0.5) / 0.5);

/** How much a token tells, by how few have it; of all passages and titles. */
function weightOf(token: string, { passages, titles }: FoundTokens, all: number): number {
  const count = (passages.get(token)?.count ?? 0) + (titles.get(token)?.length ?? 0);
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** What each passage and each title says of one part: the best of the ways it may be said. */
function valueOf(part: Part, found: FoundTokens, all: number) {
  const passages: Values = new Map();
  const titles: Values = new Map();
  const span = Math.max(1, part.ways[0]?.tokens.length ?? 1) ** 0.7;
  for (const [way, { tokens, weight }] of part.ways.entries()) {
    const inPassages = new Map<number, number>();
    const inTitles = new Map<number, number>();
    for (const token of tokens) {
      const tells = weightOf(token, found, all);
      const postings = found.passages.get(token);
      postings?.ids.forEach((id, at) => {
        const impact = (postings.impacts[at] ?? 0) / STEPS;
        inPassages.set(id, (inPassages.get(id) ?? 0) + tells * impact);
      });
      for (const id of found.titles.get(token) ?? []) {
        inTitles.set(id, (inTitles.get(id) ?? 0) + tells * TITLE_IMPACT);
      }
    }
    const scale = (part.weight * weight * span) / Math.max(1, tokens.length);
    for (const [id, value] of inPassages) keep(passages, id, { value: value * scale, way });
    for (const [id, value] of inTitles) keep(titles, id, { value: value * scale, way });
  }
  return { passages, titles };
}

/**
 * Standards by how much of a question they hold, best first, each with its clauses that hold most. A clause counts by
 * its own words, and less by those of the title and of the other clauses of its text.
 */
export function rankStandards(
  parts: readonly Part[],
  found: FoundTokens,
  sources: RankSources,
): Ranking {
  const { passages, records, standardOf, isRead, isLive } = sources;
  const all = records + (passages?.count ?? 0);
  const values = parts.map((part) => valueOf(part, found, all));
  const best = parts.map((part) => bestPossible(part, found, all));
  const asked = best.reduce((sum, each) => sum + each, 0);

  /** Of each text, per part: the most that its head, and any clause, says; and how many clauses say something. */
  const heads = parts.map((): Values => new Map());
  const most = parts.map((): Values => new Map());
  const spread = parts.map(() => new Map<number, number>());
  const byText = new Map<number, Set<number>>();
  values.forEach(({ passages: own }, at) => {
    for (const [id, value] of own) {
      const { text, clause } = passages?.place(id) ?? { text: -1, clause: -1 };
      keep(most[at], text, value);
      if (clause < 0) keep(heads[at], text, value);
      else spread[at]?.set(text, (spread[at]?.get(text) ?? 0) + 1);
      const list = byText.get(text) ?? new Set();
      byText.set(text, list.add(id));
    }
  });

  const ranked = new Map<number, RankedStandard>();
  const add = (each: RankedStandard) => {
    const before = ranked.get(each.standard);
    if (!before) ranked.set(each.standard, each);
    else {
      const [more, less] = each.score > before.score ? [each, before] : [before, each];
      const clauses = [...more.clauses, ...less.clauses].sort((a, b) => b.score - a.score);
      ranked.set(each.standard, { ...more, clauses: clauses.slice(0, CLAUSES_KEPT) });
    }
  };
  for (const [text, ids] of byText) {
    const standard = standardOf(text);
    if (standard === undefined) continue;
    const size = passages?.countOf(text) ?? 1;
    const other = most.map((each) => ELSEWHERE * (each.get(text)?.value ?? 0));
    // Within one text what most clauses have tells little.
    const local = spread.map((each) => {
      const count = Math.min(size, each.get(text) ?? 0);
      return Math.sqrt(Math.log(1 + (size - count + 0.5) / (count + 0.5)) / Math.log(1 + size));
    });
    let score = 0;
    const clauses: RankedClause[] = [];
    for (const id of ids) {
      const clause = passages?.place(id).clause ?? -1;
      let whole = 0;
      let own = 0;
      values.forEach(({ passages: says }, at) => {
        const value = says.get(id)?.value ?? 0;
        const inTitle = heads[at]?.get(text)?.value ?? 0;
        whole += Math.max(value, IN_TITLE * inTitle, other[at] ?? 0);
        own += Math.max(value, IN_OWN_TITLE * inTitle) * (local[at] ?? 1);
      });
      score = Math.max(score, whole);
      if (clause >= 0) clauses.push({ text, clause, score: own });
    }
    const has = most.flatMap((each, part): readonly FoundPart[] => {
      const way = each.get(text)?.way;
      return way === undefined ? [] : [{ part, way }];
    });
    const live = isLive(standard) ? 1 : NOT_LIVE;
    add({
      standard,
      score: score * live,
      share: share(has, best, asked),
      found: has,
      clauses: clauses.sort((a, b) => b.score - a.score).slice(0, CLAUSES_KEPT),
    });
  }
  const byTitle = new Map<number, { score: number; has: FoundPart[] }>();
  values.forEach(({ titles }, at) => {
    for (const [standard, { value, way }] of titles) {
      if (isRead(standard)) continue;
      const known = byTitle.get(standard) ?? { score: 0, has: [] };
      known.score += value;
      known.has.push({ part: at, way });
      byTitle.set(standard, known);
    }
  });
  for (const [standard, { score, has }] of byTitle) {
    const live = isLive(standard) ? 1 : NOT_LIVE;
    add({
      standard,
      score: score * live * TITLE_ALONE,
      share: share(has, best, asked),
      found: has,
      clauses: [],
    });
  }
  const standards = [...ranked.values()].sort(
    (a, b) => b.score - a.score || a.standard - b.standard,
  );
  const [first] = standards;
  return { standards, strength: (first?.score ?? 0) / mostOfOne(all) };
}

function share(has: readonly FoundPart[], best: readonly number[], asked: number): number {
  return asked === 0 ? 0 : has.reduce((sum, { part }) => sum + (best[part] ?? 0), 0) / asked;
}

/** What a part could count at most: that of a token that nothing has, where none of its ways is known. */
function bestPossible(part: Part, found: FoundTokens, all: number): number {
  const own = part.ways[0]?.tokens ?? [];
  const tells = own.map((token) => weightOf(token, found, all));
  return (
    (part.weight * tells.reduce((sum, each) => sum + each, 0)) / Math.max(1, own.length) ** 0.3
  );
}

/** Answers are those that have at least so much of what the best has; so many at most. */
const LEAST_OF_BEST = 0.45;
const MOST_ANSWERS = 30;

/** Of ranked standards those worth showing; those that the question names come first, in its order. */
export function keepBest(
  ranked: readonly RankedStandard[],
  named: readonly number[],
): readonly RankedStandard[] {
  const first = named.map(
    (standard): RankedStandard =>
      ranked.find((each) => each.standard === standard) ?? {
        standard,
        score: 0,
        share: 0,
        clauses: [],
        found: [],
      },
  );
  const least = LEAST_OF_BEST * (ranked[0]?.score ?? 0);
  const others = ranked.filter(
    ({ standard, score }) => score > 0 && score >= least && !named.includes(standard),
  );
  return [...first, ...others].slice(0, MOST_ANSWERS);
}
