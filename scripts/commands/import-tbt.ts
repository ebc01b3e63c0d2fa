import { basename, join } from 'node:path';
import { importNotifications } from '#import/tbt/index.ts';
import { readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { readInput } from '../lib/read-input.ts';
import { describeDiagnostics } from '../report/diagnostics.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

const csvFile = {
  zh: '检查路径；要给的是 CSV 文件。',
  en: 'Check the path; it must be a CSV file.',
};

export const command: Command = {
  name: 'import-tbt',
  summary: {
    zh: '把 WTO/TBT 通报（CSV）导入库的 tbt/',
    en: "Bring WTO/TBT notifications (CSV) into the library's tbt/",
  },
  usage: {
    zh: `用法：npm run std -- import-tbt 文件.csv [--out 名称] [--dry-run]
列见 docs/abroad.md；同一文号的一行换成新的，读不通的行不导入。
--out 名称      写入 tbt/名称.csv；默认 notifications
--dry-run       只报告，不写
退出状态：0 没有发现；1 有没有导入的行；2 用法错误。`,
    en: `Usage: npm run std -- import-tbt FILE.csv [--out NAME] [--dry-run]
See docs/abroad.md for the columns; a row takes the place of that of the same symbol, and rows that cannot be read are left out.
--out NAME      write tbt/NAME.csv; notifications unless said otherwise
--dry-run       report, write nothing
Exit status: 0 nothing to report; 1 rows were left out; 2 usage.`,
  },
  // oxlint-disable-next-line typescript/require-await
  run: async (context) => run(context),
};

function run({ argv, json, library, stdout }: CommandContext): ExitStatus {
  const { values, positionals } = readArguments(
    argv,
    { out: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    true,
  );
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw usage(
      { zh: '要给出一个要导入的文件。', en: 'Name one file to import.' },
      { zh: command.usage.zh, en: command.usage.en },
    );
  }
  const name = (values.out ?? 'notifications').replace(/\.csv$/i, '');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) {
    throw usage(
      { zh: `“${name}”不能作文件名。`, en: `"${name}" is no name for the file.` },
      { zh: '用字母、数字、点和短横，不带目录。', en: 'Use letters, digits, dots and hyphens.' },
    );
  }
  const file = `tbt/${name}.csv`;
  const target = join(library, file);
  const kept = readIfThere(target);
  const { text, added, changed, same, diagnostics } = importNotifications(
    { name: basename(path), bytes: readInput(path, csvFile) },
    kept && { name: file, bytes: kept },
  );
  const writes = added + changed > 0 && !(values['dry-run'] ?? false);
  if (writes) writeAtomically(target, text);
  stdout.write(
    json
      ? `${JSON.stringify({ added, changed, same, written: writes, diagnostics }, null, 2)}\n`
      : `${diagnostics.length > 0 ? describeDiagnostics(diagnostics) : ''}${file}：新 ${added}，改 ${changed}，同 ${same}${writes ? '' : '，没有写'}\n${file}: ${added} added, ${changed} changed, ${same} the same${writes ? '' : ', nothing written'}\n`,
  );
  return diagnostics.length > 0 ? 1 : 0;
}
