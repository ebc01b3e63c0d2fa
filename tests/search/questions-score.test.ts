import { describe, expect, test } from 'vitest';
import type { ClauseHit, SearchHit } from '#search/contract.ts';
import { isMissed, scoreQuestion, summarizeQuestions } from '../bench/search/question-score.ts';
import { parseQuestions, settleQuestions } from '../bench/search/question-set.ts';
import type { Places, SettledQuestion } from '../bench/search/question-set.ts';

const HEAD = 'id\tset\tclass\tquestion\tstandards\tclauses';
const SLUGS: Readonly<Record<string, string>> = { 'T/A 1': 'a', 'T/B 2': 'b' };
const places: Places = {
  slugOf: (number) => SLUGS[number],
  idOf: (slug, address) => (slug === 'a' && address.startsWith('5') ? `id-${address}` : undefined),
};

/** Questions of a table whose answers are all in the library of this test. */
function settle(...lines: readonly string[]): readonly SettledQuestion[] {
  const { questions, problems } = parseQuestions([HEAD, ...lines].join('\n'));
  const settled = settleQuestions(questions, places);
  expect([...problems, ...settled.problems]).toEqual([]);
  return settled.questions;
}

const clause = (slug: string, id: string): ClauseHit => ({
  path: `/standards/${slug}/#${encodeURIComponent(id)}`,
  label: '5.1',
  title: '',
  snippet: [],
  language: 'zh',
});

function hit(slug: string, ...ids: readonly string[]): SearchHit {
  const clauses = ids.map((id) => clause(slug, id));
  return { slug, number: slug.toUpperCase(), clauses } as unknown as SearchHit;
}

const known = (question: SettledQuestion | undefined): SettledQuestion => {
  if (!question) throw new Error('no question');
  return question;
};
const of = (question: SettledQuestion | undefined, ...hits: readonly SearchHit[]) => {
  return scoreQuestion(known(question), { hits }, 10);
};

describe('the file of questions', () => {
  test('lines are read with their answers in order; English ones are asked in English', () => {
    const text = `\uFEFF${HEAD}\r\n# a note\r\nq1\topen\tsentence\t多久查一次？\tT/A 1| T/B 2\t5.1|5.2\r\n\r\nq2\tkept\tenglish\thow long\tT/B 2\r\n`;
    const { questions, problems } = parseQuestions(text);
    expect(problems).toEqual([]);
    expect(questions).toEqual([
      {
        id: 'q1',
        set: 'open',
        name: 'sentence',
        text: '多久查一次？',
        language: 'zh',
        standards: ['T/A 1', 'T/B 2'],
        clauses: ['5.1', '5.2'],
      },
      {
        id: 'q2',
        set: 'kept',
        name: 'english',
        text: 'how long',
        language: 'en',
        standards: ['T/B 2'],
        clauses: [],
      },
    ]);
  });

  test.each([
    ['a set that is none', 'q\tsecret\twords\t几度\tT/A 1\t'],
    ['a class that is none', 'q\topen\tpoem\t几度\tT/A 1\t'],
    ['no question', 'q\topen\twords\t\tT/A 1\t'],
    ['no answer', 'q\topen\twords\t几度\t\t'],
    ['an answer to what has none', 'q\topen\tnone\t几度\tT/A 1\t'],
    ['a tab too many', 'q\topen\twords\t几度\tT/A 1\t5.1\t\t'],
    ['an id twice', 'first\topen\twords\t几度\tT/A 1\t'],
  ])('%s is refused at its line, and the others are kept', (_, line) => {
    const good = 'first\topen\twords\t几度\tT/A 1\t5.1';
    const { questions, problems } = parseQuestions([HEAD, good, line].join('\n'));
    expect(questions.map(({ id }) => id)).toEqual(['first']);
    expect(problems).toEqual([expect.stringMatching(/^line 3: /)]);
  });

  test.each([
    ['T/C 3\t', 'q: not in the library: T/C 3'],
    ['T/A 1|T/C 3\t5.1', 'q: not in the library: T/C 3'],
    ['T/A 1\t5.1|9', 'q: not in the library: 9'],
    // Clauses are those of the best standard.
    ['T/B 2|T/A 1\t5.1', 'q: not in the library: 5.1'],
  ])('a question whose answer %j the library has not is left out', (answer, problem) => {
    const { questions } = parseQuestions(`q\topen\twords\t几度\t${answer}`);
    expect(settleQuestions(questions, places)).toEqual({ questions: [], problems: [problem] });
  });
});

