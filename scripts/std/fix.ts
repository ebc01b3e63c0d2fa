import { applyFixes, recordAnchors } from '../../src/library/fix.ts';
import { openLibrary } from '../../src/library/open.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../lib/diagnostics.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'fix',
  summary: {
    zh: '改正能自动改正的问题，登记已公布的锚点',
    en: 'put right what can be put right, and record published anchors',
  },
  usage: {
    zh: 'std fix [--dry-run] [--json] [--library 目录]\n--dry-run 只说会改什么，不写文件。改完仍有问题时退出码为 1。',
    en: 'std fix [--dry-run] [--json] [--library DIR]\n--dry-run says what would change and writes nothing. Exit status 1 when findings are left.',
  },
  async run({ argv, json, library, stdout }) {
    const { values } = readArguments(argv, { 'dry-run': { type: 'boolean', default: false } });
    const dryRun = values['dry-run'];
    const changes = [...applyFixes(await openLibrary({ dir: library }), dryRun)];
    let opened = await openLibrary({ dir: library });
    changes.push(...recordAnchors(opened, dryRun));
    if (!dryRun && changes.length > 0) opened = await openLibrary({ dir: library });
    const left = opened.diagnostics.filter(({ severity }) => severity !== 'info');
    if (json) stdout.write(`${JSON.stringify({ dryRun, changes, left: left.length })}\n`);
    else {
      for (const { file, count } of changes) {
        stdout.write(`${file}: ${count} 处 ${dryRun ? '可改 · would change' : '已改 · changed'}\n`);
      }
      stdout.write(describeDiagnostics(left));
    }
    return left.length > 0 ? 1 : 0;
  },
};
