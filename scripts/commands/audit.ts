import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkAuditLog, readAuditHeads, readAuditLines } from '#desk/audit/chain.ts';
import type { AuditHead } from '#desk/audit/chain.ts';
import { auditPlaces } from '#desk/audit/log.ts';
import { writeAuditCsv } from '#desk/audit/names.ts';
import { keepFolder } from '#desk/keep-folder.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readArguments } from '../lib/arguments.ts';
import { ROOT } from '../lib/tools.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'audit',
  summary: {
    zh: '核对编写台的日志：有没有被改、删、换次序、截去；或者导出成表',
    en: "check the desk's log: whether lines were edited, removed, reordered or cut off; or export it",
  },
  usage: {
    zh: `用法：npm run std -- audit check [--log 文件] [--heads 文件或目录] [--head 序号:摘要] [--json]
      npm run std -- audit csv [--log 文件] > 日志.csv
核对日志的每一条：每条带上一条的摘要，改一个字就对不上。结尾被截去、整条链重写，要和另存的摘要（--heads）或
抄下来的一条（--head）比才看得出。
--log 文件      默认是 .desk 里这个标准库的日志
--heads 文件    另存的摘要，默认在日志旁边；编写台用 --audit-heads 目录时写那个目录
--head N:摘要   从编写台“日志”页抄下的一条
--keep 目录     编写台放东西的地方，默认 .desk
退出状态：0 完整；1 有问题；2 用法错误。说明见 docs/desk.md。`,
    en: `Usage: npm run std -- audit check [--log FILE] [--heads FILE|DIR] [--head N:HASH] [--json]
       npm run std -- audit csv [--log FILE] > log.csv
Checks each entry: it carries the hash of the one before, so that one changed sign shows. That the end was cut off, or the whole
chain written anew, shows by heads that were kept elsewhere (--heads), or by one that was noted down (--head).
--log FILE      by default the log of this library in .desk
--heads FILE    heads kept elsewhere, by default beside the log; the folder where the desk was given --audit-heads
--head N:HASH   an entry as the desk's page of the log shows it
--keep DIR      where the desk keeps its things, .desk by default
Exit status: 0 whole; 1 something is wrong; 2 usage. More: docs/desk.md.`,
  },
  async run({ argv, library, stdout, json }) {
    const { values, positionals } = readArguments(
      argv,
      {
        log: { type: 'string' },
        heads: { type: 'string' },
        head: { type: 'string' },
        keep: { type: 'string', default: join(ROOT, '.desk') },
      },
      true,
    );
    const [what] = positionals;
    if (positionals.length !== 1 || (what !== 'check' && what !== 'csv')) throw noTask();
    const keep = keepFolder(resolve(values.keep), library);
    const usual = auditPlaces(keep);
    const log = values.log === undefined ? usual.log : resolve(values.log);
    if (!existsSync(log)) throw noLog(log);
    const text = readFileSync(log, 'utf8');
    if (what === 'csv') {
      stdout.write(writeAuditCsv(readAuditLines(text)));
      return 0;
    }
    const heads = [
      ...readHeads(values.heads ?? (values.log === undefined ? usual.heads : undefined), keep),
      ...(values.head === undefined ? [] : [readHead(values.head)]),
    ];
    const faults = checkAuditLog(text, heads);
    const entries = readAuditLines(text);
    const last = entries.at(-1);
    const head = last ? { n: last.n, hash: last.hash } : null;
    if (json) {
      stdout.write(`${JSON.stringify({ log, entries: entries.length, head, faults })}\n`);
    } else {
      for (const { message } of faults) stdout.write(`✗ ${message.zh}\n  ${message.en}\n`);
      const end = head ? `${head.n}:${head.hash}` : '0';
      if (faults.length === 0) {
        stdout.write(
          `✓ ${entries.length} 条，完整；最后一条 ${end}\n  ${entries.length} entries, whole; the last is ${end}\n`,
        );
      }
      if (heads.length === 0) stdout.write(withoutHeads);
    }
    return faults.length === 0 ? 0 : 1;
  },
};

const withoutHeads =
  '没有另存的摘要：结尾有没有被截去看不出来。\nNo heads kept elsewhere: whether the end was cut off cannot be seen.\n';

function readHeads(path: string | undefined, keep: string): readonly AuditHead[] {
  if (path === undefined) return [];
  const facts = statSync(path, { throwIfNoEntry: false });
  const file = facts?.isDirectory() ? join(path, `${basename(keep)}.txt`) : path;
  return existsSync(file) ? readAuditHeads(readFileSync(file, 'utf8')) : [];
}

function readHead(text: string): AuditHead {
  const [head] = readAuditHeads(text.trim().replace(':', ' '));
  if (head) return head;
  throw new Problem(
    { zh: `“${text}”不是“序号:摘要”。`, en: `"${text}" is no "number:hash".` },
    {
      zh: '照编写台“日志”页上的写。',
      en: "Write it as the desk's page of the log shows it.",
    },
    { exitCode: 2 },
  );
}

const noTask = (): Problem =>
  new Problem(
    { zh: '要写 check 或 csv。', en: 'Say check or csv.' },
    { zh: 'npm run std -- audit check', en: 'npm run std -- audit check' },
    { exitCode: 2 },
  );

const noLog = (path: string): Problem =>
  new Problem(
    { zh: `没有日志 ${path}。`, en: `There is no log ${path}.` },
    {
      zh: '开过编写台才有；在别的地方就用 --log 或 --keep 指出。',
      en: 'There is one once a desk was open; name it with --log or --keep where it is elsewhere.',
    },
    { exitCode: 2 },
  );
