import { Problem } from '../bootstrap/problem.mjs';
import { command as importDrafts } from './import.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'exchange',
  summary: {
    zh: '取入别处的标准：NISO STS 全文',
    en: 'take in standards of others: texts as NISO STS',
  },
  usage: {
    zh: `用法：npm run std -- exchange import 标准.xml … [--kind …] [--number 编号] [--title 名称] [--issuer 机构] [--dry-run] [--json]
NISO STS 全文（本系统和 ISO 的写法）成为草案，与 std import 相同。详见 docs/open-data.md。
退出状态：0 没有要人看的；1 有要人看的；2 用法错误，或文件不能读。`,
    en: `Usage: npm run std -- exchange import STANDARD.xml … [--kind …] [--number NUMBER] [--title TITLE] [--issuer ISSUER] [--dry-run] [--json]
A text as NISO STS (ours and ISO's style) becomes a draft, as std import makes them. See docs/open-data.md.
Exit status: 0 nothing for a person to look at; 1 something is; 2 usage, or an unreadable file.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const [what, ...argv] = context.argv;
  if (what === 'import') return importDrafts.run({ ...context, argv });
  throw new Problem(
    {
      zh: what === undefined ? '没有说做什么。' : `没有“exchange ${what}”。`,
      en: what === undefined ? 'Nothing to do was named.' : `There is no "exchange ${what}".`,
    },
    { zh: command.usage.zh, en: command.usage.en },
    { exitCode: 2 },
  );
}
