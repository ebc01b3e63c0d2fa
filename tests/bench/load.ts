import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { MeilisearchServer } from '#scripts/meilisearch/server.ts';
import { surveyServer } from '#scripts/meilisearch/survey.ts';
import type { FilterName, SearchRequest } from '#search/contract.ts';
import { createMeilisearch, ensureSearchKey, publishAll } from '#search/meilisearch/index.ts';
import { digestContents } from '#search/meilisearch/publish.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { generateLibrary } from './generate.ts';
import { describeMachine } from './measure.ts';
import { startBalancer } from './load/balancer.ts';
import { loadEmbedded } from './load/embedded.ts';
import { askRaw, publishRaw } from './load/raw.ts';
import { runReaders, timeAt } from './load/readers.ts';
import type { Load, LoadOptions } from './load/readers.ts';

const prefix = 'load';
const masterKey = 'a-key-of-the-benchmark-only';

/** What readers ask: titles, phrases of clauses, numbers, questions; some with filters. */
const questions: readonly (Partial<SearchRequest> & { readonly text: string })[] = [
  { text: '冷藏车' },
  { text: '温度记录仪', filters: { status: ['现行'] } },
  { text: '保存不少于' },
  { text: '查明原因', filters: { kind: ['local'] } },
  { text: 'DB9902/T 1007' },
  { text: '电冰箱 能耗' },
  { text: '养老床位' },
  { text: '记录间隔', scope: 'clauses' },
  { text: '冷藏车的温度多久记录一次', best: true },
  { text: 'lengcangche' },
];

/** The counts that a page asks for before a reader opens others. */
const facets: readonly FilterName[] = ['kind', 'status', 'chain', 'node', 'provision'];

const questionOf = (reader: number, at: number) =>
  questions[(reader * 3 + at) % questions.length] ?? { text: '' };

/** What all rounds share. */
interface Bench {
  readonly folder: string;
  readonly options: LoadOptions;
  readonly running: MeilisearchServer[];
  readonly start: (name: string, dump?: string) => Promise<MeilisearchServer>;
  /** A key that may search. */
  key: string;
}

/**
 * `npm run bench:load [-- --texts N --chapters N --records N --servers N --readers N --seconds N --pause MS --only PART --keep DIR]`: a library on
 * several search servers behind a balancer. Parts: `servers` readers at once while all are well, while one goes down, with one that
 * was restored from a dump and is behind; `alone` questions one by one beside the server's own `q`; `embedded` the embedded search
 * from a static server under the same load. All of them by default. A text of two chapters has 20 clauses.
 * `--keep`: a folder in which the library, what was compiled and the first server stay for the next run.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      texts: { type: 'string', default: '10000' },
      records: { type: 'string', default: '0' },
      chapters: { type: 'string', default: '2' },
      servers: { type: 'string', default: '3' },
      readers: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '120' },
      pause: { type: 'string', default: '1000' },
      keep: { type: 'string' },
      only: { type: 'string', multiple: true, default: ['alone', 'servers', 'embedded'] },
    },
  });
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'biaolian-load-'));
  const running: MeilisearchServer[] = [];
  const bench: Bench = {
    folder,
    running,
    options: {
      readers: Number(values.readers),
      seconds: Number(values.seconds),
      pauseMs: Number(values.pause),
    },
    start: async (name, dump) => {
      const from = dump === undefined ? {} : { dump };
      const server = await startMeilisearch({ folder: join(folder, name), masterKey, ...from });
      running.push(server);
      return server;
    },
    key: '',
  };
  const { only } = values;
  try {
    console.log(`${describeMachine()} · load ${loadavg()[0]?.toFixed(1)}`);
    const dir = join(folder, 'library');
    const generate = (more: number): void =>
      generateLibrary(
        dir,
        Number(values.texts) + more,
        Number(values.records),
        Number(values.chapters),
      );
    generate(0);
    const library = await openLibrary({ dir, cache: join(folder, 'cache') });
    if (only.includes('embedded')) {
      await loadEmbedded({ library, folder, options: bench.options, questions, facets, print });
    }
    if (only.includes('alone') || only.includes('servers')) {
      await publishFirst(bench, library);
      if (only.includes('servers')) {
        await copyServers(bench, Number(values.servers));
        await loadServers(bench, () => {
          generate(1);
          return openLibrary({ dir, cache: join(folder, 'cache') });
        });
      }
      if (only.includes('alone')) await compareWithRaw(bench, library);
      for (const server of running.splice(0)) await server.stop();
    }
    return 0;
  } finally {
    for (const server of running) await server.stop();
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const adminOf = ({ url }: MeilisearchServer) => ({ url, key: masterKey });

/** Publishes to servers one after the other, and says what it took. */
async function publish(library: Library, servers: readonly MeilisearchServer[]): Promise<void> {
  const kept = library.cache;
  for (const report of await publishAll({ library, servers: servers.map(adminOf), prefix, kept })) {
    const { published, failure } = report;
    if (!published) throw failure ?? new Error('not published');
    const { counts, documents, sent, ms } = published;
    console.log(
      `published: ${sent} of ${documents} documents sent (${counts.standards} standards, ${counts.clauses} clauses) in ${(ms / 1000).toFixed(1)} s, ${(sent / (ms / 1000)).toFixed(0)} a second`,
    );
  }
}

