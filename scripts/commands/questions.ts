import { join } from 'node:path';
import { createTextFinder, digestGround, judgeGround } from '#core/learning/index.ts';
import type { PlacedQuestion } from '#core/learning/index.ts';
import { checkedFile } from '#library/learning.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readArguments } from '../lib/arguments.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'questions',
  summary: {
    zh: '题目所据的条文变了没有；核对过的登记下来',
    en: 'whether the clauses that questions rest on have changed; note those that were checked',
  },
  usage: {
    zh: 'std questions [--checked [题目 …]]\n列出所据条文改过、没有了的题目。对照条文核对以后，用 --checked 登记；不写题目就登记所有还没有登记过的。',
    en: 'std questions [--checked [ID …]]\nLists questions whose clause has changed or is gone. Check them against the clause, then note them with --checked; without ids all that were never noted.',
  },
  async run({ argv, library: dir, json, stdout }) {
    const { values, positionals } = readArguments(argv, { checked: { type: 'boolean' } }, true);
    const ids: readonly string[] = positionals;
    const library = await openLibrary({ dir });
    const find = createTextFinder(library.catalog, library.body);
    const states = listQuestions(library).map((question) => ({
      question,
      state: judgeGround(question, find, library.checked.get(question.id)),
    }));
    if (values.checked) {
      const chosen = states.filter(({ question, state }) =>
        ids.length > 0 ? ids.includes(question.id) : state === 'unchecked',
      );
      refuseUnknown(ids, states);
      const noted = new Map(library.checked);
      for (const { question } of chosen) {
        const digest = digestGround(question, find);
        if (digest !== undefined) noted.set(question.id, digest);
      }
      writeChecked(dir, noted, new Set(states.map(({ question }) => question.id)));
      stdout.write(
        json
          ? `${JSON.stringify({ checked: chosen.map(({ question }) => question.id) })}\n`
          : `登记 ${chosen.length} 题 · ${chosen.length} questions noted\n`,
      );
      return 0;
    }
    const stale = states.filter(({ state }) => state === 'changed' || state === 'gone');
    for (const { question, state } of stale) {
      const { id, file, range } = question;
      stdout.write(
        json
          ? `${JSON.stringify({ id, file, line: range.start.line, state })}\n`
          : `${file}:${range.start.line}  ${id}  ${state === 'gone' ? '条文没有了 clause gone' : '条文改过 clause changed'}\n`,
      );
    }
    const waiting = states.filter(({ state }) => state === 'unchecked').length;
    if (!json)
      stdout.write(
        `${states.length} 题，待核对 ${stale.length}，未登记 ${waiting} · ${states.length} questions, ${stale.length} to be checked, ${waiting} never noted\n`,
      );
    return stale.length > 0 ? 1 : 0;
  },
};

const listQuestions = ({ banks }: Library): readonly PlacedQuestion[] =>
  banks.flatMap(({ questions }) => questions);

function refuseUnknown(
  ids: readonly string[],
  states: readonly { readonly question: PlacedQuestion }[],
): void {
  const known = new Set(states.map(({ question }) => question.id));
  const [wrong] = ids.filter((id) => !known.has(id));
  if (wrong === undefined) return;
  throw new Problem(
    { zh: `题库里没有“${wrong}”`, en: `The question bank has no "${wrong}"` },
    {
      zh: '题目的标识在 questions/ 的文件里',
      en: 'Ids of questions stand in the files of questions/',
    },
  );
}

/** Writes what was noted of the questions that there are, in the order of their ids. */
function writeChecked(
  dir: string,
  noted: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): void {
  const lines = [...noted]
    .filter(([id]) => known.has(id))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, digest]) => `${id}\t${digest}`);
  const head = '# 题目核对时所据条文的摘要，由 std questions --checked 登记';
  writeAtomically(join(dir, checkedFile), `${[head, ...lines].join('\n')}\n`);
}
