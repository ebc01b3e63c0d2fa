import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { ExampleFiles, Examples } from '../rule.ts';

/** A question bank twice, wrong and right. */
const bank = (bad: string, good: string): Examples<ExampleFiles> => ({
  bad: { 'questions/a.yaml': bad },
  good: { 'questions/a.yaml': good },
});

/** A question of the bank, as far as an example does not say it. */
const question = (says = 'options: [甲, 乙], answer: 0', id = 'q-a'): string =>
  `- { id: ${id}, kind: single, ask: 哪一个？, why: 因为是它。, ${says} }\n`;

const outline =
  'id: a\ntitle: { zh: 样例, en: Sample }\nfor: { zh: 企业, en: Enterprises }\naims: [会用]\nminutes: 5\nlessons: [01-b]\nclosing: { questions: [q-a] }\n';

/** A course of one lesson with its question. */
const course = (lesson: string): ExampleFiles => ({
  'courses/a/course.yaml': outline,
  'courses/a/01-b.md': `---\ntitle: 样例\nminutes: 5\n---\n\n${lesson}\n`,
  'questions/a.yaml': question(),
});

/** Rests on the first clause of the standard. */
const grounded = 'options: [甲, 乙], answer: 0, standard: DB9999/T 1—2024, clause: "1"';

/** Examples of the rules of courses and questions. */
export const learningExamples = {
  'learning-unknown-key': bank(question('options: [甲, 乙], answer: 0, hint: 甲'), question()),
  'learning-value': bank(question('options: [甲, 乙], answer: 0, level: 9'), question()),
  'learning-yaml': bank('- { id: q-a\n', question()),
  'lesson-directive': {
    bad: course('::clause{standard="DB9999/T 1—2024"}'),
    good: course('::clause{standard="DB9999/T 1—2024" id="1"}'),
  },
  'lesson-missing': {
    bad: { 'courses/a/course.yaml': outline, 'questions/a.yaml': question() },
    good: course('样例。'),
  },
  'lesson-place': {
    bad: course('::clause{standard="DB9999/T 1—2024" id="gone"}'),
    good: course('::clause{standard="DB9999/T 1—2024" id="1"}'),
  },
  'lesson-question': {
    bad: course('::question{id="q-b"}'),
    good: course('::question{id="q-a"}'),
  },
  'question-answer': bank(question('options: [甲, 乙], answer: 丙'), question()),
  'question-duplicate': bank(question() + question(), question() + question(undefined, 'q-b')),
  'question-place': bank(question(grounded.replace('"1"', 'gone')), question(grounded)),
  'question-stale': {
    bad: { 'questions/a.yaml': question(grounded), 'questions/checked.tsv': 'q-a\tanother\n' },
    good: { 'questions/a.yaml': question(grounded) },
  },
  'question-value': bank(
    question(grounded.replace('甲', '987 mm')),
    question(`${grounded.replace('甲', '987 mm')}, computed: true`),
  ),
} satisfies Readonly<Partial<Record<ParseRuleId, Examples<ExampleFiles>>>>;