async function publishFirst(bench: Bench, library: Library): Promise<void> {
  const first = await bench.start('server-0');
  await publish(library, [first]);
  await restCopies(first);
  bench.key = await ensureSearchKey({ server: adminOf(first), prefix });
  console.log(
    `server: ${readMemory(first.pid, 'VmHWM').toFixed(0)} MB at most, ${readMemory(first.pid, 'VmRSS').toFixed(0)} MB now`,
  );
}

/** The copy beside the live index is made without being waited for: no question is timed beside it. */
async function restCopies({ url }: MeilisearchServer): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: masterKey });
  for (;;) {
    const { total } = await client.tasks.getTasks({
      statuses: ['enqueued', 'processing'],
      limit: 1,
    });
    if (total === 0) return;
    await wait(500);
  }
}

/** The others begin with the data of the first: what publishing takes is known from that. */
async function copyServers({ folder, running, start }: Bench, count: number): Promise<void> {
  await running.shift()?.stop();
  const data = join(folder, 'server-0', 'data');
  for (let at = 1; at < count; at += 1) {
    rmSync(join(folder, `server-${at}`), { recursive: true, force: true });
    cpSync(data, join(folder, `server-${at}`, 'data'), { recursive: true });
  }
  for (let at = 0; at < count; at += 1) await start(`server-${at}`);
}

/** Readers at once: all servers well; one goes down; one is behind; a change is sent meanwhile. */
async function loadServers(bench: Bench, change: () => Promise<Library>): Promise<void> {
  const { folder, running, options, key, start } = bench;
  const readAll = async (
    name: string,
    urls: readonly string[],
    then?: () => Promise<void>,
  ): Promise<void> => {
    const balancer = await startBalancer(urls);
    const engines = Array.from({ length: options.readers }, (_, reader) =>
      createMeilisearch({ url: balancer.urlFor(reader), key, index: prefix }),
    );
    const reading = runReaders(options, async (reader, at) => {
      await engines[reader]?.search({
        language: 'zh',
        facets,
        spareCounts: true,
        ...questionOf(reader, at),
      });
    });
    await then?.();
    print(name, await reading, [...balancer.answered.values()].join(' + '));
    balancer.close();
  };
  const urls = running.map(({ url }) => url);
  await readAll('all servers well', urls);
  const [first] = running;
  if (!first) throw new Error('no server');
  const dump = await writeDump(first, join(folder, 'server-0'));
  await readAll('one goes down meanwhile', urls, async () => {
    await wait((options.seconds * 1000) / 3);
    await running.pop()?.stop();
  });
  const others = [...running];
  rmSync(join(folder, 'restored'), { recursive: true, force: true });
  const restored = await start('restored', dump);
  const later = await change();
  await publish(later, others);
  const contents = await digestContents(later, later.cache);
  for (const { url } of [...others, restored]) {
    const target = { url, publicUrl: url, adminKey: masterKey };
    const { holds } = await surveyServer(target, prefix, contents);
    console.log(
      `${url}: ${holds?.current ? 'the library as it is' : 'behind'}${url === restored.url ? ' (restored from a dump)' : ''}`,
    );
  }
  const all = [...others, restored].map(({ url }) => url);
  await readAll('one restored from a dump, behind, then sent what it lacks', all, async () => {
    await wait((options.seconds * 1000) / 2);
    await publish(later, [restored]);
  });
}

