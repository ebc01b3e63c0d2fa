import { memo } from '#core/base/memo.ts';
import { createTextFinder, findPlace, judgeGround, listGroundIds } from '#core/learning/index.ts';
import type { PlacedQuestion, Question, Task } from '#core/learning/index.ts';
import type { Library } from '#library/open.ts';

/** The questions of a library by their ids; the first of those that share one. */
const questionsOf = memo(({ banks }: Library): ReadonlyMap<string, PlacedQuestion> => {
  const found = new Map<string, PlacedQuestion>();
  for (const question of banks.flatMap(({ questions }) => questions))
    if (!found.has(question.id)) found.set(question.id, question);
  return found;
});

/** A question of the bank by its id; undefined where there is none. */
export function findQuestion(library: Library, id: string): PlacedQuestion | undefined {
  return questionsOf(library).get(id);
}

/** Whether a question may be asked in a test: what it rests on is there, and as it was when somebody checked it. */
export function isAskable(library: Library, question: Question): boolean {
  const find = createTextFinder(library.catalog, library.body);
  return !['changed', 'gone'].includes(
    judgeGround(question, find, library.checked.get(question.id)),
  );
}

/** A question as pages show it, with the clauses that prove its answer. */
export function showQuestion(
  library: Library,
  { file: _file, range: _range, ...question }: PlacedQuestion,
) {
  const find = createTextFinder(library.catalog, library.body);
  const named = question.standard === undefined ? undefined : find(question.standard);
  return {
    ...question,
    /** All that marking an answer needs. */
    task: pickTask(question),
    stale: !isAskable(library, question),
    proof: named && {
      slug: named.entry.slug,
      number: named.entry.number,
      hasEnglish: named.standard.english !== undefined,
      places: listGroundIds(question).flatMap((id) => {
        const { clause, exhibit } = findPlace(named.standard.text, id) ?? {};
        const place = exhibit ?? clause;
        return place ? [{ id: place.id, label: place.label }] : [];
      }),
    },
  };
}

export type ShownQuestion = ReturnType<typeof showQuestion>;

function pickTask(question: Question): Task {
  switch (question.kind) {
    case 'single':
    case 'several': {
      const { kind, options, answer, computed } = question;
      return { kind, options, answer, computed };
    }
    case 'order':
      return { kind: question.kind, items: question.items };
    case 'match':
      return { kind: question.kind, pairs: question.pairs };
    case 'number': {
      const { kind, value, unit, tolerance, computed } = question;
      return { kind, value, unit, tolerance, computed };
    }
    case 'find':
      return { kind: question.kind, answer: question.answer };
  }
}