describe('how an answer is scored', () => {
  const [asked] = settle('q\topen\tsentence\t多久查一次\tT/A 1|T/B 2\t5.1|5.2');

  test.each([
    ['the best first, with its clause', [hit('a', 'id-5.1', 'id-9')], 1, true],
    ['another of its clauses', [hit('a', 'id-5.2')], 1, true],
    ['the clause only opened by a line', [hit('a', 'id-9', 'id-5.1')], 1, false],
    ['no excerpt', [hit('a')], 1, false],
    [
      'another right one first: its clauses are not known',
      [hit('b', 'id-5.1'), hit('a')],
      1,
      undefined,
    ],
    ['third', [hit('x'), hit('y'), hit('a', 'id-5.1')], 3, true],
    ['fourth: not looked at', [hit('x'), hit('y'), hit('z'), hit('a', 'id-5.1')], 4, undefined],
    ['wrong ones', [hit('x', 'id-5.1')], 0, undefined],
    ['nothing', [], 0, undefined],
  ] as const)('%s', (_, hits, rank, shown) => {
    const score = of(asked, ...hits);
    expect([score.rank, score.clause, score.empty]).toEqual([rank, shown, hits.length === 0]);
    expect(isMissed(score)).toBe(rank !== 1 || shown === false);
  });

  test('a question without a clause is judged by its standard alone', () => {
    const [plain] = settle('q\topen\tjob\t我做冷链\tT/B 2\t');
    expect(of(plain, hit('b', 'id-5.1')).clause).toBeUndefined();
    expect(isMissed(of(plain, hit('b')))).toBe(false);
  });

  test('what no standard answers is answered by nothing', () => {
    const [none] = settle('q\topen\tnone\t今天天气\t\t');
    expect(isMissed(of(none))).toBe(false);
    expect(isMissed(of(none, hit('a')))).toBe(true);
    const best = { words: [], likely: false };
    expect(isMissed(scoreQuestion(known(none), { hits: [hit('a')], best }, 10))).toBe(false);
  });

  test('the first three clauses of a hit are shown at once', () => {
    expect(of(asked, hit('a', 'id-9', 'id-8', 'id-5.1'))).toMatchObject({
      clause: false,
      among: true,
    });
    expect(of(asked, hit('a', 'id-9', 'id-8', 'id-7', 'id-5.1')).among).toBe(false);
  });
});

test('shares are of each class and of all that have an answer; the clause is of those it can be judged for', () => {
  const [a, b, c, d, none] = settle(
    'a\topen\tsentence\t一\tT/A 1\t5.1',
    'b\topen\tsentence\t二\tT/A 1\t5.1',
    'c\topen\tsentence\t三\tT/A 1\t5.1',
    'd\topen\twords\t四\tT/B 2\t',
    'e\topen\tnone\t五\t\t',
  );
  const scores = [
    of(a, hit('a', 'id-5.1')),
    of(b, hit('x'), hit('a', 'id-9')),
    of(c),
    of(d, hit('b')),
    of(none),
  ];
  const third = 1 / 3;
  expect(summarizeQuestions(scores)).toEqual([
    {
      name: 'sentence',
      n: 3,
      first: third,
      third: 2 / 3,
      empty: third,
      declined: third,
      clause: 0.5,
      among: 0.5,
      ms: 10,
    },
    { name: 'words', n: 1, first: 1, third: 1, empty: 0, declined: 0, ms: 10 },
    { name: 'none', n: 1, empty: 1, declined: 1, ms: 10 },
    {
      name: 'all',
      n: 4,
      first: 0.5,
      third: 0.75,
      empty: 0.25,
      declined: 0.25,
      clause: 0.5,
      among: 0.5,
      ms: 10,
    },
  ]);
  expect(summarizeQuestions([])).toEqual([]);
});
