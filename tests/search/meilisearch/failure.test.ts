import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  createMeilisearch,
  EngineFailure,
  ensureSearchKey,
  publishIndex,
} from '#search/meilisearch/index.ts';
import type { Scope } from '#search/contract.ts';
import { indexUid, metaId, metaUid, SCHEMA } from '#search/meilisearch/schema.ts';
import { describeWithServer, startServer } from '#tests/support/meilisearch.ts';
import type { TestServer } from '#tests/support/meilisearch.ts';
import { makeLibrary } from './build.ts';

const patient = { timeout: 60_000 };

/** The kind of failure a question ends in. */
async function ask(url: string, key = 'key', index = 'test'): Promise<string> {
  const engine = createMeilisearch({ url, key, index });
  try {
    await engine.search({ text: '冷链', language: 'zh', facets: true });
    return 'answered';
  } catch (error) {
    if (!(error instanceof EngineFailure) || error.message === '') throw error;
    return error.kind;
  }
}

/** A server that answers everything alike. */
async function serve(status: number, type: string, body: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const meta = { hits: [{ id: metaId, schema: SCHEMA, synonyms: 'none' }], totalHits: 1 };

describe('what is no answer', () => {
  test.each([
    ['a page', 200, 'text/html', '<!doctype html><title>Welcome</title>', 'garbage'],
    ['an error page', 404, 'text/html', '<h1>Not found</h1>', 'garbage'],
    ['trouble', 500, 'text/html', '<h1>Oops</h1>', 'unreachable'],
    ['a gateway without a server', 502, 'application/json', '{}', 'unreachable'],
    [
      'a server that is full',
      503,
      'application/json',
      '{"code":"too_many_search_requests"}',
      'busy',
    ],
    ['a limit of a gateway', 429, 'text/html', 'slow down', 'busy'],
    ['half of JSON', 200, 'application/json', '{"results":[{"hits":[', 'garbage'],
    ['nothing', 200, 'application/json', '', 'garbage'],
    ['null', 200, 'application/json', 'null', 'garbage'],
    ['other JSON', 200, 'application/json', '{"hello":"world"}', 'garbage'],
    ['results of another kind', 200, 'application/json', '{"results":[7]}', 'garbage'],
    ['hits that are none', 200, 'application/json', '{"results":[{"hits":["a"]}]}', 'garbage'],
    [
      'fewer results than asked',
      200,
      'application/json',
      JSON.stringify({ results: [meta] }),
      'garbage',
    ],
    ['no key', 401, 'application/json', '{"code":"missing_authorization_header"}', 'refused'],
  ])('%s', async (_, status, type, body, kind) => {
    expect(await ask(await serve(status, type, body))).toBe(kind);
  });

  test('a server that is full for a moment is asked once more', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      request.resume();
      asked += 1;
      if (asked % 2 === 1) response.writeHead(503, { 'retry-after': '10' }).end();
      else response.end(JSON.stringify({ results: [meta] }));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const engine = createMeilisearch({
      url: `http://127.0.0.1:${port}`,
      key: 'key',
      index: 'test',
    });
    // What means nothing asks nothing more than what the index says of itself.
    expect((await engine.search({ text: '，', language: 'zh' })).total).toBe(0);
    expect(asked).toBe(2);
  });

  test('no server', async () => {
    expect(await ask('http://127.0.0.1:9')).toBe('unreachable');
    expect(await ask('not an address')).toBe('unreachable');
  });
});

const record = {
  id: 'a',
  slug: 'db9902-t-12-2023',
  number: 'DB9902/T 12—2023',
  title: '冷链物流',
  titleEn: '',
  hosted: true,
  facts: { declared: 'published', issued: '2023-01-01' },
  successors: [{ key: 'DB9902/T 12-2024', number: 'DB9902/T 12—2024', slug: 'db9902-t-12-2024' }],
};
const clause = {
  id: 'b',
  standard: 'db9902-t-12-2023',
  language: 'zh',
  anchor: '5.1',
  label: '5.1',
  title: '冷链',
  text: '冷链。',
  peripheral: 0,
};
const term = { ...record, standard: record.slug, anchor: 'term-1', term: '冷链', termEn: '' };
const system = { id: 'c', path: '/systems/cold-chain/', name: '冷链', nameEn: '', count: 1 };

