import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLibrary, readArguments } from '#scripts/lib/arguments.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { openLibrary } from '#library/open.ts';
import { describeMachine, measure } from '../measure.ts';
import { buildCases, SEED } from './cases.ts';
import { quantile } from './score.ts';
import { runEmbedded, runMeilisearch } from './run-set.ts';
import type { EngineReport } from './run-set.ts';
import { formatShare, printMarkdown, printTable } from './table.ts';
import type { Table } from './table.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Real catalogue rows, where there are some. */
const CATALOGUE = process.env['BIAOLIAN_REAL_LIST'] ?? '';

const ENGINES = {
  embedded: [runEmbedded],
  meilisearch: [runMeilisearch],
  both: [runEmbedded, runMeilisearch],
} as const;

/**
 * `npm run bench:search [-- --engine both --catalogue FILE --sample N]`: questions of every class made of the library, and
 * again with the rows of a catalogue; how both engines answer them, and what that costs.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    engine: { type: 'string', default: 'both' },
    library: { type: 'string' },
    catalogue: { type: 'string', default: CATALOGUE },
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(SEED) },
    markdown: { type: 'string' },
    misses: { type: 'boolean', default: false },
  });
  const engines = Object.hasOwn(ENGINES, values.engine)
    ? ENGINES[values.engine as keyof typeof ENGINES]
    : undefined;
  const [sample, seed] = [Number(values.sample), Number(values.seed)];
  if (!engines || !(sample >= 1) || !Number.isInteger(seed)) throw misuse();
  const work = join(root, '.cache', 'bench-search');
  rmSync(work, { recursive: true, force: true });
  const dir = findLibrary(values.library);
  const sets = [{ name: 'sample', dir }];
  if (existsSync(values.catalogue)) {
    sets.push({ name: 'catalogue', dir: await addCatalogue(dir, values.catalogue, work) });
  } else print(`There is no ${values.catalogue}: the library alone is measured.\n`);
  const machine = `${describeMachine()} · seed ${seed}\n`;
  print(machine);
  const tables: Table[] = [];
  for (const set of sets) {
    const library = await openLibrary({ dir: set.dir });
    const cases = buildCases(library, { seed, sample });
    const entries = library.catalog.entries.length;
    const title = `${set.name}: ${library.rows.length} texts, ${entries} standards, ${cases.length} questions`;
    const reports: EngineReport[] = [];
    for (const run of engines) {
      const folder = join(work, set.name);
      mkdirSync(folder, { recursive: true });
      reports.push(await run({ dir: set.dir, work: folder, cases }));
    }
    const own = [drawRelevance(title, reports), drawCost(`${set.name}: cost`, reports)];
    own.forEach((table) => print(printTable(table)));
    if (values.misses) reports.forEach((report) => print(listMisses(report)));
    tables.push(...own);
  }
  if (values.markdown !== undefined) {
    const text = [machine, ...tables.map(printMarkdown)].join('\n');
    writeFileSync(resolve(values.markdown), text);
  }
  rmSync(work, { recursive: true, force: true });
  return 0;
}

/** A copy of a library with the rows of a table in its catalogue. */
async function addCatalogue(dir: string, table: string, work: string): Promise<string> {
  const copy = join(work, 'library');
  mkdirSync(work, { recursive: true });
  cpSync(dir, copy, { recursive: true });
  const options = ['--out', 'bench', '--as-of', '2026-07-02', '--source', 'public-catalogue'];
  const args = ['scripts/run.mjs', 'std', 'import-catalogue', table, '--library', copy, ...options];
  const { status, output } = await measure(process.execPath, args, { cwd: root });
  // 1: some rows were not taken, which is what such tables are like.
  if (status !== 0 && status !== 1) throw new Error(`The catalogue was not imported:\n${output}`);
  return copy;
}

const time = (ms: number): string => ms.toFixed(ms < 10 ? 1 : 0);

function drawRelevance(title: string, reports: readonly EngineReport[]): Table {
  const head = ['class', 'engine', 'n', 'success@1', 'success@3', 'recall', 'clause shown'];
  const names = reports[0]?.classes.map(({ name }) => name) ?? [];
  const rows = names.flatMap((name) =>
    reports.map(({ engine, classes }) => {
      const own = classes.find((each) => each.name === name);
      if (!own) return [name, engine];
      const clause = own.clause === undefined ? '' : formatShare(own.clause);
      const shares = [own.first, own.third, own.recall].map(formatShare);
      const times = [own.p50, own.p95].map(time);
      return [name, engine, String(own.n), ...shares, clause, formatShare(own.empty), ...times];
    }),
  );
  return { title, rows: [[...head, 'zero hits', 'p50 ms', 'p95 ms'], ...rows] };
}

function drawCost(title: string, reports: readonly EngineReport[]): Table {
  const line = (name: string, value: (report: EngineReport) => string) => [
    name,
    ...reports.map(value),
  ];
  const wires = (report: EngineReport): readonly number[] =>
    report.first?.map(({ bytes }) => bytes / 1000) ?? [];
  const kilobytes = (report: EngineReport, part: number): string =>
    report.first ? quantile(wires(report), part).toFixed(0) : '–';
  return {
    title,
    rows: [
      line('', ({ engine }) => engine),
      line('documents', ({ documents }) => String(documents)),
      line('indexing, s', ({ seconds }) => seconds.toFixed(1)),
      line('documents/s', ({ documents, seconds }) => (documents / seconds).toFixed(0)),
      line('peak memory, MB', ({ peak }) => peak.toFixed(0)),
      line('peak memory of the server, MB', ({ serverPeak }) => serverPeak?.toFixed(0) ?? '–'),
      line('index on disk, MB', ({ bytes }) => (bytes / 1e6).toFixed(1)),
      line('faceted question, p50 ms', ({ faceted }) => time(faceted.p50)),
      line('faceted question, p95 ms', ({ faceted }) => time(faceted.p95)),
      line('first search on the wire, median KB', (report) => kilobytes(report, 0.5)),
      line('first search on the wire, 90 % below KB', (report) => kilobytes(report, 0.9)),
      line('first search on the wire, largest KB', (report) => kilobytes(report, 1)),
    ],
  };
}

function listMisses({ engine, scores, first = [] }: EngineReport): string {
  const missed = scores.filter(({ rank, recall }) => rank === 0 || rank > 3 || recall < 1);
  const lines = missed.map(
    ({ query, rank, recall }) =>
      `${engine}  ${query.name}  ${JSON.stringify(query.text)}  rank ${rank}  recall ${recall.toFixed(2)}  ${[...(query.best ?? query.relevant)].slice(0, 3).join(' ')}`,
  );
  const wires = [...first].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const wide = wires.map(
    ({ text, files, bytes }) =>
      `${engine}  first search  ${JSON.stringify(text)}  ${files} files  ${(bytes / 1000).toFixed(0)} KB`,
  );
  return `\n${[...lines, ...wide].join('\n')}\n`;
}

function misuse(): Problem {
  return new Problem(
    { zh: '参数不对。', en: 'The arguments are not right.' },
    {
      zh: '--engine embedded|meilisearch|both、--sample 整数、--seed 整数',
      en: '--engine embedded|meilisearch|both, --sample N, --seed N',
    },
    { exitCode: 2 },
  );
}

function print(text: string): void {
  process.stdout.write(text);
}
