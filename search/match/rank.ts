import type { PassageIndex, FoundPostings } from './passage-index.ts';
import { STEPS } from './passages.ts';
import type { Part } from './plan.ts';
import { rarityOf } from './rarity.ts';

/** Where passages and titles are, and whose. */
export interface RankSources {
  readonly passages: PassageIndex | undefined;
  /** Standards in all. */
  readonly records: number;
  /** The standard, by its place in the directory, of a text of the index of passages. */
  readonly standardOf: (text: number) => number | undefined;
  /** Whether the passages have the text of a standard. */
  readonly isRead: (standard: number) => boolean;
  /** In force, or to come, and no text of another city. */
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
const mostOfOne = (all: number): number => rarityOf(0, all);

/** How much a token tells, by how few have it; of all passages and titles. */
function weightOf(token: string, { passages, titles }: FoundTokens, all: number): number {
  const count = (passages.get(token)?.count ?? 0) + (titles.get(token)?.length ?? 0);
  return rarityOf(count, all);
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

/** What is said of the parts of a question, in each text. */
interface Spoken {
  /** Of each part by passage. */
  readonly says: readonly Values[];
  /** Of each part by text: the most that its head, and any of its passages, says. */
  readonly heads: readonly Values[];
  readonly most: readonly Values[];
  /** Of each part by text: how many clauses say something of it. */
  readonly spread: readonly ReadonlyMap<number, number>[];
  /** Passages that say something, by text. */
  readonly byText: ReadonlyMap<number, ReadonlySet<number>>;
}

function gatherTexts(says: readonly Values[], passages: PassageIndex): Spoken {
  const heads = says.map((): Values => new Map());
  const most = says.map((): Values => new Map());
  const spread = says.map(() => new Map<number, number>());
  const byText = new Map<number, Set<number>>();
  says.forEach((own, at) => {
    for (const [id, value] of own) {
      const { text, clause } = passages.place(id);
      keep(most[at], text, value);
      if (clause < 0) keep(heads[at], text, value);
      else spread[at]?.set(text, (spread[at]?.get(text) ?? 0) + 1);
      const list = byText.get(text) ?? new Set();
      byText.set(text, list.add(id));
    }
  });
  return { says, heads, most, spread, byText };
}

/** The best a text has, and its clauses by their own words: within one text what most clauses have tells little. */
function rankText(
  text: number,
  { says, heads, most, spread, byText }: Spoken,
  passages: PassageIndex,
): Pick<RankedStandard, 'score' | 'clauses' | 'found'> {
  const size = passages.countOf(text);
  const inTitle = heads.map((each) => each.get(text)?.value ?? 0);
  const elsewhere = most.map((each) => ELSEWHERE * (each.get(text)?.value ?? 0));
  const local = spread.map((each) => {
    const count = Math.min(size, each.get(text) ?? 0);
    return Math.sqrt(rarityOf(count, size) / Math.log(1 + size));
  });
  let score = 0;
  const clauses: RankedClause[] = [];
  for (const id of byText.get(text) ?? []) {
    const { clause } = passages.place(id);
    let whole = 0;
    let own = 0;
    says.forEach((each, at) => {
      const value = each.get(id)?.value ?? 0;
      const title = inTitle[at] ?? 0;
      whole += Math.max(value, IN_TITLE * title, elsewhere[at] ?? 0);
      own += Math.max(value, IN_OWN_TITLE * title) * (local[at] ?? 1);
    });
    score = Math.max(score, whole);
    if (clause >= 0) clauses.push({ text, clause, score: own });
  }
  const found = most.flatMap((each, part): readonly FoundPart[] => {
    const way = each.get(text)?.way;
    return way === undefined ? [] : [{ part, way }];
  });
  return { score, found, clauses: clauses.sort(byScore).slice(0, CLAUSES_KEPT) };
}

const byScore = (a: { readonly score: number }, b: { readonly score: number }): number =>
  b.score - a.score;

/** Standards without a text by what their titles say. */
function rankTitles(
  titles: readonly Values[],
  isRead: RankSources['isRead'],
): ReadonlyMap<number, Pick<RankedStandard, 'score' | 'found'>> {
  const ranked = new Map<number, { score: number; found: FoundPart[] }>();
  titles.forEach((each, part) => {
    for (const [standard, { value, way }] of each) {
      if (isRead(standard)) continue;
      const known = ranked.get(standard) ?? { score: 0, found: [] };
      known.score += value * TITLE_ALONE;
      known.found.push({ part, way });
      ranked.set(standard, known);
    }
  });
  return ranked;
}

/**
 * Standards by how much of a question they hold, best first, each with its clauses that hold most. A clause counts by
 * its own words, and less by those of the title and of the other clauses of its text.
 */
export function rankStandards(
  parts: readonly Part[],
  found: FoundTokens,
  { passages, records, standardOf, isRead, isLive }: RankSources,
): Ranking {
  const all = records + (passages?.count ?? 0);
  const values = parts.map((part) => valueOf(part, found, all));
  const best = parts.map((part) => bestPossible(part, found, all));
  const asked = best.reduce((sum, each) => sum + each, 0);
  const ranked = new Map<number, RankedStandard>();
  const add = (standard: number, own: Omit<RankedStandard, 'standard' | 'share'>) => {
    const before = ranked.get(standard);
    const each: RankedStandard = {
      ...own,
      standard,
      score: own.score * (isLive(standard) ? 1 : NOT_LIVE),
      share: share(own.found, best, asked),
    };
    const [more, less] = before && before.score >= each.score ? [before, each] : [each, before];
    const clauses = [...more.clauses, ...(less?.clauses ?? [])].sort(byScore);
    ranked.set(standard, { ...more, clauses: clauses.slice(0, CLAUSES_KEPT) });
  };
  if (passages) {
    const says = values.map((each) => each.passages);
    const spoken = gatherTexts(says, passages);
    for (const text of spoken.byText.keys()) {
      const standard = standardOf(text);
      if (standard !== undefined) add(standard, rankText(text, spoken, passages));
    }
  }
  const titles = values.map((each) => each.titles);
  for (const [standard, own] of rankTitles(titles, isRead)) add(standard, { ...own, clauses: [] });
  const standards = [...ranked.values()].sort((a, b) => byScore(a, b) || a.standard - b.standard);
  return { standards, strength: (standards[0]?.score ?? 0) / mostOfOne(all) };
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

/** The score of a clause that the question names: before all others. */
export const NAMED_CLAUSE = 1_000;

/** Why a standard is among the answers. */
export function kindOfAnswer(
  { clauses }: RankedStandard,
  isNamed: boolean,
): 'number' | 'text' | 'title' {
  if (isNamed) return 'number';
  return clauses.length > 0 ? 'text' : 'title';
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
