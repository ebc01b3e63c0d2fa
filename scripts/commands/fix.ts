import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { acceptProposals, applyFixes, recordAnchors, recordPublished } from '#library/fix.ts';
import type { FixedFile } from '#library/fix.ts';
import { openLibrary } from '#library/open.ts';
import { planFixes } from '#library/plan-fixes.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../report/diagnostics.ts';
import { printable } from '../report/printable.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

const mostRounds = 5;

/** What an author can accept in one sweep, by name: the rule that proposes it. */
const acceptable: Readonly<Record<string, string>> = { imperatives: 'imperative-untagged' };

export const command: Command = {
  name: 'fix',
  summary: {
    zh: '改正能自动改正的问题，登记已公布的锚点',
    en: 'put right what can be put right, and record published anchors',
  },
  usage: {
    zh: 'std fix [--dry-run] [--accept imperatives] [--json] [--library 目录]\n--dry-run 列出会改的行（- 是现在，+ 是改后），不写文件。--accept imperatives 把步骤里的祈使句都标作指示（:inst[…]）。改完仍有问题时退出码为 1。',
    en: 'std fix [--dry-run] [--accept imperatives] [--json] [--library DIR]\n--dry-run shows the lines that would change (- now, + then) and writes nothing. --accept imperatives tags imperative sentences of procedures as instructions (:inst[…]). Exit status 1 when findings are left.',
  },
  async run({ argv, json, library, stdout }) {
    const { values } = readArguments(argv, {
      'dry-run': { type: 'boolean', default: false },
      accept: { type: 'string' },
    });
    const accepted = values.accept === undefined ? undefined : acceptable[values.accept];
    if (values.accept !== undefined && !accepted) {
      throw new Problem(
        { zh: `没有“${values.accept}”可以接受。`, en: `There is no "${values.accept}" to accept.` },
        {
          zh: `--accept 后面写：${Object.keys(acceptable).join('、')}`,
          en: `Use --accept with: ${Object.keys(acceptable).join(', ')}`,
        },
        { exitCode: 2 },
      );
    }
    const dryRun = values['dry-run'];
    const changed = new Map<string, number>();
    const add = (files: readonly FixedFile[]): boolean => {
      for (const { file, count } of files) changed.set(file, (changed.get(file) ?? 0) + count);
      return files.length > 0;
    };
    let opened = await openLibrary({ dir: library });
    const planned = dryRun ? planFixes(opened, accepted) : [];
    add(planned);
    // A fix can make room for another, and a finding may name the first of several places only.
    for (let left = dryRun ? 0 : mostRounds; left > 0; left--) {
      if (!add(applyFixes(opened, false))) break;
      opened = await openLibrary({ dir: library });
    }
    if (!dryRun && accepted !== undefined && add(acceptProposals(opened, accepted, false)))
      opened = await openLibrary({ dir: library });
    const recorded = [...recordAnchors(opened, dryRun), ...recordPublished(opened, dryRun)];
    if (add(recorded) && !dryRun) opened = await openLibrary({ dir: library });
    const changes = [...changed].map(([file, count]) => ({ file, count }));
    const left = opened.diagnostics.filter(({ severity }) => severity !== 'info');
    if (json) stdout.write(`${JSON.stringify({ dryRun, changes, left: left.length })}\n`);
    else {
      for (const { file, before, after } of planned) {
        stdout.write(showDiff(file, before, after));
      }
      for (const { file, count } of changes) {
        stdout.write(`${file}: ${count} 处 ${dryRun ? '可改 · would change' : '已改 · changed'}\n`);
      }
      stdout.write(describeDiagnostics(left));
    }
    return left.length > 0 ? 1 : 0;
  },
};

/** The lines of a file that differ, with two lines around them, as `diff -u` writes them. */
function showDiff(file: string, before: string, after: string): string {
  const [from, to] = [before, after].map((text) => text.replaceAll('\r\n', '\n'));
  const patch = createTwoFilesPatch(file, file, from ?? '', to ?? '', '', '', {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch
    .split('\n')
    .map((line) => printable(line))
    .join('\n');
}
