import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ActRefused, applyPlan, planDecisions, planGathering } from '#acts/index.ts';
import type { CommentsSent } from '#acts/index.ts';
import { countComments, sumUp } from '#core/comments/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { largestComments, readCommentsFile, readRows } from '#import/comments/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { tableEndings, writeProjectTable } from '#publish/comments/table-files.ts';
import { readArguments } from '../lib/arguments.ts';
import { explainUnreadable } from '../lib/unreadable.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'comments',
  summary: {
    zh: '征求意见：汇总收到的意见，写出意见汇总处理表，读回处理意见',
    en: 'gather comments on a draft, write their table, read decisions back',
  },
  usage: {
    zh: `std comments 文件… --project 项目 [--out 表.xlsx|表.docx] [--dry-run] [--json]
std comments --decided 表.xlsx --project 项目 [--dry-run]
文件是征求意见页做出的 JSON、CSV，或按章条编号、修改意见、理由填的 CSV、XLSX；读不懂的、别的项目的逐个说明，不影响其余。
重复的只记一次。意见记入 projects/项目/comments.yaml，不记姓名和联系方式；已有的处理意见不动。
--out 写出意见汇总处理表；不给文件时只写表。在 .xlsx 里填好处理意见和理由，用 --decided 读回，读不通的一行也不记；
.docx 供归档和会签，栏目相同，不读回。
有文件或行没有读入时退出码为 1。`,
    en: `std comments FILES… --project ID [--out TABLE.xlsx|TABLE.docx] [--dry-run] [--json]
std comments --decided TABLE.xlsx --project ID [--dry-run]
Files are the JSON or CSV that the page of a draft makes, or a CSV or XLSX with the columns 章条编号, 修改意见 and 理由. What cannot be
read, or is of another project, is named; the rest is gathered. Doubles count once. Comments go into projects/ID/comments.yaml
without names of persons; decisions that are there stay.
--out writes 意见汇总处理表, without files only that. Fill in 处理意见 and 备注/理由 in the .xlsx and read it back with --decided: all of
it or nothing. The .docx has the same columns, to be filed and signed; it is not read back.
Exit status 1 when a file or a row was not taken.`,
  },
  run,
};

const mostFiles = 2000;

async function run({ argv, json, library: dir, stdout }: CommandContext): Promise<ExitStatus> {
  const { values, positionals } = readArguments(
    argv,
    {
      project: { type: 'string' },
      out: { type: 'string' },
      decided: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
    true,
  );
  const { project: id, out, decided } = values;
  const isIdle = positionals.length === 0 && out === undefined && decided === undefined;
  if (id === undefined || isIdle || (decided !== undefined && positionals.length > 0))
    throw usage({ zh: '要说明项目和做什么。', en: 'Name the project and what to do.' });
  const ending = tableEndings.find((each) => out?.toLowerCase().endsWith(`.${each}`));
  if (out !== undefined && ending === undefined)
    throw usage({
      zh: '意见汇总处理表写成 .xlsx 或 .docx。',
      en: 'The table is written as .xlsx or .docx.',
    });
  if (positionals.length > mostFiles)
    throw usage({
      zh: `一次至多 ${mostFiles} 个文件。`,
      en: `At most ${mostFiles} files at once.`,
    });
  const library = await openLibrary({ dir });
  const project = library.projects.find((each) => each.id === id);
  if (!project) throw noProject(id, library);
  const result = refuseAsProblem(() =>
    decided === undefined
      ? planGathering(library, id, positionals.map(readSent))
      : planDecisions(library, id, readTable(decided)),
  );
  const { plan, comments } = result;
  if (!values['dry-run']) {
    refuseAsProblem(() => applyPlan(dir, plan));
    if (out !== undefined && ending !== undefined)
      writeAtomically(out, await writeProjectTable(ending, project, comments));
  }
  const counts = countComments(comments);
  if (json)
    stdout.write(
      `${JSON.stringify({ project: id, ...counts, refused: result.refused, told: result.told })}\n`,
    );
  else for (const { zh, en } of [...result.told, sumUp(counts)]) stdout.write(`${zh}\n  ${en}\n`);
  return result.refused > 0 ? 1 : 0;
}

function readSent(file: string): CommentsSent {
  const bytes = readBounded(file);
  return { name: basename(file), read: 'zh' in bytes ? bytes : readCommentsFile(bytes) };
}

function readTable(file: string): ReturnType<typeof readRows> {
  const bytes = readBounded(file);
  return 'zh' in bytes ? bytes : readRows(bytes);
}

/** What an act refuses, as the command line says it. */
function refuseAsProblem<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ActRefused) throw new Problem(error.what, error.hint, { cause: error });
    throw error;
  }
}

function readBounded(file: string): Uint8Array | Bilingual {
  try {
    const found = statSync(file);
    if (!found.isFile()) return { zh: '不是文件', en: 'it is no file' };
    if (found.size > largestComments)
      return { zh: '太大，不像意见', en: 'it is too large for comments' };
    return readFileSync(file);
  } catch (error) {
    return explainUnreadable(error);
  }
}

function usage(what: Bilingual): Problem {
  return new Problem(
    what,
    {
      zh: '用法：npm run std -- comments --help',
      en: 'Usage: npm run std -- comments --help',
    },
    { exitCode: 2 },
  );
}

function noProject(id: string, { projects }: Library): Problem {
  const names = projects.map((each) => each.id).join('、');
  return new Problem(
    { zh: `没有项目“${id}”。`, en: `There is no project "${id}".` },
    { zh: `现有项目：${names}`, en: `Projects: ${names}` },
    { exitCode: 2 },
  );
}
