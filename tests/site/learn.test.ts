import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createTextFinder,
  findPlace,
  generateQuestions,
  judgeGround,
} from '#core/learning/index.ts';
import type { Question, TextFinder } from '#core/learning/index.ts';
import { isRight } from '#core/learning/mark.ts';
import { renderLesson } from '#core/learning/render-lesson.ts';
import { projectRoot } from '#library/code-digest.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { exportStandard } from '#site/files/exports.ts';
import { listPages } from '#site/routes.ts';
import { viewLesson } from '#site/views/learn.ts';
import { viewBank, viewTest } from '#site/views/practice.ts';

let library: Library;
let find: TextFinder;
let questions: readonly Question[];

beforeAll(async () => {
  library = await openLibrary({ dir: join(projectRoot, 'content'), asOf: '2026-11-30' });
  find = createTextFinder(library.catalog, library.body);
  questions = library.banks.flatMap((bank) => bank.questions);
}, 120_000);

/** The answer that a question calls right. */
function rightAnswer(question: Question): Parameters<typeof isRight>[1] {
  switch (question.kind) {
    case 'single':
    case 'several':
      return { kind: 'choice', chosen: question.answer };
    case 'order':
      return { kind: 'order', items: question.items };
    case 'match':
      return { kind: 'match', chosen: question.pairs.map(([, right]) => right) };
    case 'number':
      return { kind: 'number', text: `${question.value} ${question.unit}` };
    case 'find':
      return { kind: 'find', path: question.answer.slice(0, 1) };
  }
}

