import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '#library/open.ts';
import { ask } from '#search/ask.ts';
import type { SearchAnswer, SearchRequest } from '#search/contract.ts';
import { openSampleEngines } from '../bench/search/engines.ts';
import type { Engines } from '../bench/search/engines.ts';

let library: Library;
let engines: Engines;

beforeAll(async () => {
  ({ library, engines } = await openSampleEngines());
}, 120_000);

afterAll(() => engines.close());

const both = async (request: SearchRequest) =>
  Promise.all([engines.embedded.search(request), engines.meilisearch.search(request)]);
const firstThree = ({ hits }: SearchAnswer) => hits.slice(0, 3).map(({ slug }) => slug);
const answerOf = ({ hits }: SearchAnswer) => hits[0]?.clauses[0]?.path;

/** Sentences of clauses with words left out, by a sequence that is always the same. */
function listQuestions(): readonly SearchRequest[] {
  let state = 7;
  const random = () =>
    (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return library.rows.flatMap(({ slug }) => {
    const { text, english } = library.body(slug);
    return [...(['zh', 'en'] as const)].flatMap((language): readonly SearchRequest[] => {
      const own = language === 'zh' ? text : english;
      const clauses = (own?.clauses ?? []).filter((each) => each.text.length > 25);
      return [0, 1, 2].flatMap(() => {
        const clause = clauses[Math.floor(random() * clauses.length)];
        const sentence = clause?.text.split(/[。；\n]/)[0] ?? '';
        const words =
          language === 'zh'
            ? [...segmenter.segment(sentence)].map(({ segment }) => segment)
            : sentence.split(' ');
        const kept = words.slice(0, 18).filter(() => random() > 0.35);
        const question = kept.join(language === 'zh' ? '' : ' ');
        return question.length > 6 ? [{ text: question, language, best: true }] : [];
      });
    });
  });
}

describe('what holds most of a question', () => {
  test('is the same on both engines: the first three, and the clause that answers', async () => {
    const questions = listQuestions();
    expect(questions.length).toBeGreaterThan(80);
    let alike = 0;
    let clauses = 0;
    for (const question of questions) {
      const [one, other] = await both(question);
      if (firstThree(one).join() === firstThree(other).join()) alike += 1;
      if (answerOf(one) === answerOf(other)) clauses += 1;
    }
    expect(alike / questions.length).toBeGreaterThanOrEqual(0.9);
    expect(clauses / questions.length).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ['冷库停电多久要上报', 'zh'],
    ['How often is a temperature recorder calibrated', 'en'],
    ['冷库停电以后货物怎么处理', 'zh'],
  ] as const)('%s: the answer is quoted alike', async (text, language) => {
    const [one, other] = await both({ text, language, best: true });
    const quoteOf = ({ hits }: SearchAnswer) =>
      hits[0]?.clauses[0]?.snippet
        .map((piece) => piece.text)
        .join('')
        .replace(/\s/g, '');
    expect(quoteOf(one)?.length).toBeGreaterThan(0);
    expect(quoteOf(other)).toBe(quoteOf(one));
    expect(other.best).toEqual(one.best);
  });

  test.each([
    ['冷库停电多久要上报', 'zh'],
    ['How often is a temperature recorder calibrated', 'en'],
    ['我开冷库，要符合哪些标准', 'zh'],
  ] as const)('%s: filters narrow it and its counts add up', async (text, language) => {
    for (const engine of [engines.embedded, engines.meilisearch]) {
      const facets = ['kind', 'status'] as const;
      const all = await engine.search({ text, language, best: true, facets, size: 30 });
      const kinds = all.facets.kind ?? [];
      expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
      const [kind] = kinds;
      const filters = { kind: [kind?.value ?? ''] };
      const some = await engine.search({ text, language, best: true, filters, size: 30 });
      expect(some.total).toBe(kind?.count);
      const kept = new Set(some.hits.map(({ slug }) => slug));
      expect(all.hits.filter(({ slug }) => kept.has(slug)).map(({ slug }) => slug)).toEqual([
        ...kept,
      ]);
    }
  });

  test.each([
    ['db9902t12-2023第7.4.1条', '7.4.1'],
    ['DB9902/T 12—2023 的 7.4.1', '7.4.1'],
    ['DB9902/T 12—2023 7.1', '7.1'],
    ['T/SFJD 005 6.1', '6.1'],
    ['tsfjd005-2024附录A', '附录A'],
  ])('%s opens the clause', async (text, label) => {
    for (const engine of [engines.embedded, engines.meilisearch]) {
      const { hits } = await ask(engine, { text, language: 'zh' });
      expect(hits[0]?.match).toBe('number');
      expect(hits[0]?.clauses[0]?.label).toBe(label);
    }
  });

  test.each(['DB9902/T 13', 'GB/T 1.9—2020', 'db9902t99', 'DB3799/T 4321-2019'])(
    '%s, a number that is not held, is answered by its neighbours and no clause with its digits',
    async (text) => {
      for (const engine of [engines.embedded, engines.meilisearch]) {
        const { hits, best } = await ask(engine, { text, language: 'zh' });
        expect(hits.filter(({ match }) => match !== 'number')).toEqual([]);
        expect(best).toBeUndefined();
      }
    },
  );

  test.each([
    '有问必答'.repeat(400),
    '的',
    '怎么办',
    '？',
    'why',
    'qué что 何 무엇 τι',
    '\u0000\uffff',
    '%_"\'\\',
  ])('an honest answer to %j', async (text) => {
    for (const engine of [engines.embedded, engines.meilisearch]) {
      const answer = await ask(engine, { text, language: 'zh' });
      expect(answer.hits.every(({ slug }) => slug !== '')).toBe(true);
      expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
    }
  });
});
