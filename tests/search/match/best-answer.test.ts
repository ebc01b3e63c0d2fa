import { assert, array, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchHit, Snippet } from '#search/contract.ts';
import { placeWords } from '#search/match/answer-words.ts';
import { findOtherStatements, listValues } from '#search/match/compare-values.ts';
import { excerptClause, LONGEST_ANSWER, shortenSnippet } from '#search/match/excerpt-clause.ts';

const textOf = (snippet: readonly Snippet[]) => snippet.map(({ text }) => text).join('');
const marksOf = (snippet: readonly Snippet[]) =>
  snippet.filter(({ hit }) => hit).map(({ text }) => text);

describe('the clause of an answer', () => {
  test('is given whole where it has room, with its marks', () => {
    const text = '冷库应配置备用电源，停电后恢复制冷的时间不应超过2 h。';
    const snippet = excerptClause(text, ['停电', '2h']);
    expect(textOf(snippet)).toBe(text);
    expect(marksOf(snippet)).toEqual(['停电', '2 h']);
  });

  test('a longer one gives the sentences that hold most of what is marked', () => {
    const filler = '车辆应保持清洁并按规定停放。'.repeat(40);
    const text = `停电时应登记。${filler}停电超过2 h时应报告。${filler}`;
    const snippet = excerptClause(text, ['停电', '报告', '2h']);
    expect(marksOf(snippet)).toEqual(['停电', '2 h', '报告']);
    expect(textOf(snippet)).toMatch(/^…停电超过2 h时应报告。/u);
    expect(textOf(snippet)).toMatch(/…$/u);
  });

  test('says nothing that the clause does not say, and no more than there is room for', () => {
    const pieces = constantFrom(
      '停电',
      '应报告',
      '。',
      '；',
      '2 h',
      ' ',
      '冷库的温度',
      'Doors shall close. ',
      '𠮷',
    );
    assert(
      property(array(pieces, { maxLength: 200 }), string({ minLength: 1 }), (words, mark) => {
        const text = words.join('');
        const shown = textOf(excerptClause(text, ['停电', '2h', mark]));
        expect(text).toContain(shown.replace(/^…|…$/gu, ''));
        expect(shown.length).toBeLessThanOrEqual(LONGEST_ANSWER + 2);
      }),
    );
  });

  test('is shortened around its first mark', () => {
    const long = [
      { text: '甲'.repeat(300), hit: false },
      { text: '停电', hit: true },
      { text: '乙'.repeat(300), hit: false },
    ];
    const short = shortenSnippet(long, 100);
    expect(marksOf(short)).toEqual(['停电']);
    expect(textOf(short)).toHaveLength(102);
    expect(shortenSnippet(long, 1_000)).toBe(long);
  });
});

test('words are told by where they are: in the clause, elsewhere, nowhere', () => {
  const words = [
    { text: '冷库', found: true },
    { text: '坏了', found: true, as: '故障' },
    { text: '报告', found: true },
    { text: '猫粮', found: false },
  ];
  const { inClause, elsewhere, missing } = placeWords(words, '冷　库制冷机组故障时');
  expect(inClause.map(({ text }) => text)).toEqual(['冷库', '坏了']);
  expect(elsewhere.map(({ text }) => text)).toEqual(['报告']);
  expect(missing.map(({ text }) => text)).toEqual(['猫粮']);
});

const hitOf = (number: string, text: string): SearchHit => ({
  slug: number,
  path: `/standards/${number}/`,
  number,
  title: '冷库',
  titleEn: '',
  hosted: true,
  sample: true,
  facts: {},
  successors: [],
  match: 'text',
  clauses: [
    {
      path: `/standards/${number}/#a`,
      label: '5.1',
      title: '',
      snippet: [{ text, hit: false }],
      language: 'zh',
    },
  ],
  clauseCount: 1,
});

describe('clauses beside the answer', () => {
  const best = {
    words: ['冷库', '停电', '报告'].map((text) => ({ text, found: true })),
    likely: true,
  };
  const question = '冷库停电多久要报告';
  const first = hitOf('DB9902/T 12—2023', '冷库停电超过2 h应报告。');
  const beside = (...others: readonly SearchHit[]) =>
    findOtherStatements(question, best, [first, ...others]).map(({ hit, isEdition }) => [
      hit.number,
      isEdition,
    ]);

  test('state the same quantity with other values', () => {
    expect(beside(hitOf('T/SFCC 9—2024', '冷库停电1 h内报告。'))).toEqual([
      ['T/SFCC 9—2024', false],
    ]);
  });

  test('are none with the same value, in whatever unit', () => {
    expect(beside(hitOf('T/SFCC 9—2024', '冷库停电120 min应报告。'))).toEqual([]);
  });

  test('are none about another quantity, or about something else', () => {
    expect(beside(hitOf('T/SFCC 9—2024', '冷库停电时的报告不少于3份。'))).toEqual([]);
    expect(beside(hitOf('T/SFCC 9—2024', '冷库预冷不应超过12 h。'))).toEqual([]);
  });

  test('are those of another edition, which is told', () => {
    const edition = hitOf('DB9902/T 12—2018', '冷库停电应报告。');
    expect(beside(edition)).toEqual([['DB9902/T 12—2018', true]]);
  });

  test('are asked for by questions of a value alone', () => {
    const other = hitOf('T/SFCC 9—2024', '冷库停电1 h内报告。');
    expect(findOtherStatements('冷库停电谁来报告', best, [first, other])).toEqual([]);
    expect(findOtherStatements(question, best, [])).toEqual([]);
  });

  test('values of hours and minutes are one quantity only where the question asks for time', () => {
    const asked = ['hour', 'minute'] as const;
    expect([...listValues('不超过2 h，-18 ℃', asked).keys()]).toEqual(['hour']);
    expect([...listValues('不超过2 h，-18 ℃', []).keys()].sort()).toEqual(['hour', 'temperature']);
  });
});