describe('the training base of the samples', () => {
  it('has six courses of five to eight lessons and a bank of 240 questions or more, all without a finding', () => {
    expect(library.courses).toHaveLength(6);
    for (const { id, lessons } of library.courses) {
      expect(lessons.length, id).toBeGreaterThanOrEqual(5);
      expect(lessons.length, id).toBeLessThanOrEqual(8);
    }
    expect(questions.length).toBeGreaterThanOrEqual(240);
    const found = library.diagnostics.filter(({ file }) => /^(?:courses|questions)\//.test(file));
    expect(
      found.map(({ file, range, message }) => `${file}:${range.start.line} ${message.zh}`),
    ).toEqual([]);
  });

  it('has for each question an answer that marks as right, and for each about a text its clause as it was checked', () => {
    for (const question of questions) {
      expect(isRight(question, rightAnswer(question)), question.id).toBe(true);
      expect(judgeGround(question, find, library.checked.get(question.id)), question.id).toBe(
        'kept',
      );
    }
    for (const { id, standard } of questions.filter(
      (question) => question.standard !== undefined,
    )) {
      expect(library.checked.has(id), `${id} about ${standard} was never checked`).toBe(true);
    }
  });

  it('links to pages that there are', () => {
    const paths = new Set([...listPages(library)].map(({ path }) => path));
    const missing = library.courses.flatMap(({ id, lessons }) =>
      lessons.flatMap(({ slug, body }) => {
        const links: string[] = [];
        renderLesson(body, (path) => {
          links.push(path);
          return path;
        });
        return links
          .map((path) => decodeURI(path).replace(/[?#].*$/, ''))
          .filter((path) => !paths.has(path))
          .map((path) => `${id}/${slug} ${path}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('a standard that changes', () => {
  const lessonOf = (shown: Library) =>
    viewLesson(shown, { course: 'read-a-standard', lesson: '04-verbs' });

  it('makes the lessons that show its clauses other pages, by its text and by its status', () => {
    const before = JSON.stringify(lessonOf(library));
    const entry = library.catalog.bySlug('db9902-t-12-2023');
    const row = entry?.row;
    if (!entry || !row) throw new Error('the sample is not there');
    const withRow = (digest: string): Library => ({
      ...library,
      catalog: {
        ...library.catalog,
        resolve: (key, dated) => {
          const found = library.catalog.resolve(key, dated);
          return found.kind !== 'unknown' && found.entry === entry
            ? { ...found, entry: { ...entry, row: { ...row, digest } } }
            : found;
        },
      },
    });
    expect(JSON.stringify(lessonOf(withRow('another')))).not.toBe(before);
    expect(before).toContain('"status":"现行"');
  });

  it('marks the questions about the clause as stale: not asked in tests, marked in the bank', () => {
    const asked = viewTest(library, { course: 'use-standards' });
    const grounded = asked.questions.find(
      ({ standard, clauses }) => standard && clauses.length > 0,
    );
    if (!grounded) throw new Error('no question of the test rests on a clause');
    const changed: Library = {
      ...library,
      checked: new Map([...library.checked, [grounded.id, 'another']]),
    };
    const later = viewTest(changed, { course: 'use-standards' });
    expect(later.questions.map(({ id }) => id)).not.toContain(grounded.id);
    expect(later.left).toBe(asked.left + 1);
    const bank = viewBank(changed, { value: grounded.topic });
    expect(bank.questions.filter(({ stale }) => stale).map(({ id }) => id)).toEqual([grounded.id]);
  });

  it('is seen where a number, a table or a clause below is another one, and nowhere else', () => {
    const question = questions.find(({ id }) => id === 'q-t12-arrival');
    const named = question?.standard === undefined ? undefined : find(question.standard);
    if (!question || !named) throw new Error('the sample is not there');
    const { text } = named.standard;
    const place = findPlace(text, question.clauses[0] ?? '');
    if (!place) throw new Error('the clause is not there');
    const checked = library.checked.get(question.id);
    const withText =
      (changed: typeof text): TextFinder =>
      () => ({
        ...named,
        standard: { ...named.standard, text: changed },
      });
    const rewrite = (at: number) =>
      withText({
        ...text,
        clauses: text.clauses.map((clause, index) =>
          index === at ? { ...clause, text: `${clause.text} 另有规定。` } : clause,
        ),
      });
    const other = text.clauses.findIndex(({ id }) => id === 'handover');
    expect(judgeGround(question, rewrite(other), checked)).toBe('kept');
    const table = text.exhibits.findIndex(({ clause, rows }) => clause === place.at && rows);
    const inTable = withText({
      ...text,
      exhibits: text.exhibits.map((exhibit, index) =>
        index === table
          ? {
              ...exhibit,
              rows: exhibit.rows?.map((row) => row.map((cell) => cell.replace('-15', '-16'))) ?? [],
            }
          : exhibit,
      ),
    });
    expect(table).toBeGreaterThanOrEqual(0);
    expect(judgeGround(question, inTable, checked)).toBe('changed');
    const gone = withText({ ...text, clauses: [], exhibits: [], provisions: [] });
    expect(judgeGround(question, gone, checked)).toBe('gone');
  });
});

describe('questions made from a text', () => {
  type Ground = Parameters<typeof generateQuestions>[0];
  const groundOf = (slug: string): Ground =>
    exportStandard(library.body(slug), {
      status: '现行',
      since: undefined,
      until: undefined,
      successors: [],
    }) as Ground;

  it('are the same each time, have one right option, and name a clause that there is', () => {
    let made = 0;
    for (const { slug } of library.rows) {
      const ground = groundOf(slug);
      const all = generateQuestions(ground);
      expect(generateQuestions(structuredClone(ground))).toEqual(all);
      expect(generateQuestions(ground, 'en').map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { options, answer, clauses, quote, id } of all) {
        expect(answer, id).toHaveLength(1);
        expect(new Set(options).size, id).toBe(options.length);
        expect(options.length, id).toBeGreaterThanOrEqual(3);
        expect(ground.text.clauses.map((each) => each.id)).toContain(clauses[0]);
        const right = options[answer[0] ?? 0] ?? '';
        // Where something is to be filled in, the rest does not tell it.
        const told = /^-?\d+(?:\.\d+)?/.exec(right)?.[0] ?? right;
        expect(quote.includes('＿＿') && quote.includes(told), id).toBe(false);
      }
      made += all.length;
    }
    expect(made).toBeGreaterThan(200);
  });

  it('offer no value that equals the right one, whatever the limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -2000, max: 2000 }),
          fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
        ),
        fc.constantFrom('min', '%', '', '℃'),
        fc.string({ minLength: 2, maxLength: 10 }),
        (value, unit, slug) => {
          const written = `${value} ${unit}`.trim();
          const text = `货物在月台上的时间不应超过${written}的规定值`;
          const start = text.indexOf(written);
          const ground: Ground = {
            slug,
            number: 'DB9999/T 1—2024',
            text: {
              clauses: [{ id: 'a', label: '4.1' }],
              terms: [],
              provisions: [
                {
                  id: 'a.p1',
                  clause: 'a',
                  type: 'requirement',
                  verb: '不应',
                  text,
                  limits: [
                    {
                      object: '',
                      comparator: '<=',
                      isCondition: false,
                      text: written,
                      start,
                      end: start + written.length,
                      quantity: { kind: 'value', value, unit, start, end: start + written.length },
                    },
                  ],
                },
              ],
            },
          };
          const made = generateQuestions(ground).filter(({ quote }) => quote.includes('＿＿'));
          expect(made).toHaveLength(value === 0 ? 0 : 1);
          for (const { options, answer } of made) {
            const numbers = options.map((option) => Number.parseFloat(option));
            expect(numbers[answer[0] ?? 0]).toBe(value);
            expect(new Set(numbers).size).toBe(numbers.length);
          }
        },
      ),
    );
  });
});