/** A server that knows the index, and answers every question with one document of each kind. */
async function serveDocuments(documents: Readonly<Record<string, object>>): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { queries } = JSON.parse(Buffer.concat(chunks).toString()) as {
        queries: readonly { indexUid: string }[];
      };
      const results = queries.map(({ indexUid: uid }) => {
        if (uid === metaUid('test')) return meta;
        const room = uid.split('_').at(-1) ?? '';
        const facetDistribution = room === 'clauses' ? { language: { zh: 1 } } : {};
        return { hits: [documents[room]], totalHits: 1, facetDistribution };
      });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results }));
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a server that means harm', () => {
  const good = {
    standards: record,
    clauses: clause,
    terms: { ...term, definition: '冷链' },
    systems: system,
  };
  const answer = async (documents: Readonly<Record<string, object>>, scope: Scope) => {
    const engine = createMeilisearch({
      url: await serveDocuments(documents),
      key: 'key',
      index: 'test',
    });
    return engine.search({ text: '冷链', language: 'zh', scope });
  };

  test('is believed where its documents are well made', async () => {
    const { hits } = await answer(good, 'standards');
    expect(hits[0]?.path).toBe('/standards/db9902-t-12-2023/');
    expect(hits[0]?.clauses[0]?.path).toBe('/standards/db9902-t-12-2023/#5.1');
    expect((await answer(good, 'terms')).terms[0]?.path).toMatch(/#term-1$/);
    expect((await answer(good, 'systems')).systems[0]?.path).toBe('/systems/cold-chain/');
  });

  const addresses = [
    'javascript:alert(1)',
    '//evil.example/',
    '/\\evil.example/',
    'https://evil.example/',
    '../../evil/',
    '/../evil/',
    ' /systems/',
    '/systems/\n/',
    '/systems/?q=1#x',
    '',
    7,
    null,
  ];
  test.each(addresses)('leads nowhere by the address %j', async (address) => {
    const bad: readonly (readonly [Scope, Readonly<Record<string, object>>])[] = [
      ['standards', { ...good, standards: { ...record, slug: address } }],
      ['standards', { ...good, clauses: { ...clause, standard: address } }],
      ['standards', { ...good, standards: { ...record, successors: [{ slug: address }] } }],
      [
        'standards',
        {
          ...good,
          standards: { ...record, successors: [{ ...record.successors[0], slug: address }] },
        },
      ],
      ['terms', { ...good, terms: { ...good.terms, standard: address } }],
      ['systems', { ...good, systems: { ...system, path: address } }],
    ];
    for (const [scope, documents] of bad) {
      await expect(answer(documents, scope)).rejects.toMatchObject({ kind: 'garbage' });
    }
  });

  test.each([
    ['none', undefined],
    ['a text', '现行'],
    ['a day that is none', { issued: 20230101 }],
    ['a status nobody knows', { recorded: { status: '<b>', asOf: '2023-01-01' } }],
    ['successors that are no list', { replacedBy: { length: 1 } }],
    ['successors without keys', { replacedBy: [{}] }],
    ['reviews that are no list', { reviews: 'often' }],
  ])('is not believed with facts that are %s', async (_, facts) => {
    const documents = { ...good, standards: { ...record, facts } };
    await expect(answer(documents, 'standards')).rejects.toMatchObject({ kind: 'garbage' });
  });

  test('writes no address of its own into an anchor', async () => {
    const anchor = '"><script>/../\\evil';
    const { hits } = await answer({ ...good, clauses: { ...clause, anchor } }, 'standards');
    expect(hits[0]?.clauses[0]?.path).toBe(
      `/standards/db9902-t-12-2023/#${encodeURIComponent(anchor)}`,
    );
  });
});

