import type {
  DeclaredStatus,
  RecordedStatus,
  ReviewResult,
  Status,
  StatusFlag,
} from '../terms/index.ts';

/**
 * The status a reader is told, from dates and relations. It loads nothing, and has no array methods younger
 * than the browsers the site is made for (Safari 15.4): this file is also shipped to the browser,
 * which works it out again on the day of reading.
 * Days are `YYYY-MM-DD` and compare as text.
 */
export type { Status, StatusFlag };

export interface Successor {
  readonly key: string;
  /** Day it comes into force; absent when not known. */
  readonly implemented?: string;
  readonly partial?: boolean;
}

/** Everything the status depends on, as one small JSON object (`data-facts` of a page). */
export interface StatusFacts {
  /** What the publisher of a hosted standard declares; absent for a catalogue record. */
  readonly declared?: DeclaredStatus;
  readonly issued?: string;
  readonly implemented?: string;
  readonly withdrawn?: string;
  readonly reviews?: readonly {
    readonly date: string;
    readonly result: ReviewResult;
  }[];
  /** Years between reviews of a hosted standard, where they are others than {@link usualReviewYears}. */
  readonly reviewYears?: number;
  /** Standards that replace this one; drafts do not count and are left out. */
  readonly replacedBy?: readonly Successor[];
  /** What a source said on a day, of a standard that is not hosted. */
  readonly recorded?: {
    readonly status: RecordedStatus;
    readonly asOf: string;
  };
}

export interface EffectiveStatus {
  readonly status: Status;
  readonly flags: readonly StatusFlag[];
  /** The day from which the status holds, where known. */
  readonly since?: string;
  /** The day on which the status will change, where one is announced. */
  readonly until?: string;
  /** Keys of the standards in force that replaced the whole of it. */
  readonly replacedBy: readonly string[];
  /** Keys of issued successors whose day has not come. */
  readonly newer: readonly string[];
  /** Keys of the standards in force that replaced a part of it. */
  readonly partlyReplacedBy: readonly string[];
  /** The last review that confirmed it. */
  readonly confirmed?: string;
}

/** Where a library sets no limit between reviews (`deadlines.yaml`): 一般不超过五年, 标准化法 (2017). */
export const usualReviewYears = 5;

const earliest = (days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0];

/** A status that will hold from a day on. */
export interface LaterStatus {
  readonly from: string;
  readonly status: Status;
}

/** The statuses after that of `asOf`, each from its day on, by the days announced so far. */
export function laterStatuses(facts: StatusFacts, asOf: string): readonly LaterStatus[] {
  const days = [facts.implemented, facts.withdrawn];
  for (const { implemented } of facts.replacedBy ?? []) days.push(implemented);
  const announced = days.filter((day) => day !== undefined && day > asOf) as string[];
  if (announced.length === 0) return [];
  let last = effectiveStatus(facts, asOf).status;
  const later: LaterStatus[] = [];
  for (const from of announced.sort()) {
    const { status } = effectiveStatus(facts, from);
    if (status !== last) later.push({ from, status });
    last = status;
  }
  return later;
}

/** The same day so many years later, `YYYY-MM-DD`; 29 February stays as it is, which only comparisons bear. */
export function addYears(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}

/** What replaces a standard, seen from one day. */
interface Succession {
  /** In force, and of the whole of it. */
  readonly arrived: readonly Successor[];
  /** Issued, and of the whole of it; the day has not come. */
  readonly coming: readonly Successor[];
  /** In force, and of a part of it. */
  readonly parts: readonly Successor[];
}

function divideSuccessors({ replacedBy = [], recorded }: StatusFacts, asOf: string): Succession {
  const saidReplaced = recorded?.status === '被代替';
  const inForce = ({ implemented: day }: Successor) =>
    day === undefined ? saidReplaced : day <= asOf;
  const whole = replacedBy.filter((each) => !each.partial);
  return {
    arrived: whole.filter(inForce),
    coming: whole.filter((each) => !inForce(each)),
    parts: replacedBy.filter(
      (each) => each.partial && (!each.implemented || each.implemented <= asOf),
    ),
  };
}

/** A status, with the days between which it holds where they are known. */
type Stage = Pick<EffectiveStatus, 'status' | 'since' | 'until'>;

