import { applyFixes, recordAnchors, recordPublished } from '../../src/library/fix.ts';
import type { FixedFile } from '../../src/library/fix.ts';
import { openLibrary } from '../../src/library/open.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../lib/diagnostics.ts';
import type { Command } from './command.ts';

const mostRounds = 5;

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
    const changed = new Map<string, number>();
    const add = (files: readonly FixedFile[]): boolean => {
      for (const { file, count } of files) changed.set(file, (changed.get(file) ?? 0) + count);
      return files.length > 0;
    };
    // A fix can make room for another, and a finding may name the first of several places only.
    let opened = await openLibrary({ dir: library });
    for (let round = 0; round < mostRounds; round++) {
      if (!add(applyFixes(opened, dryRun)) || dryRun) break;
      opened = await openLibrary({ dir: library });
    }
    const recorded = [...recordAnchors(opened, dryRun), ...recordPublished(opened, dryRun)];
    if (add(recorded) && !dryRun) opened = await openLibrary({ dir: library });
    const changes = [...changed].map(([file, count]) => ({ file, count }));
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
