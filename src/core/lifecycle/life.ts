import type { CatalogEntry } from '../catalog/index.ts';
import type { ReviewResult, LifeStage } from '../terms/index.ts';
import { lifeStageTerms, pick } from '../terms/index.ts';
import { addSpan } from './days.ts';
import type { DeadlinesFile, Limit, LimitPoint } from './schema.ts';

/** A stage that a standard has gone through, or that is announced. */
export interface LifeStep {
  readonly stage: LifeStage;
  readonly began: string;
  readonly ended?: string | undefined;
  readonly until?: string | undefined;
  readonly result?: ReviewResult | undefined;
}

/** Something to be done by a day, or not before it. */
export interface Due {
  /** Id of the limit; `until` of a stage whose last day was announced, `begins` of a stage that is announced. */
  readonly limit: string;
  /** The stage that is waited for. */
  readonly stage: LifeStage;
  readonly bound: Limit['bound'];
  readonly from: string;
  readonly day: string;
  /** The day on which it was done. */
  readonly done?: string;
}

/** What stages are called in English; in Chinese they are called as they are written. */
export const stageNamesEn: Readonly<Record<LifeStage, string>> = pick(lifeStageTerms, 'en');

/** Whether a stage goes on for days. */
export function lasts(stage: LifeStage): boolean {
  return lifeStageTerms.some(({ value, lasts: goesOn }) => value === stage && goesOn);
}

/** The last day of a step: the day itself of one that is done on one day; undefined while it goes on. */
function endOf(step: LifeStep): string | undefined {
  return step.ended ?? (lasts(step.stage) ? undefined : step.began);
}

/** The stage on a day: of the steps that have begun the last; undefined before the first. */
export function stepOn(steps: readonly LifeStep[], day: string): LifeStep | undefined {
  return steps.filter(({ began }) => began <= day).at(-1);
}

/**
 * What the facts of a standard say of its life: issue, filing, implementation, reviews and withdrawal, in the order of
 * days.
 */
export function stepsOfStandard({
  issued,
  implemented,
  withdrawn,
  row,
}: StandardDays): readonly LifeStep[] {
  const { recorded, reviews = [] } = row?.meta ?? {};
  const steps: LifeStep[] = [];
  const add = (stage: LifeStage, began: string | undefined): void => {
    if (began !== undefined) steps.push({ stage, began });
  };
  add('发布', issued);
  add('备案', recorded);
  add('实施', implemented);
  for (const { date, result } of reviews) {
    // What a review decided on has its own day; a review that is under way has no end.
    steps.push({ stage: '复审', began: date, ended: date, result });
  }
  add('废止', withdrawn);
  return steps.toSorted((a, b) => (a.began < b.began ? -1 : a.began > b.began ? 1 : 0));
}

export type StandardDays = Pick<CatalogEntry, 'issued' | 'implemented' | 'withdrawn' | 'row'>;

/** Steps of a project with those that only its standard knows of, in the order of days where they are added. */
export function joinSteps(
  own: readonly LifeStep[],
  ofStandard: readonly LifeStep[],
): readonly LifeStep[] {
  const joined = [...own];
  for (const step of ofStandard) {
    if (own.some(({ stage }) => stage === step.stage)) continue;
    const after = joined.findIndex(({ began }) => began > step.began);
    joined.splice(after < 0 ? joined.length : after, 0, step);
  }
  return joined;
}

/**
 * What is due in a life, done or not, by day. Of limits that hold for a kind; nothing is due any more where `over` says that
 * the life has come to its end (given up, withdrawn, replaced), but what was done stays.
 */
export function listDues(
  steps: readonly LifeStep[],
  kind: string | undefined,
  { limits, holidays, workdays }: DeadlinesFile,
  over = false,
): readonly Due[] {
  const dues: Due[] = [];
  for (const { id, kinds, from, to, bound, span } of limits) {
    if (kind === undefined || (kinds.length > 0 && !kinds.includes(kind))) continue;
    const begin = findBegin(steps, from);
    if (!begin) continue;
    const done = steps.slice(begin.at).find((step, index) => {
      const day = dayAt(step, to);
      return isAt(step, to) && day !== undefined && (index > 0 || day > begin.day);
    });
    const day = addSpan(begin.day, span, { holidays, workdays });
    const end = done && dayAt(done, to);
    dues.push({
      limit: id,
      stage: to.stage,
      bound,
      from: begin.day,
      day,
      ...(end !== undefined && { done: end }),
    });
  }
  for (const step of steps) {
    const { stage, began, until, ended } = step;
    if (until !== undefined) {
      const done = ended !== undefined && { done: ended };
      dues.push({ limit: 'until', stage, bound: '至多', from: began, day: until, ...done });
    }
  }
  return dues
    .filter(({ done }) => !over || done !== undefined)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function isAt(step: LifeStep, { stage, result }: LimitPoint): boolean {
  return step.stage === stage && (result === undefined || step.result === result);
}

function dayAt(step: LifeStep, { day }: LimitPoint): string | undefined {
  return day === 'ended' ? endOf(step) : step.began;
}

/** The last day that a limit begins with, and where its step stands. */
function findBegin(
  steps: readonly LifeStep[],
  points: readonly LimitPoint[],
): { readonly at: number; readonly day: string } | undefined {
  let last: { readonly at: number; readonly day: string } | undefined;
  for (const [at, step] of steps.entries()) {
    for (const point of points) {
      const day = isAt(step, point) ? dayAt(step, point) : undefined;
      if (day !== undefined && (last === undefined || day >= last.day)) last = { at, day };
    }
  }
  return last;
}
