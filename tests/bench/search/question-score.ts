import type { SearchAnswer } from '#search/contract.ts';
import type { QuestionClass, SettledQuestion } from './question-set.ts';
import { nameClause, quantile } from './score.ts';

/** How one question was answered. */
export interface QuestionScore {
  readonly question: SettledQuestion;
  /** Place of the first right standard on the page, from 1; 0 when there is none. */
  readonly rank: number;
  /**
   * Whether the excerpt of the first right hit is a clause that answers. Absent where no clause is named, where no right hit is
   * among the first three, and where the first right one is another than the standard whose clauses are named.
   */
  readonly clause?: boolean;
  /** Whether one of the first three clauses of that hit answers; absent as `clause` is. */
  readonly among?: boolean;
  readonly empty: boolean;
  /** Nothing was found, or it is said that no standard here is likely to answer. */
  readonly declined: boolean;
  readonly ms: number;
  /** What a reader sees first. */
  readonly shown: string;
}

/** Shares, 0 to 1, of the questions of a class; of class `none` only `empty`, `declined` and the time. */
export interface QuestionSummary {
  readonly name: QuestionClass | 'all';
  readonly n: number;
  readonly first?: number;
  readonly third?: number;
  readonly empty: number;
  readonly declined: number;
  /** Of those in the first three whose clauses are known. */
  readonly clause?: number;
  readonly among?: number;
  readonly ms: number;
}

/** Clauses that a page shows of its first hit at once. */
const SHOWN = 3;

export function scoreQuestion(
  question: SettledQuestion,
  { hits, best }: Pick<SearchAnswer, 'hits' | 'best'>,
  ms: number,
): QuestionScore {
  const { slugs, answers } = question;
  const rank = hits.findIndex(({ slug }) => slugs.includes(slug)) + 1;
  const right = rank >= 1 && rank <= 3 ? hits[rank - 1] : undefined;
  const isJudged = right !== undefined && right.slug === slugs[0] && answers.size > 0;
  const answering = (right?.clauses ?? [])
    .slice(0, SHOWN)
    .map((each) => answers.has(nameClause(right?.slug ?? '', each)));
  const [top] = hits;
  return {
    question,
    rank,
    ...(isJudged && {
      clause: answering[0] ?? false,
      among: answering.includes(true),
    }),
    empty: hits.length === 0,
    declined: hits.length === 0 || best?.likely === false,
    ms,
    shown: top ? `${top.number} ${top.clauses[0]?.label ?? ''}`.trim() : '',
  };
}

/** Whether a question falls short of what is wanted: the right standard first with the right clause, or no answer where none is. */
export function isMissed({ question, rank, clause, declined }: QuestionScore): boolean {
  return question.name === 'none' ? !declined : rank !== 1 || clause === false;
}

/** A line for each class that was asked, in the order of their first questions, and one for all; `none` is not in the latter. */
export function summarizeQuestions(scores: readonly QuestionScore[]): readonly QuestionSummary[] {
  const groups = [...Map.groupBy(scores, ({ question }) => question.name)];
  const lines = groups.map(([name, own]) => summarize(name, own));
  const answered = scores.filter(({ question }) => question.name !== 'none');
  return answered.length > 0 ? [...lines, summarize('all', answered)] : lines;
}

function summarize(name: QuestionSummary['name'], own: readonly QuestionScore[]): QuestionSummary {
  const share = (part: readonly QuestionScore[], has: (score: QuestionScore) => boolean) =>
    part.filter(has).length / part.length;
  const judged = own.filter(({ clause }) => clause !== undefined);
  return {
    name,
    n: own.length,
    ...(name !== 'none' && {
      first: share(own, ({ rank }) => rank === 1),
      third: share(own, ({ rank }) => rank >= 1 && rank <= 3),
    }),
    empty: share(own, ({ empty }) => empty),
    declined: share(own, ({ declined }) => declined),
    ...(judged.length > 0 && {
      clause: share(judged, ({ clause }) => clause === true),
      among: share(judged, ({ among }) => among === true),
    }),
    ms: quantile(
      own.map((each) => each.ms),
      0.5,
    ),
  };
}
