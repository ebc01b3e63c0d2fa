import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withdrawRecord } from './generate-records.ts';
import { generateLibrary } from './generate.ts';
import { findHugo, generateHugoSite } from './hugo.ts';
import { countFiles, measure } from './measure.ts';
import { describeProfiles, profileInto } from './profile.ts';
import type { Measurement } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A build reads files that were written this moment again the next time: nobody would measure that. */
const settleMs = 3000;

/**
 * `npm run bench [-- --count N] [--records N] [--profile] [--keep]`: N synthetic standards of about 14 KB beside N records of which
 * no text speaks (then the status of one changes, too), built cold, unchanged, after
 * one change of a text and one of a title, each by a new process and by one that lives long; beside Hugo on the same text when
 * it is installed. `--profile` prints the functions that took most of each run, and makes the runs slower.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      count: { type: 'string', default: '1000' },
      keep: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      records: { type: 'string', default: '0' },
    },
  });
  const count = Number(values.count);
  const records = Number(values.records);
  const work = join(root, '.cache', 'bench');
  rmSync(work, { recursive: true, force: true });
  // What draws pages is built by the cold run, too.
  rmSync(join(root, '.cache', 'application'), { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const library = join(work, 'library');
  const out = join(work, 'out');
  generateLibrary(library, count, records);
  const source = countFiles(join(library, 'standards'));
  const cpu = cpus();
  print(
    `${count} standards, ${(source.bytes / count / 1000).toFixed(1)} KB each · ${cpu.length} × ${cpu[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node} · ${new Date().toISOString().slice(0, 10)} · load ${loadavg()[0]?.toFixed(1)}`,
  );
  const cache = { BIAOLIAN_CACHE: join(work, 'cache') };
  const profiles: string[] = [];
  const node = async (name: string, args: readonly string[]): Promise<Measurement> => {
    const folder = join(work, 'profiles', name.replaceAll(' ', '-'));
    const env = { ...cache, ...(values.profile && profileInto(folder)) };
    const measured = await measure(process.execPath, args, { cwd: root, env });
    if (values.profile && measured.status === 0)
      profiles.push(
        `\n${name}, ms of the functions that took most`,
        ...describeProfiles(folder, 15),
      );
    return measured;
  };
  const build = (name: string): Promise<Measurement> =>
    node(name, ['scripts/run.mjs', 'build', '--library', library, '--out', out, '--verbose']);
  const rows: string[][] = [['run', 'wall s', 'CPU s', 'peak MB', 'files', 'MB']];
  const add = (name: string, run: Measurement, folder: string): void => {
    if (run.status !== 0) throw new Error(`${name} failed:\n${run.output}`);
    const { files, bytes } = countFiles(folder);
    rows.push([
      name,
      run.wall.toFixed(1),
      run.cpu.toFixed(1),
      run.peak.toFixed(0),
      String(files),
      (bytes / 1e6).toFixed(0),
    ]);
  };
  const stages: string[] = [];
  const run = async (name: string): Promise<Measurement> => {
    const measured = await build(name);
    add(name, measured, out);
    const drawn = /\((\d+) drawn\)/.exec(measured.output)?.[1] ?? '0';
    stages.push(`${name}: ${drawn} drawn, ${measured.output.trim().split('\n').at(-1) ?? ''}`);
    return measured;
  };
  await setTimeout(settleMs);
  const cold = await run('cold');
  await setTimeout(settleMs);
  await run('unchanged');
  const changed = join(
    library,
    'standards',
    'local',
    `db9902-t-${1000 + (count >> 1)}-2024`,
    'index.md',
  );
  writeFileSync(
    changed,
    readFileSync(changed, 'utf8').replace('本文件规定了', '本文件修订并规定了'),
  );
  appendFileSync(changed, '\n##\n\n记录应完整。\n\n##\n\n记录应清晰。\n');
  await setTimeout(settleMs);
  await run('one change');
  writeFileSync(changed, readFileSync(changed, 'utf8').replace(/^title: /m, 'title: 修订的'));
  await setTimeout(settleMs);
  await run('one title');
  if (records > 0) {
    withdrawRecord(library);
    await setTimeout(settleMs);
    await run('one status');
  }
  const held = await node('held', ['tests/bench/held.ts', library, out, changed]);
  if (held.status !== 0) throw new Error(`held failed:\n${held.output}`);
  const pause = await node('pause', ['tests/bench/pause.ts', library, changed]);
  if (pause.status !== 0) throw new Error(`pause failed:\n${pause.output}`);
  // What is drawn is gone, what is compiled is not.
  rmSync(out, { recursive: true, force: true });
  rmSync(`${out}.releases`, { recursive: true, force: true });
  await setTimeout(settleMs);
  await run('all pages anew');
  const hugo = findHugo();
  let beside = 'Hugo is not installed: no comparison (Debian: apt-get install hugo)';
  if (hugo) {
    const site = join(work, 'hugo');
    generateHugoSite(site, count);
    const theirs = await measure('hugo', ['--quiet'], { cwd: site });
    add(hugo, theirs, join(site, 'public'));
    beside = `cold: ${(cold.wall / theirs.wall).toFixed(1)} × the time of Hugo, ${(cold.peak / theirs.peak).toFixed(2)} of its memory`;
  }
  printTable(rows);
  print(beside);
  print('\nseconds by stage');
  for (const line of stages) print(line);
  print(`\nin a process that lives long, load ${loadavg()[0]?.toFixed(1)}`);
  print(held.output.trim());
  print('\na pause of typing at a desk that holds the library');
  print(pause.output.trim());
  for (const line of profiles) print(line);
  if (!values.keep) rmSync(work, { recursive: true, force: true });
  return 0;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(cells.join('  '));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
