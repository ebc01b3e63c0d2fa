import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from '#editor/server.ts';
import { readArguments } from '../lib/arguments.ts';
import { ROOT } from '../lib/tools.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { reportLanguages } from '../report/diagnostics.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'lsp',
  summary: {
    zh: '语言服务器：在编辑器里看到发现、改正、悬停说明和补全',
    en: 'language server: findings, fixes, hover and completion in an editor',
  },
  usage: {
    zh: 'std lsp [--lang zh|en] [--library 目录]\n由编辑器启动，经标准输入输出说 Language Server Protocol。不写 --lang 时随编辑器的语言。\n编辑器里写 node scripts/run.mjs std lsp（npm run 会往标准输出写别的字）。怎样配置见 docs/editor.md。',
    en: 'std lsp [--lang zh|en] [--library DIR]\nStarted by an editor; speaks the Language Server Protocol over standard input and output, in the language of the editor unless --lang says otherwise.\nConfigure it as node scripts/run.mjs std lsp: npm run writes to standard output. See docs/editor.md.',
  },
  async run({ argv, library, stdin, stdout }) {
    const { values } = readArguments(argv, {
      lang: { type: 'string' },
      // Clients add it by themselves.
      stdio: { type: 'boolean', default: true },
    });
    const spoken = reportLanguages.find((each) => each === values.lang);
    if (values.lang !== undefined && !spoken) {
      throw new Problem(
        { zh: `没有“${values.lang}”这种语言。`, en: `There is no language "${values.lang}".` },
        { zh: '--lang 后面写 zh 或 en。', en: 'Use --lang zh or --lang en.' },
        { exitCode: 2 },
      );
    }
    const rules = pathToFileURL(join(ROOT, 'docs/rules.md')).href;
    startServer({ input: stdin, output: stdout, library, rules, ...(spoken && { spoken }) });
    await once(stdin, 'close');
    return 0;
  },
};
