import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createMeilisearch,
  ensureSearchKey,
  publishAll,
  publishIndex,
  PublishFailure,
} from '#search/meilisearch/index.ts';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import { surveyServer } from '#scripts/meilisearch/survey.ts';
import { digestContents } from '#search/meilisearch/publish.ts';
import { SCHEMA, indexUid, metaUid } from '#search/meilisearch/schema.ts';
import { describeWithServer, startServer } from '#tests/support/meilisearch.ts';
import type { TestServer } from '#tests/support/meilisearch.ts';
import { makeFolder } from '../../support/temporary-library.ts';
import { makeLibrary } from './build.ts';
import type { Hosted } from './build.ts';

let server: TestServer;
let client: Meilisearch;

const cold: Hosted = {
  number: 'DB9902/T 12—2023',
  title: '冷链物流企业温度控制规范',
  texts: ['出库前应抽测货物的中心温度。', '车厢应预冷。'],
};
const fridge: Hosted = {
  number: 'T/SFJD 005—2024',
  title: '家用电冰箱互联互通技术要求',
  texts: ['电冰箱应能接入网络。'],
};
const records = Array.from({ length: 60 }, (_, at) => `GB/T ${1000 + at}-2019`);

/** Searches with the key a page has. */
async function openEngine(prefix: string, on: TestServer = server) {
  const key = await ensureSearchKey({ server: on.admin, prefix });
  const engine = createMeilisearch({ url: on.url, key, index: prefix });
  return async (text: string) =>
    (await engine.search({ text, language: 'zh' })).hits.map(({ number }) => number);
}

