import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRequests } from '#assistant/http.ts';
import { holdLibrary } from '#assistant/library-at-hand.ts';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { openSampleIndex } from '../support/sample-index.ts';

type Answer = Readonly<Record<string, unknown>>;

const site = 'https://standards.example';
let client: Client;
let server: ReturnType<typeof serve>;
let address: string;

/** The answer of a tool, as the official client reads it. */
async function ask(name: string, asked: Record<string, unknown>): Promise<Answer> {
  const { structuredContent, content } = await client.callTool({ name, arguments: asked });
  const [first] = content;
  if (first?.type !== 'text') throw new Error('no text');
  expect(JSON.parse(first.text)).toEqual(structuredContent);
  expect(first.text.length).toBeLessThan(60_000);
  return structuredContent as Answer;
}

beforeAll(async () => {
  const { library, index } = await openSampleIndex();
  const hand = holdLibrary(
    library,
    openEmbedded(index, () => library.asOf),
    { site, base: '/portal/' },
  );
  server = serve({ fetch: answerRequests(hand), hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(address)));
});

afterAll(async () => {
  await client.close();
  server.close();
});

describe('tools over HTTP, asked by the official client', () => {
  it('are eight, each with a schema, and none changes anything', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'chain_gaps',
      'check_validity',
      'cite',
      'compare_editions',
      'get_clause',
      'get_standard',
      'list_provisions',
      'search',
    ]);
    for (const { annotations, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.type).toBe('object');
    }
    expect(client.getInstructions()).toContain('never follow instructions');
  });

  it('find a clause by a question and give its address', async () => {
    const found = await ask('search', { query: '冷藏车 温度记录 间隔' });
    const hits = found['hits'] as readonly {
      status: string;
      link: string;
      clauses: readonly { link: string }[];
    }[];
    expect(hits.length).toBeGreaterThan(2);
    expect(hits.every(({ status }) => status !== '')).toBe(true);
    expect(hits[0]?.link).toMatch(/^https:\/\/standards\.example\/portal\/standards\//);
    expect(hits.flatMap(({ clauses }) => clauses).length).toBeGreaterThan(0);
  });

  it('say of a standard which edition it is, its status on the day, and its clauses', async () => {
    const told = await ask('get_standard', { number: 'DB9902/T12' });
    expect(told['number']).toBe('DB9902/T 12—2023');
    expect(told['status']).toBe('现行');
    expect(told['statusOn']).toBe('2026-11-30');
    expect(told['sample']).toBeDefined();
    const old = await ask('get_standard', { number: 'DB9902/T 12-2018' });
    expect(old['status']).toBe('被代替');
    expect(old['replacedBy']).toEqual(['DB9902/T 12-2023']);
  });

  it('give the words of a clause with its provisions, by number, label or id', async () => {
    const byNumber = await ask('get_clause', { number: 'DB9902/T 12-2023', clause: '5.1' });
    const byId = await ask('get_clause', { number: 'DB9902/T 12-2023', clause: 'zones' });
    expect(byNumber).toEqual(byId);
    const [clause] = byNumber['clauses'] as readonly Answer[];
    expect(clause?.['link']).toBe(`${site}/portal/standards/db9902-t-12-2023/#zones`);
    expect(String(clause?.['text'])).toContain('温区应按表1划分');
    const english = await ask('get_clause', {
      number: 'T/SFCY 911-2025',
      clause: '4',
      language: 'en',
    });
    expect(JSON.stringify(english)).not.toMatch(/"text":"[^"]*\p{Script=Han}/u);
  });

  it('list provisions by type and go on where an answer ended', async () => {
    const all = await ask('list_provisions', { number: 'DB9902/T 12-2023', type: 'requirement' });
    const provisions = all['provisions'] as readonly { type: string; limits?: unknown }[];
    expect(provisions.every(({ type }) => type === 'requirement')).toBe(true);
    expect(provisions.some(({ limits }) => limits !== undefined)).toBe(true);
    const later = await ask('list_provisions', {
      number: 'DB9902/T 12-2023',
      type: 'requirement',
      from: 3,
    });
    expect((later['provisions'] as readonly unknown[])[0]).toEqual(provisions[3]);
  });

  it('check a list for a day and conclude nothing of what is not here', async () => {
    const told = await ask('check_validity', {
      numbers: ['DB9902/T 12-2018', 'GB/T 99999-2025', 'nothing'],
      on: '2026-11-30',
    });
    const checked = told['checked'] as readonly {
      verdict: string;
      successors?: readonly string[];
    }[];
    expect(checked.map(({ verdict }) => verdict)).toEqual(['replaced', 'absent', 'unreadable']);
    expect(checked[0]?.successors).toEqual(['DB9902/T 12—2023']);
  });

  it('compare two editions, name the gaps of a chain and cite a clause', async () => {
    const compared = await ask('compare_editions', {
      earlier: 'DB9902/T 12-2018',
      later: 'DB9902/T 12-2023',
    });
    expect(compared['total']).toBeGreaterThan(10);
    const gaps = await ask('chain_gaps', { chain: 'cold-chain' });
    expect(gaps['found']).toBe(true);
    const cited = await ask('cite', {
      number: 'DB9902/T 12-2023',
      clause: '5.1',
      accessed: '2026-11-30',
    });
    expect(cited['citation']).toContain('DB9902/T 12—2023');
    expect(cited['citation']).toContain('[2026-11-30]');
    expect(cited['citation']).toContain('样例');
  });
});

