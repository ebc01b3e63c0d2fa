import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCourse, readQuestions } from '#core/learning/index.ts';
import { mergeProgress, noProgress, readProgress } from '#core/learning/progress.ts';
import { readLesson } from '#core/learning/read-lesson.ts';
import { renderLesson } from '#core/learning/render-lesson.ts';

const draw = (markdown: string) => {
  const { parts, ...rest } = renderLesson(markdown, (path) => `/base${path}`);
  const html = parts.map((part) => ('html' in part ? part.html : `{${part.slot.kind}}`)).join('');
  return { html, ...rest };
};
const lesson = (body: string) =>
  readLesson(`---\ntitle: 样例\nminutes: 5\n---\n${body}\n`, 'courses/a/01-b.md');
const rulesOf = (body: string) =>
  lesson(body).diagnostics.map(({ rule, range }) => `${rule} ${range.start.line}`);

describe('a lesson', () => {
  it('is drawn with callouts, tables, formulae, links of the site and slots in their places', () => {
    const { html, headings, hasMath } = draw(
      '## 一\n\n见[查新](/tools/validity/?on=2026-01-01&a=1)。\n\n:::tip\n留意 $a^2$\n\n::clause{standard="DB9902/T 1—2024" id="scope"}\n:::\n\n| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |\n\n::question{id="q-a"}\n',
    );
    expect(html).toContain('<h2 id="part-1">一</h2>');
    expect(html).toContain('href="/base/tools/validity/?on=2026-01-01&amp;a=1"');
    expect(html).toMatch(/<aside class="callout callout-tip">\s*<p>留意 <span class="katex">/);
    expect(html).toMatch(/\{clause\}\s*<\/aside>/);
    expect(html).toContain('<td align="right">2</td>');
    expect(html).toContain('{question}');
    expect(headings).toEqual([{ id: 'part-1', text: '一' }]);
    expect(hasMath).toBe(true);
  });

  it('keeps ::: and directives in code as they are typed, and colons in sentences', () => {
    const { html } = draw(
      '```text\n:::note\n::clause{id="a"}\n:::\n```\n\n时间8:30，比例1:b，见:note。\n',
    );
    expect(html).toContain(':::note\n::clause{id="a"}\n:::');
    expect(html).toContain('时间8:30，比例1:b，见:note。');
    expect(rulesOf('```text\n:::wrong\n:::\n```')).toEqual([]);
  });

  it('has a finding at its line for what is not printed as it is typed', () => {
    expect(rulesOf('正文。\n\n<script>alert(1)</script>')).toEqual(['html-neutralised 7']);
    expect(rulesOf('正<b>文</b>。')).toEqual(['html-neutralised 5', 'html-neutralised 5']);
    expect(rulesOf('[甲](javascript:alert(1))')).toEqual(['link-unsafe 5']);
    expect(rulesOf('[甲](//other.example/)')).toEqual(['link-unsafe 5']);
    expect(rulesOf('![甲](https://other.example/a.png)')).toEqual(['image-unsafe 5']);
    expect(rulesOf(':::danger\n甲\n:::')).toEqual(['directive-unknown 5']);
    expect(rulesOf('::video{src="a.mp4"}')).toEqual(['directive-unknown 5']);
    expect(rulesOf('::clause{id="scope"}')).toEqual(['lesson-directive 5']);
    expect(rulesOf('::figure{src="../a.svg" alt="甲"}')).toEqual(['lesson-directive 5']);
    expect(rulesOf('$\\frac{1$')).toEqual(['formula-invalid 5']);
    const broken = readLesson('---\ntitle: [样例\n---\n', 'courses/a/01-b.md');
    expect(broken.model).toBeNull();
    expect(broken.diagnostics.map(({ rule }) => rule)).toContain('front-matter-yaml');
  });

  it('lets no script, handler, style or foreign address through, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '<svg onload=alert(1)>',
      '[a](javascript:alert(1))',
      '![b](data:text/html,x)',
      '<div class="slot" data-slot="0"></div>',
      ':::note{onclick="alert(1)" style="x" class="evil"}',
      '::clause{standard="<b>" id="\\"><script>"}',
      ':::',
      '\n\n',
      '## t {onclick=x}',
      '| a |\n| - |\n| <i> |',
      '[^1]\n\n[^1]: <script>x</script>',
      '[r][r]\n\n[r]: vbscript:x',
      '`<b>`',
      '$<b>$',
      '\uE000x\uE001',
      '- a\n  - <style>*{}</style>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (list) => {
        const { html } = draw(list.join('\n\n'));
        const tags = (html.match(/<[a-z][^>]*>/gi) ?? []).filter(
          (tag) =>
            !/katex|mathml/i.test(html) ||
            !/^<(?:span|math|m|semantics|annotation|svg|path)/.test(tag),
        );
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<(?:script|style|img|svg|iframe|form|input)/i);
          expect(tag).not.toMatch(/ on\w+=| style=|javascript:|vbscript:|data:/i);
          expect(tag).not.toContain('evil');
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('courses and questions', () => {
  it('that are broken have one finding at their line, and the rest is read', () => {
    expect(readCourse('id: [a\n', 'courses/a/course.yaml').diagnostics[0]).toMatchObject({
      rule: 'learning-yaml',
    });
    const question = (id: string, says: string) =>
      `- { id: ${id}, ask: 甲？, why: 乙。, ${says} }\n`;
    const { model, diagnostics } = readQuestions(
      question('q-a', 'kind: single, options: [甲, 乙]') +
        question('q-b', 'kind: single, options: [甲, 乙], answer: 乙') +
        question('q-c', 'kind: several, options: [甲, 乙], answer: [0, 5]') +
        question('q-d', 'kind: single, options: [甲, 甲], answer: 0') +
        question('q-e', 'kind: find, answer: scope'),
      'questions/a.yaml',
    );
    expect(model?.questions).toMatchObject([
      { id: 'q-b', kind: 'single', answer: [1], topic: 'a' },
    ]);
    expect(diagnostics.map(({ rule, range }) => `${rule} ${range.start.line}`)).toEqual([
      'learning-value 1',
      'question-answer 3',
      'question-answer 4',
      'question-answer 5',
    ]);
  });
});

describe('a file of progress', () => {
  const card = {
    topic: 'a',
    due: '2026-12-01T00:00:00.000Z',
    stability: 2,
    difficulty: 3,
    scheduled_days: 1,
    learning_steps: 0,
    reps: 1,
    lapses: 0,
    state: 1,
    last_review: '2026-11-30T00:00:00.000Z',
  };
  const progress = {
    ...noProgress,
    lessons: { 'a/01-b': '2026-11-30' },
    tests: { a: { day: '2026-11-30', right: 8, of: 10, passed: true } },
    cards: { 'q-a': card },
  };

  it('gives back what was saved', () => {
    expect(readProgress(JSON.stringify(progress))).toEqual({ progress });
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-progress'],
    ['{"format":"other"}', 'not-progress'],
    [JSON.stringify({ ...progress, version: 2 }), 'other-version'],
    [' '.repeat(50_000_000), 'too-long'],
  ] as const)('that is none says why (%#)', (text, fault) => {
    expect(readProgress(text)).toEqual({ fault });
  });

  it('leaves out entries that are not whole, and touches no prototype', () => {
    const text = JSON.stringify({
      ...progress,
      lessons: { 'a/01-b': 5, 'a/02-c': '2026-11-30', '../x': '2026-11-30' },
      cards: { 'q-a': { ...card, state: 9 }, 'q-b': { ...card, due: 'never' } },
    }).replace(
      '"tests":{',
      '"tests":{"__proto__":{"day":"2026-11-30","right":1,"of":1,"passed":true},',
    );
    const read = readProgress(text);
    expect(read).toMatchObject({ progress: { lessons: { 'a/02-c': '2026-11-30' }, cards: {} } });
    expect(Object.keys('progress' in read ? read.progress.lessons : {})).toEqual(['a/02-c']);
  });

  it('joins another: first day, best test, latest card', () => {
    const other = {
      ...noProgress,
      lessons: { 'a/01-b': '2026-11-01', 'a/02-c': '2026-11-02' },
      tests: { a: { day: '2026-11-01', right: 5, of: 10, passed: false } },
      cards: { 'q-a': { ...card, reps: 7, last_review: '2026-12-01T00:00:00.000Z' } },
    };
    const joined = mergeProgress(progress, other);
    expect(joined.lessons).toEqual({ 'a/01-b': '2026-11-01', 'a/02-c': '2026-11-02' });
    expect(joined.tests['a']?.right).toBe(8);
    expect(joined.cards['q-a']?.reps).toBe(7);
    expect(mergeProgress(other, progress)).toEqual(joined);
  });
});