await describeWithServer('publishing', () => {
  beforeAll(async () => {
    server = await startServer();
    client = new Meilisearch({ host: server.url, apiKey: server.masterKey });
  });
  afterAll(() => server.close());

  test('a server restored from a dump answers with the key of before, and is behind till it is written again', async () => {
    const prefix = 'dumped';
    const now = makeLibrary([cold, fridge], records);
    await publishIndex({ library: makeLibrary([cold], records), server: server.admin, prefix });
    const key = await ensureSearchKey({ server: server.admin, prefix });
    const dumped = await client.createDump().waitTask({ timeout: 0, interval: 50 });
    expect(dumped.status).toBe('succeeded');
    await publishIndex({ library: now, server: server.admin, prefix });

    const folder = makeFolder();
    const dump = join(server.folder, 'dumps', `${dumped.details?.dumpUid ?? ''}.dump`);
    const restored = await startMeilisearch({ folder, masterKey: server.masterKey, dump });
    try {
      const look = async (url: string) => {
        const target = { url, publicUrl: url, adminKey: server.masterKey };
        return (await surveyServer(target, prefix, await digestContents(now))).holds?.current;
      };
      expect(await look(server.url)).toBe(true);
      expect(await look(restored.url)).toBe(false);
      const ask = async (text: string) => {
        const engine = createMeilisearch({ url: restored.url, key, index: prefix });
        return (await engine.search({ text, language: 'zh' })).hits.map(({ number }) => number);
      };
      expect(await ask('车厢应预冷')).toEqual([cold.number]);
      expect(await ask('电冰箱应能接入网络')).toEqual([]);
      const admin = { url: restored.url, key: server.masterKey };
      await publishIndex({ library: now, server: admin, prefix });
      expect(await look(restored.url)).toBe(true);
      expect(await ask('电冰箱应能接入网络')).toEqual([fridge.number]);
    } finally {
      await restored.stop();
    }
  });

  test('sends everything once, then only what changed', async () => {
    const options = { server: server.admin, prefix: 'once' };
    const first = await publishIndex({ ...options, library: makeLibrary([cold, fridge], records) });
    // What questions are matched by: some files of words, their root and the stamp of all of them.
    const { passages } = first.counts;
    const documents = 65 + passages;
    expect(first).toMatchObject({ documents, sent: documents, removed: 0, swapped: true });
    expect(first.counts).toMatchObject({ standards: 62, clauses: 3, terms: 0, systems: 0 });

    const same = await publishIndex({ ...options, library: makeLibrary([cold, fridge], records) });
    expect(same).toMatchObject({ documents, sent: 0, removed: 0, swapped: false });

    // One clause: it and its standard, which is found by its words; and of those files the ones with its words, and the stamp.
    const changed: Hosted = { ...cold, texts: ['出库前应抽测货物的中心温度。', '车厢应先通风。'] };
    const second = await publishIndex({
      ...options,
      library: makeLibrary([changed, fridge], records),
    });
    expect(second).toMatchObject({ removed: 0, swapped: true });
    expect(second.sent).toBeGreaterThan(2);
    expect(second.sent).toBeLessThanOrEqual(2 + passages);
    const find = await openEngine('once');
    expect(await find('先通风')).toEqual([cold.number]);
    expect(await find('应预冷')).toEqual([]);

    const fewer = await publishIndex({ ...options, library: makeLibrary([changed], records) });
    // It, its clause, and shards of words that nothing has any more.
    expect(fewer.swapped).toBe(true);
    expect(fewer.removed).toBeGreaterThanOrEqual(2);
    expect(fewer.removed).toBeLessThanOrEqual(2 + passages);
    expect(fewer.sent).toBeLessThanOrEqual(passages);
    expect(await find('电冰箱')).toEqual([]);
    expect(
      await publishIndex({ ...options, library: makeLibrary([changed], records) }),
    ).toMatchObject({ sent: 0, removed: 0, swapped: false });
  });

  test('clauses of standards that have very many are counted, and the best of them come, as of those that have few', async () => {
    const filled = (count: number) => Array.from({ length: count }, () => '车厢应预冷。');
    const library = makeLibrary([
      { ...cold, texts: [...filled(90), '预冷'] },
      { ...fridge, texts: ['电冰箱的预冷。', '其他。'] },
    ]);
    await publishIndex({ library, server: server.admin, prefix: 'many' });
    const key = await ensureSearchKey({ server: server.admin, prefix: 'many' });
    const engine = createMeilisearch({ url: server.url, key, index: 'many' });
    const { hits } = await engine.search({ text: '预冷', language: 'zh' });
    expect(
      hits.map(({ slug, clauseCount, clauses }) => [slug, clauseCount, clauses.length]),
    ).toEqual([
      ['t-sfjd-005-2024', 1, 1],
      ['db9902-t-12-2023', 91, 20],
    ]);
    expect(hits[0]?.clauses[0]?.label).toBe('4.1');
  });

  test('words that mean the same take effect without a document sent', async () => {
    const options = { server: server.admin, prefix: 'words' };
    const library = makeLibrary([fridge]);
    await publishIndex({ ...options, library });
    const synonyms = [['冷柜', '电冰箱']];
    const again = { ...library, vocabulary: { ...library.vocabulary, synonyms } };
    expect(await (await openEngine('words'))('冷柜')).toEqual([]);
    expect(await publishIndex({ ...options, library: again })).toMatchObject({ sent: 0 });
    expect(await (await openEngine('words'))('冷柜')).toEqual([fridge.number]);
  });

  test('a document that is rejected leaves the old index serving', async () => {
    const options = { server: server.admin, prefix: 'reject' };
    await publishIndex({ ...options, library: makeLibrary([cold], records) });
    const find = await openEngine('reject');
    // Meilisearch takes ids of 511 bytes at most.
    const library = makeLibrary([{ ...cold, texts: ['另一种说法。'] }], records);
    const [entry] = library.catalog.entries;
    if (!entry) throw new Error('no entry');
    const number = 'GB/T 77777—2026';
    const endless = { ...entry, key: '长'.repeat(300), number, slug: 'endless', row: undefined };
    const catalog = { ...library.catalog, entries: [...library.catalog.entries, endless] };
    const failure = await publishIndex({ ...options, library: { ...library, catalog } }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(PublishFailure);
    const { said } = failure as PublishFailure;
    expect(said.zh).toContain('原来的索引照常使用');
    expect(said.en).toContain(number);
    expect(await find('中心温度')).toEqual([cold.number]);
    expect(await find('另一种说法')).toEqual([]);
    // What was sent in vain is put right by the next publication.
    expect(await publishIndex({ ...options, library })).toMatchObject({ swapped: true });
    expect(await find('另一种说法')).toEqual([cold.number]);
    expect(await find('中心温度')).toEqual([]);
  });

  test('no search fails while an index takes the place of another', async () => {
    const options = { server: server.admin, prefix: 'swap' };
    const versions = ['车厢应预冷。', '车厢应先预冷。'].map((text) =>
      makeLibrary([{ ...cold, texts: [text] }], records),
    );
    const publish = (at: number) => {
      const library = versions[at % 2];
      if (!library) throw new Error('no library');
      return publishIndex({ ...options, library });
    };
    await publish(0);
    const find = await openEngine('swap');
    const state = { over: false };
    let asked = 0;
    const readers = Array.from({ length: 3 }, async () => {
      while (!state.over) {
        const [numbers, titles] = await Promise.all([find('车厢'), find('GB/T 1030')]);
        expect(numbers).toEqual([cold.number]);
        expect(titles[0]).toBe('GB/T 1030—2019');
        asked += 2;
      }
    });
    for (let at = 1; at <= 4; at += 1) expect((await publish(at)).swapped).toBe(true);
    state.over = true;
    await Promise.all(readers);
    expect(asked).toBeGreaterThan(20);
  });

  test('the key of a page may search its indexes and nothing else', async () => {
    await publishIndex({ server: server.admin, prefix: 'rights', library: makeLibrary([cold]) });
    const key = await ensureSearchKey({ server: server.admin, prefix: 'rights' });
    expect(await ensureSearchKey({ server: server.admin, prefix: 'rights' })).toBe(key);
    const page = new Meilisearch({ host: server.url, apiKey: key });
    const own = page.index(indexUid('rights', 'standards'));
    expect((await own.search('')).hits.length).toBe(1);
    const foreign = page.index(indexUid('once', 'standards'));
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => foreign.search(''),
      () => own.getSettings(),
      () => own.getDocuments(),
      () => own.addDocuments([{ id: 'x' }]),
      () => own.deleteAllDocuments(),
      () => own.updateSettings({ sortableAttributes: [] }),
      () => page.getKeys(),
      () => page.getStats(),
      () => page.tasks.getTasks(),
      () => page.createDump(),
      () => page.swapIndexes([]),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toThrow(/acces|invalid|authorization/i);
  });

  test('a server that is down or refuses the key does not stop the others', async () => {
    const other = await startServer();
    try {
      const reports = await publishAll({
        servers: [
          { url: 'http://127.0.0.1:9', key: 'x' },
          { url: server.url, key: 'wrong' },
          server.admin,
          other.admin,
        ],
        prefix: 'several',
        library: makeLibrary([cold, fridge]),
      });
      expect(reports.map(({ failure }) => failure?.said.en.slice(0, 60))).toEqual([
        expect.stringContaining('cannot be reached'),
        expect.stringContaining('refuses this key'),
        undefined,
        undefined,
      ]);
      for (const on of [server, other]) {
        expect(await (await openEngine('several', on))('冰箱')).toEqual([fridge.number]);
      }
    } finally {
      await other.close();
    }
  });

  test('an index says of which version it is; settings keep to the open edition', async () => {
    await publishIndex({ server: server.admin, prefix: 'meta', library: makeLibrary([cold]) });
    const { results } = await client.index(metaUid('meta')).getDocuments();
    expect(results).toMatchObject([{ id: `v${SCHEMA}`, schema: SCHEMA, asOf: '2026-06-01' }]);
    const features = await client.getExperimentalFeatures();
    expect(Object.values(features).some(Boolean)).toBe(false);
  });
});
