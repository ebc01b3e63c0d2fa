import { today } from '#library/cache-folder.ts';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';
import { hasFindings, importSystem } from '#import/system/index.ts';
import type { SystemImport, SystemInput } from '#import/system/index.ts';
import { count } from '#import/system/words.ts';
import { openLibrary } from '#library/open.ts';
import { isDay } from '#core/base/day.ts';
import { idPattern, systemKinds } from '#core/systems/index.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { readInput } from '../lib/read-input.ts';
import { describeSystemImport } from '../report/import-system-report.ts';
import type { Problem } from '../bootstrap/problem.mjs';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

const listFile = {
  zh: '检查路径；要给的是 XLSX 或 CSV 文件。',
  en: 'Check the path; it must be an XLSX or CSV file.',
};
const bound = {
  mebibytes: 50,
  what: {
    zh: '超过 50 MiB，不是一张明细表。',
    en: 'has more than 50 MiB: no list of standards.',
  },
  todo: { zh: '只留明细表，另存后再导入。', en: 'Keep the list only, save, and import again.' },
};

export const command: Command = {
  name: 'import-system',
  summary: {
    zh: '把标准体系明细表（XLSX、CSV）导入为 systems/ 里的一个体系',
    en: 'Bring the list of a standard system (XLSX, CSV) into systems/',
  },
  usage: {
    zh: `用法：npm run std -- import-system 文件.xlsx --id 标识 [--name 名称] [--name-en 英文名称] [--kind 类型] [--chain 产业链]
列的顺序不限，中英文列名都认，表头可在前 20 行的任何一行；没有标准编号的行是计划项目，要有宜定级别。详见 docs/systems.md。
--id 标识       写成 systems/标识.yaml：小写字母、数字和 -
--name 名称     体系名称；默认取表上的标题。--name-en 是英文名称
--kind 类型     产业链、领域、企业；给了 --chain 默认产业链，否则领域
--chain 产业链  vocabulary/chains.yaml 里的 id
--sheet 工作表  明细表所在的工作表；默认自己找
--date 日期     本版日期，默认今天
--out 目录      写到哪个目录，默认库的 systems/
--dry-run       只报告，不写
--force         已有同名文件时覆盖；没有它从不覆盖
退出状态：0 没有发现；1 有要看的内容，或文件读不通、什么也没有写；2 用法错误，或已有同名文件。`,
    en: `Usage: npm run std -- import-system FILE.xlsx --id ID [--name NAME] [--name-en NAME] [--kind KIND] [--chain CHAIN]
Columns in any order under Chinese or English names, the head in any of the first 20 rows; rows without a number are plans and
need a level. See docs/systems.md.
--id ID         writes systems/ID.yaml: small letters, digits and -
--name NAME     name of the system, by default the title of the table; --name-en in English
--kind KIND     产业链 (chain), 领域 (field), 企业 (enterprise); a chain with --chain, else a field
--chain CHAIN   an id of vocabulary/chains.yaml
--sheet SHEET   the sheet of the list; found by itself by default
--date DATE     day of this version, today by default
--out DIR       folder to write to, systems/ of the library by default
--dry-run       report, write nothing
--force         write over a file of that name; never done without
Exit status: 0 nothing to report; 1 something to look at, or the file is unreadable and nothing was written; 2 usage, or the file is there.`,
  },
  run,
};

async function run({ argv, json, library: dir, stdout }: CommandContext): Promise<ExitStatus> {
  const { path, out, isDry, isForced, ...input } = readOptions(argv, dir);
  const isThere = existsSync(out);
  if (isThere && !isForced && !isDry) throw exists(out);
  const bytes = readInput(path, listFile, bound);
  const library = await openLibrary({ dir });
  const result = await importSystem(
    { ...input, bytes },
    {
      catalog: library.catalog,
      systems: library.systems,
      chains: library.vocabulary.chains.map(({ id }) => id),
    },
  );
  const written = 'text' in result && !isDry;
  if ('text' in result && written) writeAtomically(out, result.text);
  stdout.write(
    json
      ? `${JSON.stringify(toJson(result, out, written), null, 2)}\n`
      : describeSystemImport(result.report, describeOutcome(result, out, written)),
  );
  return 'text' in result && !hasFindings(result.report) ? 0 : 1;
}

function toJson(result: SystemImport, out: string, written: boolean) {
  const { report } = result;
  return {
    out,
    written,
    ...('broken' in result && { broken: result.broken }),
    ...(report && { ...report, columns: Object.fromEntries(report.columns) }),
  };
}

function describeOutcome(result: SystemImport, out: string, written: boolean): Bilingual {
  if ('broken' in result) return result.broken;
  const name = relative(process.cwd(), out);
  const { taken } = result.report.counts;
  return written
    ? {
        zh: `已写入 ${name}，共 ${taken} 项标准。`,
        en: `Wrote ${name}: ${count(taken, 'standard')}.`,
      }
    : {
        zh: `试运行，没有写；写了会有 ${taken} 项标准。`,
        en: `A dry run, nothing written; it would hold ${count(taken, 'standard')}.`,
      };
}

function readOptions(argv: readonly string[], library: string) {
  const { values, positionals } = readArguments(
    argv,
    {
      id: { type: 'string' },
      name: { type: 'string' },
      'name-en': { type: 'string' },
      kind: { type: 'string' },
      chain: { type: 'string' },
      sheet: { type: 'string' },
      date: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' },
    },
    true,
  );
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw usage({ zh: '要给出一个文件。', en: 'One file is needed.' }, command.usage);
  }
  const { id, chain, sheet, name, 'name-en': nameEn } = values;
  if (id === undefined || !idPattern.test(id)) {
    throw usage(
      { zh: `“${id ?? ''}”不能作体系的标识。`, en: `"${id ?? ''}" cannot be the id of a system.` },
      {
        zh: '用小写字母、数字和 -，例如 --id cold-chain',
        en: 'Use small letters, digits and -: --id cold-chain',
      },
    );
  }
  const kind = systemKinds.find((each) => each === (values.kind ?? (chain ? '产业链' : '领域')));
  if (kind === undefined) {
    throw usage(
      { zh: `没有“${values.kind}”这种体系。`, en: `There is no kind "${values.kind}".` },
      { zh: `写 ${systemKinds.join('、')} 之一。`, en: `Write one of ${systemKinds.join(', ')}.` },
    );
  }
  const date = values.date ?? today();
  if (!isDay(date)) {
    throw usage(
      { zh: `“${date}”不是日期，或没有这一天。`, en: `"${date}" is no day.` },
      { zh: '写作 --date 2026-07-02', en: 'Write --date 2026-07-02' },
    );
  }
  return {
    path,
    out: join(
      values.out === undefined ? join(library, 'systems') : resolve(values.out),
      `${id}.yaml`,
    ),
    isDry: values['dry-run'] ?? false,
    isForced: values.force ?? false,
    id,
    kind,
    date,
    ...(chain !== undefined && { chain }),
    ...(sheet !== undefined && { sheet }),
    ...(name !== undefined && { name }),
    ...(nameEn !== undefined && { nameEn }),
  } satisfies Omit<SystemInput, 'bytes'> & Record<string, unknown>;
}

function exists(out: string): Problem {
  return usage(
    { zh: `已有 ${out}，没有改动。`, en: `${out} is there and was left as it was.` },
    {
      zh: '换一个 --id；确要覆盖，加 --force。',
      en: 'Choose another --id, or write over it with --force.',
    },
  );
}
