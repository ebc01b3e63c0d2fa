import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { MeilisearchServer } from '#scripts/meilisearch/server.ts';
import { surveyServer } from '#scripts/meilisearch/survey.ts';
import { createMeilisearch, ensureSearchKey, publishAll } from '#search/meilisearch/index.ts';
import { digestContents } from '#search/meilisearch/publish.ts';
import { openLibrary } from '#library/open.ts';
import { indexUid } from '#search/meilisearch/schema.ts';
import { generateLibrary } from './generate.ts';
import { describeMachine } from './measure.ts';
import { startBalancer } from './load/balancer.ts';
import { loadEmbedded } from './load/embedded.ts';
import { runReaders, timeAt } from './load/readers.ts';
import type { Load, LoadOptions } from './load/readers.ts';

const prefix = 'load';
const masterKey = 'a-key-of-the-benchmark-only';

/** What readers ask: titles, phrases of clauses, numbers, questions; all with counts, some with filters. */
const questions = [
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
] as const;

/**
 * `npm run bench:load [-- --texts N --records N --servers N --readers N --seconds N --pause MS]`: a library on several search
 * servers behind a balancer; questions one by one beside the server's own `q`; readers at once while all are well, while one is
 * down, and with one that was restored from a dump and is behind; then the embedded search from a static server under the same load.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      texts: { type: 'string', default: '10000' },
      records: { type: 'string', default: '0' },
      servers: { type: 'string', default: '3' },
      readers: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '120' },
      pause: { type: 'string', default: '1000' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-load-'));
  const running: MeilisearchServer[] = [];
  const start = async (name: string, dump?: string): Promise<MeilisearchServer> => {
    const server = await startMeilisearch({
      folder: join(folder, name),
      masterKey,
      ...(dump !== undefined && { dump }),
    });
    running.push(server);
    return server;
  };
  const options: LoadOptions = {
    readers: Number(values.readers),
    seconds: Number(values.seconds),
    pauseMs: Number(values.pause),
  };
  try {
    console.log(`${describeMachine()} · load ${loadavg()[0]?.toFixed(1)}`);
    const dir = join(folder, 'library');
    generateLibrary(dir, Number(values.texts), Number(values.records));
    const library = await openLibrary({ dir, cache: join(folder, 'cache') });
    for (let at = 0; at < Number(values.servers); at += 1) await start(`server-${at}`);
    const admin = running.map(({ url }) => ({ url, key: masterKey }));
    for (const { published, failure } of await publishAll({ library, servers: admin, prefix })) {
      if (!published) throw failure ?? new Error('not published');
      const { counts, documents, ms } = published;
      console.log(
        `published ${documents} documents (${counts.clauses} clauses) in ${(ms / 1000).toFixed(1)} s, ${(documents / (ms / 1000)).toFixed(0)} a second`,
      );
    }
    const [first] = running;
    if (!first) throw new Error('no server');
    const key = await ensureSearchKey({ server: { url: first.url, key: masterKey }, prefix });
    for (const server of admin.slice(1)) await ensureSearchKey({ server, prefix });
    await compareWithRaw({ url: first.url, key });

    const readAll = async (name: string, urls: readonly string[], then?: () => Promise<void>) => {
      const balancer = await startBalancer(urls);
      const engines = Array.from({ length: options.readers }, () =>
        createMeilisearch({ url: balancer.url, key, index: prefix }),
      );
      const reading = runReaders(options, async (reader, at) => {
        const question = questions[(reader * 3 + at) % questions.length] ?? { text: '' };
        await engines[reader]?.search({ language: 'zh', facets: true, ...question });
      });
      await then?.();
      print(name, await reading, [...balancer.answered.values()].join(' + '));
      balancer.close();
    };
    const urls = running.map(({ url }) => url);
    await readAll('all servers well', urls);

    const dump = await writeDump(first, join(folder, 'server-0'));
    await readAll('one goes down meanwhile', urls, async () => {
      await wait((options.seconds * 1000) / 3);
      await running.at(-1)?.stop();
    });
    const restored = await start('restored', dump);
    generateLibrary(dir, Number(values.texts) + 1, Number(values.records));
    const later = await openLibrary({ dir, cache: join(folder, 'cache') });
    const others = admin.slice(0, -1);
    await publishAll({ library: later, servers: others, prefix });
    const contents = await digestContents(later);
    for (const { url } of [...others, restored]) {
      const target = { url, publicUrl: url, adminKey: masterKey };
      const { holds } = await surveyServer(target, prefix, contents);
      console.log(
        `${url}: ${holds?.current ? 'the library as it is' : 'behind'}${url === restored.url ? ' (restored from a dump)' : ''}`,
      );
    }
    await readAll('one restored from a dump, behind', [
      ...others.map(({ url }) => url),
      restored.url,
    ]);
    for (const server of running.splice(0)) await server.stop();
    await loadEmbedded({ library, folder, options, questions, print });
    return 0;
  } finally {
    for (const server of running) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times of each question alone: the server's own `q` without counts, and ours with them. */
async function compareWithRaw(server: {
  readonly url: string;
  readonly key: string;
}): Promise<void> {
  const engine = createMeilisearch({ ...server, index: prefix });
  const raw: number[] = [];
  const ours: number[] = [];
  const time = async (list: number[], run: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await run();
    list.push(performance.now() - started);
  };
  for (let round = 0; round < 12; round += 1) {
    for (const question of questions) {
      const scope = 'scope' in question ? question.scope : 'standards';
      await time(raw, async () => {
        const answer = await fetch(`${server.url}/multi-search`, {
          method: 'POST',
          headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            queries: [{ indexUid: indexUid(prefix, scope), q: question.text, limit: 10 }],
          }),
        });
        await answer.arrayBuffer();
      });
      await time(ours, () => engine.search({ language: 'zh', facets: true, ...question }));
    }
    // The first round reads pages from disk.
    if (round === 0) raw.length = ours.length = 0;
  }
  const of = (list: number[], share: number): number =>
    timeAt(
      list.toSorted((a, b) => a - b),
      share,
    );
  const ratio = of(ours, 0.95) / of(raw, 0.95);
  console.log(
    `alone: raw q p50 ${of(raw, 0.5).toFixed(1)} p95 ${of(raw, 0.95).toFixed(1)} ms; with counts p50 ${of(ours, 0.5).toFixed(1)} p95 ${of(ours, 0.95).toFixed(1)} ms; p95 ${ratio.toFixed(1)} times`,
  );
}

/** A dump of a server: the path of its file. */
async function writeDump({ url }: MeilisearchServer, folder: string): Promise<string> {
  const client = new Meilisearch({ host: url, apiKey: masterKey });
  const task = await client.createDump().waitTask({ timeout: 0, interval: 100 });
  if (task.status !== 'succeeded') throw new Error(`no dump: ${task.status}`);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('.dump'),
  );
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
