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
  readonly empty: boolean;
  readonly ms: number;
  /** What a reader sees first. */
  readonly shown: string;
}

/** Shares, 0 to 1, of the questions of a class; of class `none` only `empty` and the time. */
export interface QuestionSummary {
  readonly name: QuestionClass | 'all';
  readonly n: number;
  readonly first?: number;
  readonly third?: number;
  readonly empty: number;
  /** Of those in the first three whose clauses are known. */
  readonly clause?: number;
  readonly ms: number;
}

export function scoreQuestion(
  question: SettledQuestion,
  { hits }: Pick<SearchAnswer, 'hits'>,
  ms: number,
): QuestionScore {
  const { slugs, answers } = question;
  const rank = hits.findIndex(({ slug }) => slugs.includes(slug)) + 1;
  const right = rank >= 1 && rank <= 3 ? hits[rank - 1] : undefined;
  const [excerpt] = right?.clauses ?? [];
  const isJudged = right !== undefined && right.slug === slugs[0] && answers.size > 0;
  const [top] = hits;
  return {
    question,
    rank,
    ...(isJudged && {
      clause: excerpt !== undefined && answers.has(nameClause(right.slug, excerpt)),
    }),
    empty: hits.length === 0,
    ms,
    shown: top ? `${top.number} ${top.clauses[0]?.label ?? ''}`.trim() : '',
  };
}

/** Whether a question falls short of what is wanted: the right standard first with the right clause, or no answer where none is. */
export function isMissed({ question, rank, clause, empty }: QuestionScore): boolean {
  return question.name === 'none' ? !empty : rank !== 1 || clause === false;
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
    ...(judged.length > 0 && { clause: share(judged, ({ clause }) => clause === true) }),
    ms: quantile(
      own.map((each) => each.ms),
      0.5,
    ),
  };
}
