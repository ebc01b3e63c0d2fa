import { ask } from '#search/ask.ts';
import type { ClauseHit, SearchAnswer, SearchEngine } from '#search/contract.ts';
import type { ClassName, QueryCase } from './case.ts';

/** Hits looked through for recall: twice as many as there are answers, but not fewer, nor more, than these. */
const DEPTHS = [50, 1000] as const;

function depthOf({ relevant }: QueryCase): number {
  return Math.min(Math.max(2 * relevant.size, DEPTHS[0]), DEPTHS[1]);
}

/** How one question was answered. */
export interface CaseScore {
  readonly query: QueryCase;
  /** Place of the first good hit, from 1; 0 when there is none. */
  readonly rank: number;
  /** Share of the relevant standards that is among the hits looked through. */
  readonly recall: number;
  /** Whether a clause that answers is shown; absent where no clause is asked for. */
  readonly clause?: boolean;
  readonly empty: boolean;
  readonly ms: number;
}

export interface ClassScore {
  readonly name: ClassName;
  readonly n: number;
  /** Shares, 0 to 1. */
  readonly first: number;
  readonly third: number;
  readonly recall: number;
  /** Share of questions whose clause is among those shown. */
  readonly clause?: number;
  readonly empty: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** Ask all questions, `width` at a time: one where times are wanted. */
export async function scoreCases(
  engine: SearchEngine,
  cases: readonly QueryCase[],
  width = 1,
): Promise<readonly CaseScore[]> {
  const scores: CaseScore[] = [];
  const rest = cases.entries();
  const work = async (): Promise<void> => {
    for (const [at, query] of rest) {
      const { text, language } = query;
      const start = performance.now();
      const answer = await ask(engine, { text, language, size: depthOf(query) });
      scores[at] = scoreAnswer(query, answer, performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return scores;
}

/** `slug#id` of a clause of a hit. */
export function nameClause(slug: string, { path }: ClauseHit): string {
  return `${slug}#${decodeURIComponent(path.split('#')[1] ?? '')}`;
}

function scoreAnswer(query: QueryCase, { hits }: SearchAnswer, ms: number): CaseScore {
  const { relevant, best = relevant, clauses } = query;
  const found = hits.filter(({ slug }) => relevant.has(slug)).length;
  const shown = hits.flatMap(({ slug, clauses: own }) =>
    own.map((clause) => nameClause(slug, clause)),
  );
  return {
    query,
    rank: hits.findIndex(({ slug }) => best.has(slug)) + 1,
    recall: found / Math.min(relevant.size, DEPTHS[1]),
    ...(clauses && { clause: shown.some((each) => clauses.has(each)) }),
    empty: hits.length === 0,
    ms,
  };
}

const share = (scores: readonly CaseScore[], has: (score: CaseScore) => boolean): number =>
  scores.filter(has).length / scores.length;

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** One line for each class that has questions. */
export function summarize(scores: readonly CaseScore[]): readonly ClassScore[] {
  return [...Map.groupBy(scores, ({ query }) => query.name)].map(([name, own]): ClassScore => {
    const times = own.map(({ ms }) => ms);
    const withClause = own.filter(({ clause }) => clause !== undefined);
    return {
      name,
      n: own.length,
      first: share(own, ({ rank }) => rank === 1),
      third: share(own, ({ rank }) => rank >= 1 && rank <= 3),
      recall: own.reduce((sum, { recall }) => sum + recall, 0) / own.length,
      ...(withClause.length > 0 && { clause: share(withClause, ({ clause }) => clause === true) }),
      empty: share(own, ({ empty }) => empty),
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
    };
  });
}
