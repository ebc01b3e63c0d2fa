import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { holdEntries } from '#library/cache.ts';
import { publish } from '#publish/index.ts';
import { firstSentence } from './first-sentence.ts';

/**
 * A process that lives long publishes a library, then a text and a title that change in a file, and prints what each took:
 * `node tests/bench/held.ts LIBRARY OUT FILE`.
 */
const [library = '', out = '', file = ''] = process.argv.slice(2);

/** Files written this moment are looked at once more the next time. */
const settleMs = 2100;

const edits = [
  ['one text, held', firstSentence, '$1内容应完整。\n'],
  ['one text, held', '内容应完整。', '内容应清楚。'],
  ['one title, held', /^title: /m, 'title: 再次'],
  ['one title, held', /^title: 再次/m, 'title: '],
] as const;

holdEntries();
await publish({ library, out });
for (const [name, from, to] of edits) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  await setTimeout(settleMs);
  const stages: string[] = [];
  const started = performance.now();
  const before = process.cpuUsage();
  const { drawn } = await publish({
    library,
    out,
    onStage: (stage, ms) => ms >= 50 && stages.push(`${stage} ${(ms / 1000).toFixed(2)}`),
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    `${name}: ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s CPU, ${drawn} drawn: ${stages.join(', ')}\n`,
  );
}
process.exit(0);
