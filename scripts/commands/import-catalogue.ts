import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';
import { readIfThere } from '#library/files.ts';
import type { CatalogueFile } from '#import/catalogue/rows.ts';
import { readDay } from '#import/catalogue/values.ts';
import { hasFindings, importCatalogue } from '#import/catalogue/index.ts';
import type { ImportReport } from '#import/catalogue/index.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { readInput } from '../lib/read-input.ts';
import { describeImport } from '../report/import-report.ts';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

const csvFile = {
  zh: '检查路径；要给的是 CSV 文件。',
  en: 'Check the path; it must be a CSV file.',
};
const bound = {
  mebibytes: 256,
  what: { zh: '超过 256 MiB。', en: 'has more than 256 MiB.' },
  todo: { zh: '请分成几个文件。', en: 'Part it into several files.' },
};

export const command: Command = {
  name: 'import-catalogue',
  summary: {
    zh: '把标准目录（CSV）导入库的 catalogue/',
    en: "Bring lists of standards (CSV) into the library's catalogue/",
  },
  usage: {
    zh: `用法：npm run std -- import-catalogue 文件.csv … [--out 名称] [--as-of 日期] [--source 来源] [--dry-run]
列的顺序不限，中英文列名都认；日期、状态、分类号的各种写法都认；UTF-8 与 GB 18030 都行。详见 docs/catalogue.md。
--out 名称      写入 catalogue/名称.csv；只导入一个文件时默认用它的名字
--as-of 日期    采集日期；文件没有 as_of 列时必须给出
--source 来源   来源的种类，如 public-catalogue
--dry-run       只报告，不写
退出状态：0 没有发现；1 有重复、不一致、没有采用的行或内容，或文件读不通；2 用法错误。`,
    en: `Usage: npm run std -- import-catalogue FILE.csv … [--out NAME] [--as-of DATE] [--source KIND] [--dry-run]
Columns in any order under Chinese or English names; days, statuses and codes in any usual spelling; UTF-8 or GB 18030.
See docs/catalogue.md.
--out NAME      write catalogue/NAME.csv; the name of the table when there is only one
--as-of DATE    day of the facts; needed when the table has no column as_of
--source KIND   kind of source, e.g. public-catalogue
--dry-run       report, write nothing
Exit status: 0 nothing to report; 1 duplicates, conflicts, rows or values not taken, or an unreadable file; 2 usage.`,
  },
  // oxlint-disable-next-line typescript/require-await
  run: async (context) => run(context),
};

function run({ argv, json, library, stdout }: CommandContext): ExitStatus {
  const { paths, out, asOf, source, isDry } = readOptions(argv);
  const files = paths.map((path) => ({
    name: basename(path),
    bytes: readInput(path, csvFile, bound),
  }));
  const folder = join(library, 'catalogue');
  const { report, text } = importCatalogue({
    files,
    catalogue: readFolder(folder),
    out,
    defaults: { ...(asOf !== undefined && { asOf }), ...(source !== undefined && { source }) },
  });
  const path = join(folder, out);
  const isSame = text !== null && text === readIfThere(path)?.toString();
  const writes = text !== null && !isSame && !isDry && report.counts.total > 0;
  if (writes) writeAtomically(path, text);
  stdout.write(
    json
      ? `${JSON.stringify(toJson(report, writes), null, 2)}\n`
      : describeImport(report, describeOutcome(report, { writes, isDry, isSame })),
  );
  return hasFindings(report) ? 1 : 0;
}

function readOptions(argv: readonly string[]) {
  const { values, positionals } = readArguments(
    argv,
    {
      out: { type: 'string' },
      'as-of': { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    true,
  );
  const [first] = positionals;
  if (first === undefined) {
    throw usage(
      { zh: '没有给出要导入的文件。', en: 'No file to import.' },
      { zh: command.usage.zh, en: command.usage.en },
    );
  }
  if (values.out === undefined && positionals.length > 1) {
    throw usage(
      { zh: '导入几个文件时要说写到哪里。', en: 'With several files say where they go.' },
      { zh: '例如 --out national', en: 'For example --out national' },
    );
  }
  const name = (values.out ?? basename(first)).replace(/\.(?:csv|tsv|txt)$/i, '');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) {
    throw usage(
      { zh: `“${name}”不能作文件名。`, en: `"${name}" is no name for the file.` },
      {
        zh: '用 --out 给一个只有字母、数字、点和短横的名称，不带目录。',
        en: 'Give --out a name of letters, digits, dots and hyphens, without a folder.',
      },
    );
  }
  const asOf = values['as-of'];
  const day = asOf === undefined ? undefined : readDay(asOf).value;
  if (day === '') {
    throw usage(
      { zh: `“${asOf}”不是日期。`, en: `"${asOf}" is no day.` },
      { zh: '写作 --as-of 2026-07-02', en: 'Write --as-of 2026-07-02' },
    );
  }
  const { source } = values;
  if (source !== undefined && !/^[a-z0-9-]{1,40}$/.test(source)) {
    throw usage(
      { zh: `“${source}”不是来源的种类。`, en: `"${source}" is no kind of source.` },
      {
        zh: '用小写字母、数字和短横，例如 --source public-catalogue',
        en: 'Use small letters, digits and hyphens, e.g. --source public-catalogue',
      },
    );
  }
  const isDry = values['dry-run'] ?? false;
  return { paths: positionals, out: `${name}.csv`, asOf: day, source, isDry };
}

function readFolder(folder: string): readonly CatalogueFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return names.toSorted().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function toJson(report: ImportReport, written: boolean) {
  const tables = report.tables.map((table) => ({
    ...table,
    columns: Object.fromEntries(table.columns),
  }));
  return { ...report, tables, written };
}

function describeOutcome(
  { out, counts, broken }: ImportReport,
  { writes, isDry, isSame }: { writes: boolean; isDry: boolean; isSame: boolean },
): Bilingual {
  const file = `catalogue/${out}`;
  if (broken.length > 0) {
    return {
      zh: `有文件读不通，什么也没有写；${file} 还是原样。`,
      en: `A file cannot be read, so nothing was written; ${file} is as it was.`,
    };
  }
  if (writes) {
    return {
      zh: `已写入 ${file}，共 ${counts.total} 条。`,
      en: `Wrote ${file}: ${counts.total} records.`,
    };
  }
  if (isSame || counts.total === 0) {
    return { zh: `${file} 没有变化。`, en: `${file} did not change.` };
  }
  return isDry
    ? {
        zh: `试运行，没有写；写了会有 ${counts.total} 条。`,
        en: `A dry run, nothing written; it would hold ${counts.total} records.`,
      }
    : { zh: '没有写。', en: 'Nothing written.' };
}