/** Times of each question of words alone, its counts included: the server's own `q`, the same with excerpts, and ours; and of those in own words. */
async function compareWithRaw({ running, key }: Bench, library: Library): Promise<void> {
  const [first] = running;
  if (!first) throw new Error('no server');
  const admin = adminOf(first);
  await publishRaw(library, admin);
  const engine = createMeilisearch({ url: first.url, key, index: prefix });
  const ours = (each: (typeof questions)[number]) =>
    engine.search({ language: 'zh', facets, spareCounts: true, ...each });
  // A question in own words is none that the server's own `q` answers.
  const ofWords = questions.filter(({ best = false }) => !best);
  const ways = [
    { name: 'q', ask: (each: (typeof questions)[number]) => askRaw(admin, each, facets) },
    { name: 'q and excerpts', ask: (each) => askRaw(admin, each, facets, true) },
    { name: 'ours', ask: ours },
    {
      name: 'ours, in own words',
      asked: questions.filter(({ best = false }) => best),
      ask: ours,
    },
  ] satisfies readonly {
    readonly name: string;
    readonly asked?: typeof questions;
    readonly ask: (each: (typeof questions)[number]) => Promise<unknown>;
  }[];
  const p95: number[] = [];
  for (const { name, asked = ofWords, ask } of ways) {
    // The first round reads pages from disk.
    for (const each of asked) await ask(each);
    const times: number[] = [];
    const began = readCpu(first.pid);
    for (let round = 0; round < 12; round += 1) {
      for (const each of asked) {
        const started = performance.now();
        await ask(each);
        times.push(performance.now() - started);
      }
    }
    const cpu = (readCpu(first.pid) - began) / times.length;
    times.sort((a, b) => a - b);
    p95.push(timeAt(times, 0.95));
    console.log(
      `alone, ${name}: p50 ${timeAt(times, 0.5).toFixed(1)} p95 ${timeAt(times, 0.95).toFixed(1)} ms, ${cpu.toFixed(1)} ms of the server's processor; load ${loadavg()[0]?.toFixed(1)}`,
    );
  }
  const [raw = 0, excerpts = 0, own = 0] = p95;
  console.log(
    `p95 is ${(own / raw).toFixed(1)} times that of q, ${(own / excerpts).toFixed(2)} times that of q and excerpts`,
  );
}

/** Milliseconds of processor time of a process; 0 where there is no /proc. */
function readCpu(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Megabytes of memory of a process; 0 where there is no /proc. */
function readMemory(pid: number, name: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** A dump of a server: the path of its file. */
async function writeDump({ url }: MeilisearchServer, folder: string): Promise<string> {
  const client = new Meilisearch({ host: url, apiKey: masterKey });
  const task = await client.createDump().waitTask({ timeout: 0, interval: 100 });
  if (task.status !== 'succeeded') throw new Error(`no dump: ${task.status}`);
  // Its name is the time: a folder that is kept has those of earlier runs.
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.dump'))
    .sort()
    .at(-1);
  if (file === undefined) throw new Error('no dump was written');
  return join(folder, file);
}

function print(name: string, { times, errors, seconds }: Load, note: string): void {
  const at = (share: number): string => timeAt(times, share).toFixed(0);
  console.log(
    `${name}: ${times.length} answers in ${seconds.toFixed(0)} s (${(times.length / seconds).toFixed(0)} a second), p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms, ${errors.length} errors; ${note}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const error of new Set(errors)) console.log(`  ${error}`);
}