/** Drafts, and what is no longer in force; null for all else. */
function findEnded(
  { declared, implemented, withdrawn, recorded }: StatusFacts,
  { arrived, coming }: Succession,
  asOf: string,
): Stage | null {
  if (declared === 'draft') return { status: '草案' };
  if (arrived.length > 0) {
    const days = arrived.map((each) => each.implemented);
    const since = days.some((day) => day === undefined)
      ? withdrawn
      : earliest([...days, withdrawn]);
    return { status: '被代替', since };
  }
  if (withdrawn !== undefined && withdrawn <= asOf) return { status: '废止', since: withdrawn };
  if (withdrawn === undefined && declared === 'withdrawn') return { status: '废止' };
  if (withdrawn === undefined && recorded?.status === '废止') {
    // A successor that had come when the source said so is why: until its day the standard held.
    const { asOf: said } = recorded;
    const isEarlier =
      (implemented !== undefined && implemented > asOf) ||
      coming.some(({ implemented: day }) => day !== undefined && day <= said);
    if (!isEarlier) return { status: '废止' };
  }
  if (recorded?.status === '被代替' && coming.length === 0)
    return { status: '被代替', since: withdrawn };
  return null;
}

/** What is not yet in force, and what nobody says it of; null for what is in force. */
function findNotInForce(
  { issued, implemented, recorded }: StatusFacts,
  asOf: string,
): Stage | null {
  if (implemented !== undefined && implemented > asOf)
    return { status: '即将实施', since: issued, until: implemented };
  if (recorded?.status === '未知') return { status: '未知' };
  if (implemented !== undefined) return null;
  if (recorded === undefined) return { status: '未知' };
  return recorded.status === '即将实施' ? { status: '即将实施', since: issued } : null;
}

type Review = NonNullable<StatusFacts['reviews']>[number];

/** What a reader is told beside 现行. */
function flagReviews(
  { declared, implemented, withdrawn }: StatusFacts,
  last: Review | undefined,
  asOf: string,
  reviewYears: number,
): readonly StatusFlag[] {
  const flags: StatusFlag[] = [];
  // A review that came to a withdrawal is over once its day is announced.
  const isEnding = last?.result === '废止' && withdrawn !== undefined;
  if (last !== undefined && !isEnding)
    flags.push(last.result === '继续有效' ? 'confirmed' : 'under-review');
  const reviewed = last?.date ?? implemented;
  if (declared !== undefined && reviewed !== undefined && addYears(reviewed, reviewYears) < asOf)
    flags.push('review-overdue');
  return flags;
}

/**
 * The status on the day `asOf`. Until a new edition is implemented the old one stays 现行 and carries
 * `newer-edition-issued`. `reviewYears` is the limit between reviews, as `deadlines.yaml`
 * sets it; it is applied to hosted standards only, since nothing is known of the reviews of others.
 */
export function effectiveStatus(
  facts: StatusFacts,
  asOf: string,
  reviewYears = facts.reviewYears ?? usualReviewYears,
): EffectiveStatus {
  const succession = divideSuccessors(facts, asOf);
  const { arrived, coming, parts } = succession;
  const reviews = (facts.reviews ?? [])
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const confirmed = reviews.filter(({ result }) => result === '继续有效').pop()?.date;
  const build = (
    { status, since, until }: Stage,
    flags: readonly StatusFlag[],
  ): EffectiveStatus => ({
    status,
    flags,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    replacedBy: arrived.map(({ key }) => key),
    newer: coming.map(({ key }) => key),
    partlyReplacedBy: parts.map(({ key }) => key),
    ...(confirmed !== undefined && { confirmed }),
  });

  const ended = findEnded(facts, succession, asOf);
  if (ended) {
    const isUndated = ended.status === '废止' && ended.since === undefined;
    return build(ended, isUndated ? ['withdrawal-undated'] : []);
  }
  const flags: StatusFlag[] = parts.length > 0 ? ['partly-replaced'] : [];
  const notInForce = findNotInForce(facts, asOf);
  if (notInForce) return build(notInForce, flags);
  if (coming.length > 0) flags.push('newer-edition-issued');
  flags.push(...flagReviews(facts, reviews[reviews.length - 1], asOf, reviewYears));
  const days = coming.map(({ implemented }) => implemented);
  const until = earliest([...days, facts.withdrawn]);
  return build({ status: '现行', since: facts.implemented, until }, flags);
}