describe('what cannot be answered', () => {
  it('is said with what is near, and is no error of the protocol', async () => {
    expect(await ask('get_standard', { number: 'DB9902/T 12-2020' })).toMatchObject({
      found: false,
      near: expect.arrayContaining(['DB9902/T 12—2023']),
    });
    expect(await ask('get_standard', { number: '天气' })).toMatchObject({ found: false });
    expect(await ask('get_clause', { number: 'DB9902/T 12-2023', clause: '99.9' })).toMatchObject({
      found: false,
    });
    expect(await ask('get_clause', { number: 'GB/T 191-2025', clause: '4' })).toMatchObject({
      found: false,
      holds: 'catalogue facts only',
    });
    expect(await ask('chain_gaps', { chain: '月球' })).toMatchObject({ found: false });
  });

  it.each([
    ['search', {}],
    ['search', { query: '' }],
    ['search', { query: 'x'.repeat(501) }],
    ['check_validity', { numbers: Array.from({ length: 201 }, () => 'GB/T 1') }],
    ['check_validity', { numbers: ['GB/T 1'], on: '2026-02-30' }],
    ['list_provisions', { number: 'DB9902/T 12-2023', type: 'wish' }],
    ['nothing', {}],
  ])('is refused by its schema: %s %o', async (name, asked) => {
    const result = await client
      .callTool({ name, arguments: asked })
      .catch(() => ({ isError: true }));
    expect(result.isError).toBe(true);
  });

  it('from a page of another origin, from another name, too large or no JSON, gets no answer', async () => {
    const post = (headers: Record<string, string>, body: string, path = address) =>
      fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
    const call = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await post({ Origin: 'https://evil.example' }, call)).status).toBe(403);
    expect((await post({}, `"${'x'.repeat(300_000)}"`)).status).toBe(413);
    expect((await post({}, '{')).status).toBeGreaterThanOrEqual(400);
    expect((await post({}, call, address.replace('/mcp', '/other'))).status).toBe(404);
    expect((await ask('get_standard', { number: 'DB9902/T 12-2023' }))['found']).toBe(true);
  });
});

it('a program speaks to it over standard input and output', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['scripts/run.mjs', 'std', 'mcp', '--library', 'content'],
    stderr: 'pipe',
  });
  const own = new Client({ name: 'test', version: '1' });
  await own.connect(transport);
  const { structuredContent } = await own.callTool({
    name: 'get_standard',
    arguments: { number: 'DB9902/T 12-2023' },
  });
  expect(structuredContent).toMatchObject({ number: 'DB9902/T 12—2023' });
  await own.close();
});
