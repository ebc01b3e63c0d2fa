import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { buildSystems } from '#core/systems/index.ts';
import type { SearchAnswer } from '#search/contract.ts';
import { buildDirectory } from '#search/embedded/directory/build.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { projectDocuments } from '#search/meilisearch/documents.ts';
import {
  clauseAttributes,
  standardAttributes,
  systemAttributes,
  termAttributes,
} from '#search/meilisearch/hits.ts';
import { loadSounds } from '#search/question/sound.ts';
import { rankCatalog } from '#search/record/index.ts';
import { embeddedOnly } from '#search/runtime-config.ts';
import {
  searchAnswer,
  searchServers,
  servedDocuments,
} from '#site/files/open-data/search-shapes.ts';
import { makeRecord, makeRow } from '../core/catalog/build.ts';
import { ask } from '../search/build.ts';
import { makeLibrary } from '../search/meilisearch/build.ts';

const numbers = ['DB9902/T 12-2018', 'DB9902/T 12-2023', 'DB9903/T 6-2024'];
const title = '冷链物流温度控制规范';
const plain = makeLibrary(numbers.map((number) => ({ number, title, texts: ['冷藏车应预冷。'] })));
const [old, current, others] = numbers as [string, string, string];
const term = {
  term: '冷藏车',
  termEn: 'refrigerated vehicle',
  anchor: '3.1',
  abbreviations: [],
  admitted: [],
  definition: '能保持低温的车辆',
};
const rows = [
  makeRow(old, {
    title,
    implemented: '2018-06-01',
    reviews: [{ date: '2022-06-01', result: '修订' }],
  }),
  makeRow(
    current,
    { title, implemented: '2023-08-10', replaces: [old], chains: ['cold-chain'] },
    { terms: [term] as never },
  ),
];
const catalog = buildCatalog({
  rows,
  partners: [
    {
      id: '9903',
      name: { zh: '样板市', en: 'Model City' },
      short: { zh: '样板', en: 'Model' },
      code: '9903',
      licence: 'CC-BY-4.0',
      mirrored: '2026-05-20',
      sample: true,
      rows: [makeRow(others, { title })],
      records: [],
    },
  ],
  recognitions: [
    {
      keys: [current, others],
      since: '2026-03-01',
      until: '2029-03-01',
      ground: { zh: '要求相同', en: 'Same requirements' },
      notice: { issuer: '示范市市场监督管理局' },
    },
  ],
  records: [makeRecord('GB/T 191-2008', { title: '包装储运图示标志' })],
  asOf: '2026-06-01',
});
const systems = buildSystems([], catalog);
const chains = [{ id: 'cold-chain', zh: '冷链物流', en: 'Cold chain' }];
const library = {
  ...plain,
  rows,
  catalog,
  systems,
  vocabulary: { ...plain.vocabulary, chains: chains as never },
};

/** What a program reads: no key that the shape does not name, at any depth. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('answers of the search are what OpenAPI says', () => {
  const files = buildDirectory(rankCatalog({ catalog, systems }, 'full'), 'full');
  const directory = openDirectory(async (path) => JSON.parse(files.get(path) ?? ''));

  it.each([
    ['DB9902/T 12', 2, 0],
    ['冷链物流', 3, 0],
    ['GB/T 191', 1, 0],
    ['GB/T 192', 0, 1],
  ])('%s', async (question, hits, nearest) => {
    const answer: SearchAnswer = await ask(await directory, question);
    expect(answer.hits).toHaveLength(hits);
    expect(answer.nearest.length).toBeGreaterThanOrEqual(nearest);
    expect(searchAnswer.parse(asRead(answer))).toEqual(asRead(answer));
  });

  it('and one that is none is refused', async () => {
    const answer = await ask(await directory, 'DB9902/T 12');
    const [hit] = answer.hits;
    for (const bad of [{ total: -1 }, { hits: [{ ...hit, path: 'https://x' }] }, { engine: 'x' }])
      expect(searchAnswer.safeParse({ ...answer, ...bad }).success).toBe(false);
  });
});

describe('documents of a search server are what OpenAPI says', () => {
  const attributes: Readonly<Record<string, readonly string[]>> = {
    standards: standardAttributes,
    clauses: clauseAttributes,
    terms: termAttributes,
    systems: systemAttributes,
  };

  it.each(['standards', 'clauses', 'terms', 'systems'] as const)('%s', async (index) => {
    const documents = [...projectDocuments(library, await loadSounds())]
      .filter(({ indexName }) => indexName === index)
      .map(({ document }) =>
        Object.fromEntries(
          Object.entries(document).filter(([name]) => attributes[index]?.includes(name)),
        ),
      );
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents)
      expect(servedDocuments[index].parse(asRead(document))).toEqual(asRead(document));
  });

  it('and the file that names the servers', () => {
    expect(searchServers.parse(asRead(embeddedOnly))).toEqual(embeddedOnly);
    const servers = [{ url: 'ftp://x', key: 'k' }];
    expect(searchServers.safeParse({ ...embeddedOnly, servers }).success).toBe(false);
  });
});
