import { isObject, parseJson } from '../base/json.ts';

/** A question in the queue of repetition: when it is due again, and what the schedule knows of it. */
export interface QueuedCard {
  /** The bank that the question stands in. */
  readonly topic: string;
  /** ISO 8601, as are all times here. */
  readonly due: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduled_days: number;
  readonly learning_steps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly last_review?: string;
}

/** A closing test that was taken. */
export interface TestResult {
  readonly day: string;
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
}

/** What a reader has learnt, as the browser keeps it and as a file moves it. */
export interface Progress {
  readonly format: typeof progressFormat;
  readonly version: typeof progressVersion;
  /** The day each lesson was read, by `course/lesson`. */
  readonly lessons: Readonly<Record<string, string>>;
  /** The best closing test of each course. */
  readonly tests: Readonly<Record<string, TestResult>>;
  readonly cards: Readonly<Record<string, QueuedCard>>;
}

const progressFormat = 'biaolian-learning';
const progressVersion = 1;
/** Longest file of progress that is read, in characters. */
export const longestProgress = 2_000_000;

/** Why a file of progress cannot be read. */
export type ProgressFault = 'too-long' | 'not-json' | 'not-progress' | 'other-version';

/** Nothing learnt yet. */
export const noProgress: Progress = {
  format: progressFormat,
  version: progressVersion,
  lessons: {},
  tests: {},
  cards: {},
};

/** Progress from the text of a file, or why it is none. Entries that are not whole are left out, keys like `__proto__` among them. */
export function readProgress(
  text: string,
): { readonly progress: Progress } | { readonly fault: ProgressFault } {
  if (text.length > longestProgress) return { fault: 'too-long' };
  const data = parseJson(text);
  if (data === undefined) return { fault: 'not-json' };
  if (!isObject(data) || data['format'] !== progressFormat) return { fault: 'not-progress' };
  if (data['version'] !== progressVersion) return { fault: 'other-version' };
  return {
    progress: {
      ...noProgress,
      lessons: pickEntries(data['lessons'], isDay),
      tests: pickEntries(data['tests'], isResult),
      cards: pickEntries(data['cards'], isCard),
    },
  };
}

/** Two states of learning as one: the first day of each lesson, the best of each test, of each card the one seen last. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  return {
    ...noProgress,
    lessons: join(one.lessons, other.lessons, (a, b) => (a <= b ? a : b)),
    tests: join(one.tests, other.tests, (a, b) => (b.right / b.of > a.right / a.of ? b : a)),
    cards: join(one.cards, other.cards, (a, b) =>
      (b.last_review ?? '') > (a.last_review ?? '') ? b : a,
    ),
  };
}

function join<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  choose: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const joined: Record<string, T> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = Object.hasOwn(joined, key) ? joined[key] : undefined;
    joined[key] = before === undefined ? value : choose(before, value);
  }
  return joined;
}

const key = /^[a-z0-9][a-z0-9-]{0,79}(?:\/[a-z0-9][a-z0-9-]{0,79})?$/;
const most = 20_000;

function pickEntries<T>(
  value: unknown,
  isWhole: (each: unknown) => each is T,
): Readonly<Record<string, T>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, most)
      .filter((entry): entry is [string, T] => key.test(entry[0]) && isWhole(entry[1])),
  );
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 40 && !Number.isNaN(Date.parse(value));

const isResult = (value: unknown): value is TestResult =>
  isObject(value) &&
  isDay(value['day']) &&
  isCount(value['right']) &&
  isCount(value['of']) &&
  value['of'] > 0 &&
  value['right'] <= value['of'] &&
  typeof value['passed'] === 'boolean';

const counts = ['stability', 'difficulty', 'scheduled_days', 'learning_steps', 'reps', 'lapses'];

const isCard = (value: unknown): value is QueuedCard =>
  isObject(value) &&
  typeof value['topic'] === 'string' &&
  key.test(value['topic']) &&
  isTime(value['due']) &&
  counts.every((name) => isCount(value[name])) &&
  [0, 1, 2, 3].includes(value['state'] as number) &&
  (value['last_review'] === undefined || isTime(value['last_review']));