await describeWithServer('a real server', () => {
  let server: TestServer;
  const library = makeLibrary([
    { number: 'DB9902/T 12—2023', title: '冷链物流', texts: ['车厢应预冷。'] },
  ]);
  beforeAll(async () => {
    server = await startServer();
    await publishIndex({ server: server.admin, prefix: 'good', library });
  });
  afterAll(() => server.close());

  test('a wrong key, a key of other indexes, no index', async () => {
    const key = await ensureSearchKey({ server: server.admin, prefix: 'good' });
    expect(await ask(server.url, key, 'good')).toBe('answered');
    expect(await ask(server.url, 'wrong', 'good')).toBe('refused');
    expect(await ask(server.url, key, 'other')).toBe('refused');
    expect(await ask(server.url, server.masterKey, 'other')).toBe('missing-index');
  });

  test('an index of another version, or one that lost a part', async () => {
    const client = new Meilisearch({ host: server.url, apiKey: server.masterKey });
    await publishIndex({ server: server.admin, prefix: 'later', library });
    await client
      .index(metaUid('later'))
      .addDocuments([{ id: 'later', schema: SCHEMA + 1 }])
      .waitTask(patient);
    // Two versions side by side: each page has its own.
    expect(await ask(server.url, server.masterKey, 'later')).toBe('answered');
    await client.index(metaUid('later')).deleteDocument(metaId).waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'later')).toBe('other-version');

    await publishIndex({ server: server.admin, prefix: 'part', library });
    await client.index(indexUid('part', 'standards')).resetFilterableAttributes().waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'part')).toBe('other-version');
    await client.deleteIndex(indexUid('part', 'standards')).waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'part')).toBe('missing-index');
  });

  describe("a question in people's own words", () => {
    const best = { text: '车厢怎么预冷', language: 'zh', best: true } as const;
    const open = (index: string) =>
      createMeilisearch({ url: server.url, key: server.masterKey, index });

    test.each([
      ['root', 'no JSON'],
      ['root', 'null'],
      ['root', '{"records":1}'],
      ['root', '{"records":1,"hosted":1,"hostedLive":1,"recordsLive":1,"end":2,"texts":[[7]]}'],
      ['titles', '{"a":1}'],
      ['stamp', '7'],
      ['text', '{}'],
      ['text', '[["冷链"],7]'],
    ])('is refused where %s is %s', async (name, content) => {
      await publishIndex({ server: server.admin, prefix: 'damaged', library });
      const client = new Meilisearch({ host: server.url, apiKey: server.masterKey });
      const passages = client.index<{ id: string; content: string }>(
        indexUid('damaged', 'passages'),
      );
      const { results } = await passages.getDocuments({ fields: ['id'], limit: 1000 });
      // The few words of this library are in one shard.
      const ids = results.map((each) => each.id).filter((each) => each.startsWith(name));
      expect(ids).toHaveLength(1);
      const [id = ''] = ids;
      const whole = await passages.getDocument(id);
      await passages.updateDocuments([{ id, content }]).waitTask(patient);
      await expect(open('damaged').search(best)).rejects.toMatchObject({
        name: 'EngineFailure',
        kind: 'garbage',
      });
      await passages.addDocuments([whole]).waitTask(patient);
      expect((await open('damaged').search(best)).total).toBe(1);
    });

    test('is asked of what was published since the page was opened', async () => {
      const publish = (number: string, text: string) =>
        publishIndex({
          server: server.admin,
          prefix: 'renewed',
          library: makeLibrary([{ number, title: '冷链物流', texts: [text] }]),
        });
      await publish('DB9902/T 12—2023', '车厢应预冷。');
      const engine = open('renewed');
      const first = await engine.search(best);
      expect(first.hits.map(({ number }) => number)).toEqual(['DB9902/T 12—2023']);
      await publish('DB9902/T 13—2024', '装货前车厢应预冷到位。');
      const second = await engine.search(best);
      expect(second.hits.map(({ number }) => number)).toEqual(['DB9902/T 13—2024']);
    });
  });

  test('a failure is not kept: the next question finds the server well again', async () => {
    let down = true;
    const { fetch } = globalThis;
    onTestFinished(() => void (globalThis.fetch = fetch));
    globalThis.fetch = (...args) =>
      down ? Promise.reject(new TypeError('fetch failed')) : fetch(...args);
    const engine = createMeilisearch({ url: server.url, key: server.masterKey, index: 'good' });
    const question = { text: '冷链', language: 'zh' } as const;
    await expect(engine.search(question)).rejects.toMatchObject({ kind: 'unreachable' });
    down = false;
    expect((await engine.search(question)).total).toBe(1);
  });
});
