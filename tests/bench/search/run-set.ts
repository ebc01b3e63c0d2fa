import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import { ask } from '#search/ask.ts';
import type { EngineName, SearchEngine } from '#search/contract.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { createMeilisearch, ensureSearchKey } from '#search/meilisearch/index.ts';
import { countFiles, measure } from '../measure.ts';
import type { QueryCase } from './case.ts';
import { quantile, scoreCases, summarize } from './score.ts';
import type { CaseScore, ClassScore } from './score.ts';
import { measureFirstSearches } from './wire.ts';
import type { FirstSearch } from './wire.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PREFIX = 'bench';
/** Questions with counts of filters, as the page asks them; and first searches. */
const FACETED = 200;
const FIRST = 60;

/** What an engine was made with and how it answered. */
export interface EngineReport {
  readonly engine: EngineName;
  readonly documents: number;
  /** Of making the index, without reading the library. */
  readonly seconds: number;
  /** Peak resident memory while indexing, MB (10^6 bytes): our process with all it starts, and the server. */
  readonly peak: number;
  readonly serverPeak?: number;
  /** Of the index on disk. */
  readonly bytes: number;
  readonly classes: readonly ClassScore[];
  readonly scores: readonly CaseScore[];
  /** Milliseconds of ten hits with all counts, one search: nothing is asked again in other words. */
  readonly faceted: { readonly p50: number; readonly p95: number };
  /** Embedded only. */
  readonly first?: readonly FirstSearch[];
}

interface Run {
  readonly dir: string;
  /** Folder for what is made; empty. */
  readonly work: string;
  readonly cases: readonly QueryCase[];
}

/** What a process that makes an index says about it. */
interface Made {
  readonly documents: number;
  readonly ms: number;
  readonly bytes?: number;
}

async function make(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly made: Made; readonly peak: number }> {
  const path = `tests/bench/search/${script}`;
  const { output, peak, status } = await measure(process.execPath, [path, ...args], {
    cwd: root,
    env,
  });
  const line = output.trim().split('\n').at(-1) ?? '';
  if (status !== 0) throw new Error(`${script} failed:\n${output}`);
  return { made: JSON.parse(line) as Made, peak };
}

export async function runEmbedded({ dir, work, cases }: Run): Promise<EngineReport> {
  const out = join(work, 'embedded');
  const { made, peak } = await make('index-embedded.ts', [dir, out, join(work, 'cache')], {});
  const folder = join(out, 'search-index');
  const first = await measureFirstSearches(folder, spread(cases, FIRST));
  const engine = openEmbedded(folder);
  const { documents, ms, bytes = 0 } = made;
  const asked = await askAll(engine, cases);
  return { engine: 'embedded', documents, seconds: ms / 1000, peak, bytes, ...asked, first };
}

export async function runMeilisearch({ dir, work, cases }: Run): Promise<EngineReport> {
  const folder = join(work, 'meilisearch');
  mkdirSync(folder, { recursive: true });
  const { url, masterKey, pid, stop } = await startMeilisearch({ folder });
  try {
    const env = { MEILI_URL: url, MEILI_MASTER_KEY: masterKey };
    const { made, peak } = await make('index-meilisearch.ts', [dir, PREFIX], env);
    const server = { url, key: masterKey };
    const key = await ensureSearchKey({ server, prefix: PREFIX });
    const serverPeak = readPeak(pid);
    const { bytes } = countFiles(join(folder, 'data'));
    const asked = await askAll(createMeilisearch({ url, key, index: PREFIX }), cases);
    const { documents, ms } = made;
    const seconds = ms / 1000;
    return { engine: 'meilisearch', documents, seconds, peak, serverPeak, bytes, ...asked };
  } finally {
    await stop();
  }
}

async function askAll(
  engine: SearchEngine,
  cases: readonly QueryCase[],
): Promise<Pick<EngineReport, 'classes' | 'scores' | 'faceted'>> {
  await ask(engine, { text: '标准', language: 'zh', facets: true });
  const scores = await scoreCases(engine, cases);
  const times: number[] = [];
  for (const { text, language } of spread(cases, FACETED)) {
    const start = performance.now();
    await engine.search({ text, language, facets: true });
    times.push(performance.now() - start);
  }
  const faceted = { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
  return { classes: summarize(scores), scores, faceted };
}

/** About as many questions of each class, from all over it. */
function spread(cases: readonly QueryCase[], count: number): readonly QueryCase[] {
  const classes = [...Map.groupBy(cases, ({ name }) => name).values()];
  const each = Math.ceil(count / classes.length);
  return classes.flatMap((own) =>
    own.filter((_, at) => at % Math.max(1, Math.floor(own.length / each)) === 0).slice(0, each),
  );
}

/** Largest resident memory of a process so far, MB; 0 where there is no /proc. */
function readPeak(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
