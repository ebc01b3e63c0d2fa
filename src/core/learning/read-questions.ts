import type { Bilingual, Diagnostic, Range } from '../model/diagnostic.ts';
import { fileStart, startReport } from '../text/report.ts';
import type { Report } from '../text/report.ts';
import { readYaml, validateYaml } from '../text/syntax/yaml-data.ts';
import { learningWords } from './words.ts';
import type { PlacedQuestion, Task } from './question.ts';
import { learningId, questionShape } from './schema.ts';
import type { QuestionShape } from './schema.ts';

/** The questions of one file of `questions/`. */
export interface QuestionBank {
  /** The name of the file. */
  readonly topic: string;
  readonly file: string;
  readonly questions: readonly PlacedQuestion[];
}

const words = learningWords({ zh: '题库文件', en: 'question file' });

/** One file of `questions/`; questions that cannot be used are left out, each with findings at its lines. */
export function readQuestions(
  source: string,
  file: string,
): { readonly model: QuestionBank | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const topic = /([^/]*)\.yaml$/.exec(file)?.[1] ?? '';
  const read = (): QuestionBank | null => {
    const { data, ranges } = readYaml(source, 0, words, report);
    if (data === undefined) return null;
    if (!learningId.test(topic) || !Array.isArray(data)) {
      report.add({
        rule: 'learning-value',
        range: fileStart,
        message: learningId.test(topic)
          ? { zh: '题库文件应是一列题目', en: 'A question file is a list of questions' }
          : {
              zh: `文件名“${topic.slice(0, 60)}”不能作题目的主题`,
              en: `The file name "${topic.slice(0, 60)}" cannot be a topic`,
            },
        hint: { zh: '见 docs/courses.md', en: 'See docs/courses.md' },
      });
      return null;
    }
    const placed = splitRanges(ranges);
    const questions = data.flatMap((each: unknown, at): readonly PlacedQuestion[] => {
      const own = placed.get(at) ?? new Map<string, Range>();
      const shape = validateYaml(questionShape, each, own, words, report);
      const range = own.get('id') ?? ranges.get(String(at)) ?? fileStart;
      const task = shape && toTask(shape, own.get('answer') ?? range, report);
      return shape && task ? [toQuestion(shape, task, { topic, file, range })] : [];
    });
    return { topic, file, questions };
  };
  return { model: read(), diagnostics: report.found };
}

/** Places of keys, by the item of the list that they stand in. */
function splitRanges(
  ranges: ReadonlyMap<string, Range>,
): ReadonlyMap<number, ReadonlyMap<string, Range>> {
  const found = new Map<number, Map<string, Range>>();
  for (const [path, range] of ranges) {
    const [, at, rest] = /^(\d+)(?:\.(.*))?$/.exec(path) ?? [];
    if (at === undefined) continue;
    const own = found.get(Number(at)) ?? new Map<string, Range>();
    found.set(Number(at), own.set(rest ?? '', range));
  }
  return found;
}

function toQuestion(
  shape: QuestionShape,
  task: Task,
  place: { readonly topic: string; readonly file: string; readonly range: Range },
): PlacedQuestion {
  const { id, language, ask, why, level, standard, clause, source } = shape;
  return {
    ...task,
    id,
    language,
    ask,
    why,
    level,
    standard: standard?.replaceAll('—', '-'),
    clauses: clause === undefined ? [] : [clause].flat(),
    source: typeof source === 'string' ? { what: source } : source,
    ...place,
  };
}

/** What is to be answered; null, with a finding, where no answer is right or more than one could be. */
function toTask(shape: QuestionShape, range: Range, report: Report): Task | null {
  const refuse = (message: Bilingual): null => {
    report.add({
      rule: 'question-answer',
      range,
      message: { zh: `${shape.id}：${message.zh}`, en: `${shape.id}: ${message.en}` },
      hint: { zh: '见 docs/courses.md“题目”', en: 'See docs/courses.md, “questions”' },
    });
    return null;
  };
  switch (shape.kind) {
    case 'single':
    case 'several':
      return toChoice(shape, refuse);
    case 'order':
      return new Set(shape.items).size < shape.items.length
        ? refuse({
            zh: '两项相同，次序说不清',
            en: 'two items are the same; their order is unclear',
          })
        : { kind: 'order', items: shape.items };
    case 'match':
      return new Set(shape.pairs.map(([left]) => left)).size < shape.pairs.length
        ? refuse({ zh: '左边有两项相同', en: 'two items on the left are the same' })
        : { kind: 'match', pairs: shape.pairs };
    case 'number':
      return { kind: 'number', ...shape.answer, computed: shape.computed };
    case 'find':
      return shape.standard === undefined
        ? refuse({ zh: '没有说在哪一项标准里找（standard）', en: 'it says no standard to look in' })
        : { kind: 'find', answer: [shape.answer].flat() };
  }
}

function toChoice(
  shape: Extract<QuestionShape, { readonly kind: 'single' | 'several' }>,
  refuse: (message: Bilingual) => null,
): Task | null {
  const { kind, options, answer } = shape;
  if (new Set(options).size < options.length)
    return refuse({ zh: '两个选项相同', en: 'two options are the same' });
  const given = [answer].flat();
  const places = given.map((each) => (typeof each === 'number' ? each : options.indexOf(each)));
  const missing = given[places.findIndex((at) => at < 0 || at >= options.length)];
  if (missing !== undefined)
    return refuse({
      zh: `答案“${missing}”不是选项（序号从0起，或写选项的文字）`,
      en: `the answer "${missing}" is none of the options (a place counted from 0, or the text)`,
    });
  const computed = shape.kind === 'single' && shape.computed;
  return { kind, options, answer: [...new Set(places)].sort((a, b) => a - b), computed };
}
