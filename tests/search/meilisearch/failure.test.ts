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
} from '../../../search/meilisearch/index.ts';
import { indexUid, metaUid } from '../../../search/meilisearch/schema.ts';
import { describeWithServer, startServer } from '../../support/meilisearch.ts';
import type { TestServer } from '../../support/meilisearch.ts';
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

const meta = { hits: [{ id: 'v1', schema: 1, synonyms: 'none' }], totalHits: 1 };

describe('what is no answer', () => {
  test.each([
    ['a page', 200, 'text/html', '<!doctype html><title>Welcome</title>', 'garbage'],
    ['an error page', 404, 'text/html', '<h1>Not found</h1>', 'garbage'],
    ['trouble', 500, 'text/html', '<h1>Oops</h1>', 'unreachable'],
    ['a gateway without a server', 502, 'application/json', '{}', 'unreachable'],
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

  test('no server', async () => {
    expect(await ask('http://127.0.0.1:9')).toBe('unreachable');
    expect(await ask('not an address')).toBe('unreachable');
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
      .addDocuments([{ id: 'v2', schema: 2 }])
      .waitTask(patient);
    // Two versions side by side: each page has its own.
    expect(await ask(server.url, server.masterKey, 'later')).toBe('answered');
    await client.index(metaUid('later')).deleteDocument('v1').waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'later')).toBe('other-version');

    await publishIndex({ server: server.admin, prefix: 'part', library });
    await client.index(indexUid('part', 'standards')).resetFilterableAttributes().waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'part')).toBe('other-version');
    await client.deleteIndex(indexUid('part', 'standards')).waitTask(patient);
    expect(await ask(server.url, server.masterKey, 'part')).toBe('missing-index');
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
