import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { projectRoot } from '#library/code-digest.ts';
import { exportWord } from '#publish/word/export.ts';
import { makeWord, p } from '../support/word-file.ts';
import { mutateWord } from '../support/word-mutations.ts';

/** Limits of issue and guide: seconds and megabytes of a large draft, seconds of a damaged one. */
const most = { seconds: 10, megabytes: 800, damagedSeconds: 20, damagedMegabytes: 1024 } as const;

/**
 * `npm run bench:drafts`: a draft of 60,000 paragraphs, its time and memory in a process of its own; and 2,000 damaged Word
 * files (`--damaged 200`: fewer), half of them of a small draft, half of a sample standard: what became of them. Ends with 1
 * where a limit is passed.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      paragraphs: { type: 'string', default: '60000' },
      damaged: { type: 'string', default: '2000' },
    },
  });
  const large = readLarge(Number(values.paragraphs));
  process.stdout.write(
    `${values.paragraphs} paragraphs, ${large.kilobytes} KB: ${large.seconds.toFixed(1)} s, of processor ${large.processor.toFixed(1)} s, peak ${large.megabytes} MB, ${large.taken} in the text\n`,
  );
  const half = Math.ceil(Number(values.damaged) / 2);
  const sample = await exportWord(
    join(projectRoot, 'content/standards/local/db9902-t-36-2025'),
    'zh',
  );
  if (!sample) throw new Error('the sample has no text');
  const rows = [
    ['small draft', readDamaged(mutateWord(half))],
    ['DB9902/T 36—2025', readDamaged(mutateWord(half, sample.bytes))],
  ] as const;
  const heads = [
    'damaged files of',
    'files',
    'read',
    'refused',
    'crashed',
    'lost in silence',
    'longest, s',
  ];
  const lines = rows.map(([name, { files, read, refused, crashed, lost, longest }]) =>
    [name, files, read, refused, crashed, lost, longest.toFixed(2)].map(String),
  );
  const table = [heads, heads.map(() => '---'), ...lines];
  process.stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`peak ${peak} MB\n`);
  // Others may be at work on the machine: what counts is the time of the processor.
  const isBounded =
    large.processor <= most.seconds && large.megabytes <= most.megabytes && large.taken > 0;
  const isSafe = rows.every(
    ([, { crashed, lost, longest }]) =>
      crashed + lost === 0 && longest <= most.damagedSeconds && peak <= most.damagedMegabytes,
  );
  return isBounded && isSafe ? 0 : 1;
}

function readLarge(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-drafts-'));
  try {
    const styles = { h: 'heading 1' };
    const body = Array.from({ length: count }, (_, at) =>
      at % 40 === 0
        ? p(at === 0 ? '范围' : `第 ${at / 40} 组的要求`, 'h')
        : p(`第 ${at} 段的样例应完整、清晰，温度不应高于 5 ℃。`),
    );
    const bytes = makeWord({ styles, body: body.join('') });
    const file = join(folder, 'large.docx');
    writeFileSync(file, bytes);
    const script = join(import.meta.dirname, 'read-draft-apart.ts');
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=640', script, file],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    if (status !== 0) throw new Error('it was not read');
    const measured = JSON.parse(stdout) as Record<
      'seconds' | 'processor' | 'megabytes' | 'taken',
      number
    >;
    return { ...measured, kilobytes: Math.round(bytes.length / 1024) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDamaged(damaged: Iterable<Uint8Array>) {
  const seen = { files: 0, read: 0, refused: 0, crashed: 0, lost: 0, longest: 0 };
  for (const bytes of damaged) {
    seen.files += 1;
    const start = performance.now();
    try {
      const draft = readWordDraft(bytes);
      if ('zh' in draft) seen.refused += 1;
      else {
        seen.read += 1;
        const { file, ...uses } = draft.report.characters;
        const sum = Object.values(uses).reduce((all, count) => all + count, 0);
        const isTold = draft.report.left.some(({ why }) => why.en.includes('unaccounted'));
        if (sum !== file && !isTold) seen.lost += 1;
      }
    } catch {
      seen.crashed += 1;
    }
    seen.longest = Math.max(seen.longest, (performance.now() - start) / 1000);
  }
  return seen;
}
