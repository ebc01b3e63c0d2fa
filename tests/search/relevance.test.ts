import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import type { ClassName, QueryCase } from '../bench/search/case.ts';
import { buildCases } from '../bench/search/cases.ts';
import { openSampleEngines } from '../bench/search/engines.ts';
import type { Engines } from '../bench/search/engines.ts';
import { SAMPLE_DAY } from '../support/sample-index.ts';
import { scoreCases, summarize } from '../bench/search/score.ts';
import type { CaseScore, ClassScore } from '../bench/search/score.ts';

/** What a class must reach on the sample library, with either engine. */
interface Floor {
  readonly measure: 'first' | 'third' | 'recall' | 'clause';
  readonly least: number;
}

const FLOORS: readonly (readonly [ClassName, Floor])[] = [
  ['number variants', { measure: 'first', least: 1 }],
  ['exact titles', { measure: 'first', least: 0.97 }],
  ['title fragments', { measure: 'recall', least: 0.98 }],
  ['pinyin', { measure: 'recall', least: 0.95 }],
  ['pinyin', { measure: 'third', least: 0.95 }],
  ['homophone typos', { measure: 'third', least: 0.9 }],
  ['traditional', { measure: 'third', least: 0.95 }],
  ['clause phrases', { measure: 'recall', least: 0.95 }],
  ['clause phrases', { measure: 'clause', least: 0.95 }],
  ['references', { measure: 'first', least: 1 }],
];

/** Of the larger classes one question in so many is asked: each kind of spelling is still there many times. */
const ASKED: Readonly<Partial<Record<ClassName, number>>> = {
  'number variants': 7,
  references: 3,
};

/** Questions of the classes that must reach something. */
function chooseCases(library: Library): readonly QueryCase[] {
  const judged = new Set(FLOORS.map(([name]) => name));
  return buildCases(library, { sample: 60 }).filter(
    ({ name }, at) => judged.has(name) && at % (ASKED[name] ?? 1) === 0,
  );
}

/** Questions that fall short of a measure, as they were asked. */
function listShort(scores: readonly CaseScore[], measure: Floor['measure']): readonly string[] {
  const isShort = ({ rank, recall, clause }: CaseScore): boolean =>
    ({
      first: rank !== 1,
      third: rank < 1 || rank > 3,
      recall: recall < 1,
      clause: clause === false,
    })[measure];
  return scores.filter(isShort).map(({ query, rank, recall }) => {
    const wanted = [...(query.best ?? query.relevant)].slice(0, 3).join(' ');
    return `${JSON.stringify(query.text)} rank ${rank} recall ${recall.toFixed(2)}: ${wanted}`;
  });
}

/** Thousands of questions, on a machine that may be busy. */
const PATIENCE_MS = 900_000;

let engines: Engines;
let cases: readonly QueryCase[];

beforeAll(async () => {
  const sample = await openSampleEngines();
  cases = chooseCases(sample.library);
  ({ engines } = sample);
}, PATIENCE_MS);
afterAll(() => engines?.close());

test('the questions are the same each time, and enough of them', async () => {
  const again = chooseCases(await openLibrary({ dir: 'content', asOf: SAMPLE_DAY }));
  expect(again).toEqual(cases);
  const sizes = Map.groupBy(cases, ({ name }) => name);
  for (const [name] of FLOORS) {
    expect(sizes.get(name)?.length, name).toBeGreaterThan(name === 'number variants' ? 200 : 40);
  }
});

describe.each(['embedded', 'meilisearch'] as const)('%s', (name) => {
  let scores: readonly CaseScore[];
  let classes: ReadonlyMap<ClassName, ClassScore>;

  beforeAll(async () => {
    scores = await scoreCases(engines[name], cases, 4);
    classes = new Map(summarize(scores).map((each) => [each.name, each]));
  }, PATIENCE_MS);

  test.each(FLOORS)('%s: %j', (asked, { measure, least }) => {
    const own = scores.filter(({ query }) => query.name === asked);
    const reached = classes.get(asked)?.[measure] ?? 0;
    expect(reached, listShort(own, measure).join('\n')).toBeGreaterThanOrEqual(least);
  });
});
