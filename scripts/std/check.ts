import { openLibrary } from '../../src/library/open.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../lib/diagnostics.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'check',
  summary: {
    zh: '检查标准库，列出全部问题',
    en: 'check the library and list every finding',
  },
  usage: {
    zh: 'std check [--json] [--library 目录]\n有错误或警告时退出码为 1。每条规则的说明见 docs/rules.md。',
    en: 'std check [--json] [--library DIR]\nExit status 1 when there are errors or warnings. Rules: docs/rules.md.',
  },
  async run({ argv, json, library, stdout }) {
    readArguments(argv, {});
    const opened = await openLibrary({ dir: library });
    const { diagnostics, rows, catalog } = opened;
    if (json) for (const found of diagnostics) stdout.write(`${JSON.stringify(found)}\n`);
    else {
      stdout.write(
        `${rows.length} 项标准，${catalog.entries.length - rows.length} 条题录 · ${rows.length} standards, ${catalog.entries.length - rows.length} records\n`,
      );
      stdout.write(describeDiagnostics(diagnostics));
    }
    return diagnostics.some(({ severity }) => severity !== 'info') ? 1 : 0;
  },
};
