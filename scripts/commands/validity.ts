import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { isDay } from '#core/base/day.ts';
import { writeCsv } from '#core/render/csv.ts';
import { checkRows, indexKnown, listKnown, tabulate, verdictWords } from '#core/validity/index.ts';
import type { CheckedNumber } from '#core/validity/index.ts';
import { readListFile } from '#import/list/index.ts';
import { openLibrary } from '#library/open.ts';
import { today } from '#library/cache-folder.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readArguments } from '../lib/arguments.ts';
import { explainUnreadable } from '../lib/unreadable.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'validity',
  summary: {
    zh: '查新：一张清单里的标准，哪些现行、哪些被代替',
    en: 'Check a list: which of its standards are in force, which are replaced',
  },
  usage: {
    zh: `用法：npm run std -- validity 清单文件 [--on 日期] [--out 结果.xlsx|结果.csv] [--json]
清单可以是 XLSX、DOCX、CSV 或文本，编号写在哪一列、夹在文字里都行；逐行报告，库里没有的不下结论。
--on 日期      按哪一天算，YYYY-MM-DD；不给是今天
--out 文件     把结果写成 .xlsx 或 .csv
退出状态：0 全部现行；1 有要处理的；2 用法错误或文件读不通。`,
    en: `Usage: npm run std -- validity FILE [--on DAY] [--out RESULT.xlsx|RESULT.csv] [--json]
The list may be XLSX, DOCX, CSV or plain text, its numbers in any column or in running text. Nothing is concluded of what the
library does not hold.
--on DAY       the day to check for, YYYY-MM-DD; today unless given
--out FILE     write the result as .xlsx or .csv
Exit status: 0 all are in force; 1 some need work; 2 usage, or a file that cannot be read.`,
  },
  run,
};

async function run({ argv, json, library: dir, stdout }: CommandContext): Promise<ExitStatus> {
  const { file, day, out } = readOptions(argv);
  const list = readListFile(readInput(file));
  if ('zh' in list) throw unreadable(file, list);
  const { catalog } = await openLibrary({ dir, asOf: day });
  const known = indexKnown(listKnown(catalog));
  if (known.byKey.size === 0) throw emptyLibrary();
  const checked = [...checkRows(list.rows, known, day)];
  if (out !== undefined) await writeResult(out, checked);
  const answer = { day, standards: known.byKey.size, format: list.format, notices: list.notices };
  stdout.write(
    json
      ? `${JSON.stringify({ ...answer, numbers: checked.map(toJson) }, null, 2)}\n`
      : describe(checked, answer),
  );
  return checked.every(({ verdict }) => verdict === 'valid') ? 0 : 1;
}

function readOptions(argv: readonly string[]) {
  const { values, positionals } = readArguments(
    argv,
    { on: { type: 'string' }, out: { type: 'string' } },
    true,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw usage({ zh: '要给一个清单文件。', en: 'Name one file with the list.' });
  }
  const { on: day = today(), out } = values;
  if (!isDay(day)) throw usage({ zh: `“${day}”不是日期。`, en: `"${day}" is not a day.` });
  if (out !== undefined && !/\.(?:xlsx|csv)$/i.test(out)) {
    throw usage({
      zh: `结果写成 .xlsx 或 .csv，不能是 ${extname(out) || out}。`,
      en: `A result is written as .xlsx or .csv, not ${extname(out) || out}.`,
    });
  }
  return { file, day, out };
}

/** The bytes of the list. */
function readInput(file: string): Uint8Array {
  try {
    if (statSync(file).size > 1024 ** 3) throw new Error('more than 1 GB');
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, explainUnreadable(error));
  }
}

async function writeResult(out: string, checked: readonly CheckedNumber[]): Promise<void> {
  const { heads, rows } = tabulate(checked, 'zh');
  if (/\.csv$/i.test(out)) {
    writeAtomically(out, writeCsv([heads, ...rows]));
    return;
  }
  const cells = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  const options = { sheet: '查新', stickyRowsCount: 1 };
  writeAtomically(out, await writeExcelFile(cells, options).toBuffer());
}

interface Answer {
  readonly day: string;
  readonly standards: number;
  readonly notices: readonly { readonly zh: string; readonly en: string }[];
}

function describe(checked: readonly CheckedNumber[], { day, standards, notices }: Answer): string {
  const { rows } = tabulate(checked, 'zh');
  const lines = rows.map(([place, written, , title, verdict, edition, , , , chain, , note]) =>
    [
      `${place}`,
      written,
      verdict,
      edition && edition !== written ? edition : '',
      title,
      chain && `→ ${chain}`,
      note,
    ]
      .filter(Boolean)
      .join('  ')
      .replace(/\p{Cc}/gu, '\ufffd'),
  );
  const counts = verdictWords.flatMap(({ verdict, zh, en }) => {
    const count = checked.filter((each) => each.verdict === verdict).length;
    return count > 0 ? [`  ${zh} ${en}：${count}`] : [];
  });
  return [
    ...notices.flatMap(({ zh, en }) => [zh, en]),
    ...lines,
    '',
    `${day}，共 ${checked.length} 个编号，对照 ${standards} 项 · ${checked.length} numbers against ${standards} standards`,
    ...counts,
    '',
  ].join('\n');
}

function toJson({ number: _number, standard, near, successors, ...rest }: CheckedNumber): object {
  return {
    ...rest,
    ...(standard && {
      standard: { key: standard.key, number: standard.number, title: standard.title },
    }),
    successors: successors.map(({ key, implemented }) => ({ key, implemented })),
    near: near.map(({ standard: { key, title }, level }) => ({ key, title, level })),
    ...(rest.title && { title: { ...rest.title, owner: rest.title.owner?.key } }),
  };
}

function usage(what: { readonly zh: string; readonly en: string }): Problem {
  return new Problem(
    what,
    {
      zh: '例：npm run std -- validity 清单.xlsx',
      en: 'For example: npm run std -- validity list.xlsx',
    },
    { exitCode: 2 },
  );
}

function unreadable(file: string, reason: { readonly zh: string; readonly en: string }): Problem {
  return new Problem(
    { zh: `${file} 读不通：${reason.zh}。`, en: `${file} cannot be read: ${reason.en}.` },
    {
      zh: '要给的是 XLSX、DOCX、CSV 或文本文件；没有写任何结果。',
      en: 'Give an XLSX, a DOCX, a CSV or a text file; no result was written.',
    },
    { exitCode: 2 },
  );
}

function emptyLibrary(): Problem {
  return new Problem(
    { zh: '库里没有可以对照的标准。', en: 'The library has nothing to check against.' },
    { zh: '先运行 npm run std -- check 看看。', en: 'Run npm run std -- check to see why.' },
  );
}
