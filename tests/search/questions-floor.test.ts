import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { openSampleIndex } from '../support/sample-index.ts';
import { ask } from '#search/ask.ts';
import { scoreQuestion, summarizeQuestions } from '../bench/search/question-score.ts';
import type { QuestionSummary } from '../bench/search/question-score.ts';
import { parseQuestions, readPlaces, settleQuestions } from '../bench/search/question-set.ts';
import { measureFirstSearches } from '../bench/search/wire.ts';

/**
 * Least shares of the open questions: first, in the first three, right clause first and among the three shown; most that find nothing or
 * are told that nothing answers. Measured values are in docs/search.md; a floor is a few questions below.
 */
const FLOORS = {
  sentence: { first: 0.78, third: 0.93, clause: 0.58, among: 0.74 },
  words: { first: 0.78, third: 0.92, clause: 0.6, among: 0.72 },
  everyday: { first: 0.86, third: 0.9 },
  english: { first: 0.88, third: 0.95, clause: 0.38, among: 0.6 },
  typo: { first: 0.9, third: 0.95, clause: 0.7, among: 0.8 },
  glued: { first: 1, third: 1, clause: 0.7 },
  all: { first: 0.8, third: 0.92, clause: 0.58, among: 0.74 },
} as const;
const MOST_EMPTY = 0.03;
const MOST_DECLINED = 0.1;
/** Of questions that no standard answers so many are told so. */
const LEAST_HONEST = 0.6;
/** Of an index, on the wire, for a first search; kilobytes. */
const MOST_BYTES = 400;

let summaries: readonly QuestionSummary[] = [];
let bytes: readonly number[] = [];
const of = (name: string) => {
  const line = summaries.find((each) => each.name === name);
  if (!line) throw new Error(`no class ${name}`);
  return line;
};

beforeAll(async () => {
  const { library, index } = await openSampleIndex();
  const engine = openEmbedded(index, () => library.asOf);
  const read = parseQuestions(readFileSync('tests/questions/questions.tsv', 'utf8'));
  const open = read.questions.filter(({ set }) => set === 'open');
  const { questions } = settleQuestions(open, readPlaces(library));
  const scores = [];
  for (const question of questions) {
    const { text, language } = question;
    scores.push(scoreQuestion(question, await ask(engine, { text, language }), 0));
  }
  summaries = summarizeQuestions(scores);
  const some = questions.filter((_, at) => at % 8 === 0);
  bytes = (await measureFirstSearches(index, some)).map((each) => each.bytes);
}, 240_000);

describe('questions in people’s own words, embedded engine', () => {
  test.each(Object.entries(FLOORS))('%s reach %j', (name, floors) => {
    const line = of(name);
    for (const [measure, floor] of Object.entries(floors)) {
      expect(line[measure as keyof typeof floors], measure).toBeGreaterThanOrEqual(floor);
    }
  });

  test('find something, and are seldom told that nothing answers', () => {
    expect(of('all').empty).toBeLessThanOrEqual(MOST_EMPTY);
    expect(of('all').declined).toBeLessThanOrEqual(MOST_DECLINED);
  });

  test('that no standard answers are told so, most of them', () => {
    expect(of('none').declined).toBeGreaterThanOrEqual(LEAST_HONEST);
  });

  test('fetch little as first searches', () => {
    expect(Math.max(...bytes) / 1000).toBeLessThanOrEqual(MOST_BYTES);
  });
});
