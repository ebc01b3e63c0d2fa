import { basename } from 'node:path';
import { isDay } from '#core/base/day.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { isMirrorSource, runCheck, runMirror } from '../lib/exchange-mirror.ts';
import { takeRecords } from '../lib/exchange-records.ts';
import { readInput } from '../lib/read-input.ts';
import { describeRecords } from '../report/exchange-report.ts';
import { command as importDrafts } from './import.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

const anyFile = { zh: '检查路径。', en: 'Check the path.' };
const bound = {
  mebibytes: 256,
  what: { zh: '超过 256 MB。', en: 'has more than 256 MB.' },
  todo: { zh: '请分成几个文件。', en: 'Split it into several files.' },
};

export const command: Command = {
  name: 'exchange',
  summary: {
    zh: '取入别处的标准：NISO STS 全文、题录记录、伙伴的标准库',
    en: 'take in standards of others: texts as NISO STS, catalogue records, libraries of partners',
  },
  usage: {
    zh: `用法：npm run std -- exchange import 标准.xml … [--kind …] [--number 编号] [--title 名称] [--issuer 机构] [--dry-run] [--json]
      npm run std -- exchange import 题录文件 … [--as-of 日期] [--source 来源] [--out 名称] [--dry-run] [--json]
      npm run std -- exchange import 网址|文件夹|manifest.json [--id 名称] [--code 城市代码] [--name "样板市|Model City"] [--dry-run] [--json]
      npm run std -- exchange check [名称 …] [--json]
NISO STS 全文（本系统和 ISO 的写法）成为草案，与 std import 相同。
题录：GB/T 22373 元数据（record.txt）、ISO Open Data（CSV、JSONL）、Relaton（YAML、JSON）、本系统的 catalogue.json；
写入 catalogue/exchange-名称.csv，本库自己的文件和标准不动，不一致的列出来。
--as-of 日期    题录所记的日期；文件自己没有写的必须给出
--source 来源   来源的种类，默认是文件的种类
--out 名称      默认是文件的种类，如 exchange-relaton.csv
伙伴的标准库（网址或文件夹里要有 data/manifest.json）镜像到 partners/名称/：只取有变化的文件，逐个核对校验和，全部齐了才一次换上；
断了再做一次，接着取。check 查镜像是否完整，列出缺少、被改、多出的文件。
--id 名称       伙伴的文件夹名，默认是城市代码
--code、--name  第一次镜像时的城市代码和名称；以后以 partner.yaml 为准
详见 docs/open-data.md。
退出状态：0 没有要人看的；1 有要人看的；2 用法错误，或文件不能读。`,
    en: `Usage: npm run std -- exchange import STANDARD.xml … [--kind …] [--number NUMBER] [--title TITLE] [--issuer ISSUER] [--dry-run] [--json]
       npm run std -- exchange import RECORDS … [--as-of DAY] [--source KIND] [--out NAME] [--dry-run] [--json]
       npm run std -- exchange import ADDRESS|FOLDER|manifest.json [--id NAME] [--code CITY] [--name "样板市|Model City"] [--dry-run] [--json]
       npm run std -- exchange check [NAME …] [--json]
A text as NISO STS (ours and ISO's style) becomes a draft, as std import makes them.
Records: metadata after GB/T 22373 (record.txt), ISO Open Data (CSV, JSONL), Relaton (YAML, JSON), catalogue.json of a library of
this kind; written to catalogue/exchange-NAME.csv. Files and standards of this library stay as they are; differences are listed.
--as-of DAY      day of the facts, where the file does not say it
--source KIND    kind of source; that of the file by default
--out NAME       the kind of the file by default: exchange-relaton.csv
The library of a partner (a site or a folder with data/manifest.json) is mirrored into partners/NAME/: only files that differ
are fetched, each is verified by its checksum, and all are put in place at once; cut off, do it again and it goes on.
check proves mirrors whole and lists what is missing, changed or extra.
--id NAME        folder of the partner; the code of its city by default
--code, --name   code and name of the city for the first time; partner.yaml has them afterwards
See docs/open-data.md.
Exit status: 0 nothing for a person to look at; 1 something is; 2 usage, or an unreadable file.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const [what, ...argv] = context.argv;
  if (what === 'import') return importAny({ ...context, argv });
  if (what === 'check') return runCheck({ ...context, argv });
  throw usage(
    {
      zh: what === undefined ? '没有说做什么。' : `没有“exchange ${what}”。`,
      en: what === undefined ? 'Nothing to do was named.' : `There is no "exchange ${what}".`,
    },
    command.usage,
  );
}

/** Options of all kinds of files; those that are not of a kind are refused there. */
const options = {
  kind: { type: 'string' },
  number: { type: 'string' },
  title: { type: 'string' },
  issuer: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  source: { type: 'string' },
  id: { type: 'string' },
  code: { type: 'string' },
  name: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

async function importAny(context: CommandContext): Promise<ExitStatus> {
  const { positionals } = readArguments(context.argv, options, true);
  const [first] = positionals;
  if (first === undefined)
    throw usage({ zh: '没有给出要取入的文件。', en: 'No file to take in.' }, command.usage);
  if (isMirrorSource(first)) return runMirror(context, first);
  if (isXml(readInput(first, anyFile, bound))) return importDrafts.run(context);
  let worst: ExitStatus = 0;
  for (const path of positionals) {
    const status = importRecords(context, path);
    worst = status > worst ? status : worst;
  }
  return worst;
}

const isXml = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*<[\0]?[?!a-zA-Z]/.test(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  );

function importRecords({ argv, json, library, stdout }: CommandContext, path: string): ExitStatus {
  const { out, asOf, source, isDry } = readRecordOptions(argv);
  const bytes = readInput(path, anyFile, bound);
  const outcome = takeRecords({ library, path, bytes, out, asOf, source, isDry });
  if ('zh' in outcome) {
    throw usage(
      {
        zh: `${basename(path)} 没有取入：${outcome.zh}。`,
        en: `${basename(path)} was not taken in: ${outcome.en}.`,
      },
      { zh: '什么也没有写。', en: 'Nothing was written.' },
    );
  }
  stdout.write(
    json
      ? `${JSON.stringify({ ...outcome, report: { ...outcome.report, tables: [] } })}\n`
      : describeRecords(outcome, isDry),
  );
  return outcome.hasFindings ? 1 : 0;
}

function readRecordOptions(argv: readonly string[]) {
  const { values } = readArguments(argv, options, true);
  const { out, source, 'as-of': asOf, 'dry-run': isDry = false } = values;
  if (out !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(out)) {
    throw usage(
      { zh: `“${out}”不能作文件名。`, en: `"${out}" is no name for the file.` },
      { zh: '只用字母、数字、点和短横。', en: 'Use letters, digits, dots and hyphens.' },
    );
  }
  if (asOf !== undefined && !isDay(asOf)) {
    throw usage(
      { zh: `“${asOf}”不是日期。`, en: `"${asOf}" is no day.` },
      { zh: '写作 --as-of 2026-07-02', en: 'Write --as-of 2026-07-02' },
    );
  }
  if (source !== undefined && !/^[a-z0-9-]{1,40}$/.test(source)) {
    throw usage(
      { zh: `“${source}”不是来源的种类。`, en: `"${source}" is no kind of source.` },
      { zh: '用小写字母、数字和短横。', en: 'Use small letters, digits and hyphens.' },
    );
  }
  return { out: out?.replace(/\.csv$/i, ''), source, asOf, isDry };
}
