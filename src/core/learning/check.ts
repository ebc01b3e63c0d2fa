import type { GlossarySource } from '../glossary/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import { holdsAnswer, judgeGround, listGroundIds } from './ground.ts';
import { findPlace } from './places.ts';
import type { TextFinder } from './places.ts';
import type { PlacedQuestion } from './question.ts';
import type { Course, Lesson } from './read-course.ts';
import type { QuestionBank } from './read-questions.ts';

/** What is checked of what a library teaches. */
export interface Taught {
  readonly courses: readonly Course[];
  readonly banks: readonly QuestionBank[];
  /** Digests of what questions rested on when they were checked, by their ids. */
  readonly checked: ReadonlyMap<string, string>;
  readonly glossary: readonly GlossarySource[];
}

/** Findings about lessons and questions that name what is not there, or what has changed since they were checked. */
export function checkLearning(
  { courses, banks, checked, glossary }: Taught,
  find: TextFinder,
): readonly Diagnostic[] {
  const terms = new Set(glossary.flatMap(({ entries }) => entries.map(({ entry }) => entry.id)));
  const hasTerm = (id: string): boolean => terms.has(id);
  const known = new Map<string, PlacedQuestion>();
  const found: Diagnostic[] = [];
  for (const question of banks.flatMap(({ questions }) => questions)) {
    const first = known.get(question.id);
    if (first) found.push(repeat(question, first));
    else known.set(question.id, question);
    found.push(...checkPlaces(question, find), ...checkGround(question, find, checked));
  }
  for (const course of courses) {
    found.push(...checkClosing(course, known));
    for (const lesson of course.lessons) found.push(...checkSlots(lesson, known, find, hasTerm));
  }
  return found;
}

function repeat({ id, file, range }: PlacedQuestion, first: PlacedQuestion): Diagnostic {
  return makeFinding(file, {
    rule: 'question-duplicate',
    range,
    message: {
      zh: `题目“${id}”在 ${first.file} 里已经有了，这一道不用`,
      en: `The question "${id}" is in ${first.file} already; this one is not used`,
    },
  });
}

function checkPlaces(question: PlacedQuestion, find: TextFinder): readonly Diagnostic[] {
  const { id, file, range, standard } = question;
  if (standard === undefined) return [];
  const named = find(standard);
  const missing = named
    ? listGroundIds(question).filter((each) => !findPlace(named.standard.text, each))
    : [''];
  return missing.map((place) =>
    makeFinding(file, {
      rule: 'question-place',
      range,
      message: missText(id, standard, place),
      hint: {
        zh: '改题目的 standard、clause，或撤下这道题',
        en: 'Mend its standard or clause, or take it out',
      },
    }),
  );
}

function checkGround(
  question: PlacedQuestion,
  find: TextFinder,
  checked: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const { id, file, range } = question;
  const found: Diagnostic[] = [];
  if (judgeGround(question, find, checked.get(id)) === 'changed') {
    found.push(
      makeFinding(file, {
        rule: 'question-stale',
        range,
        message: {
          zh: `${id}：所据的条文在核对之后改过，暂不进结业测验`,
          en: `${id}: what it rests on has changed since it was checked; closing tests leave it out`,
        },
        hint: {
          zh: `对照条文核对题目，然后 npm run std -- questions --checked ${id}`,
          en: `Check the question against the clause, then npm run std -- questions --checked ${id}`,
        },
      }),
    );
  }
  if (!holdsAnswer(question, find)) {
    found.push(
      makeFinding(file, {
        rule: 'question-value',
        range,
        message: {
          zh: `${id}：答案的数没有写在所据的条文里`,
          en: `${id}: the number of the answer does not stand in what it rests on`,
        },
        hint: {
          zh: '核对条文；由条文算出的，写 computed: true',
          en: 'Check the clause; where it is worked out, say computed: true',
        },
      }),
    );
  }
  return found;
}

const missText = (what: string, standard: string, place: string) =>
  place === ''
    ? {
        zh: `${what}：库里没有 ${standard} 的正文`,
        en: `${what}: the text of ${standard} is not here`,
      }
    : { zh: `${what}：${standard} 里没有 #${place}`, en: `${what}: ${standard} has no #${place}` };

function checkClosing(
  { file, ranges, closing }: Course,
  known: ReadonlyMap<string, PlacedQuestion>,
): readonly Diagnostic[] {
  return closing.questions.flatMap((id, at) =>
    known.has(id)
      ? []
      : makeFinding(file, {
          rule: 'lesson-question',
          range: ranges.get(`closing.questions.${at}`) ?? startOfLine(1),
          message: { zh: `题库里没有“${id}”`, en: `The question bank has no "${id}"` },
        }),
  );
}

function checkSlots(
  { file, slots }: Lesson,
  known: ReadonlyMap<string, PlacedQuestion>,
  find: TextFinder,
  hasTerm: (id: string) => boolean,
): readonly Diagnostic[] {
  return slots.flatMap((slot) => {
    const range = startOfLine(slot.line);
    if (slot.kind === 'question') {
      return known.has(slot.id)
        ? []
        : makeFinding(file, {
            rule: 'lesson-question',
            range,
            message: { zh: `题库里没有“${slot.id}”`, en: `The question bank has no "${slot.id}"` },
          });
    }
    if (slot.kind !== 'clause' && slot.kind !== 'term') return [];
    if (slot.standard === undefined) {
      return hasTerm(slot.id)
        ? []
        : makeFinding(file, {
            rule: 'lesson-place',
            range,
            message: {
              zh: `术语表里没有“${slot.id}”`,
              en: `The glossary has no "${slot.id}"`,
            },
          });
    }
    const named = find(slot.standard);
    if (named && findPlace(named.standard.text, slot.id)) return [];
    return makeFinding(file, {
      rule: 'lesson-place',
      range,
      message: missText(`::${slot.kind}`, slot.standard, named ? slot.id : ''),
      hint: { zh: '这里会印出“条文不在”', en: 'The page says that the clause is not there' },
    });
  });
}
