import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FilterName, SearchRequest } from '#search/contract.ts';
import { createMeilisearch, publishIndex } from '#search/meilisearch/index.ts';
import { indexUid } from '#search/meilisearch/schema.ts';
import { createFacetView, listSeenNames } from '#site/client/search/facet-view.ts';
import { describeWithServer, startServer } from '#tests/support/meilisearch.ts';
import type { TestServer } from '#tests/support/meilisearch.ts';
import { makeLibrary } from './build.ts';

await describeWithServer('counts of standards by the kinds of very many clauses', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  test('are left out where the question allows it, and given where it does not', async () => {
    const library = makeLibrary([
      { number: 'DB9902/T 12—2023', title: '冷链物流', texts: ['车厢应预冷。'] },
    ]);
    await publishIndex({ server: server.admin, prefix: 'many', library });
    const clauses = new Meilisearch({ host: server.url, apiKey: server.masterKey }).index(
      indexUid('many', 'clauses'),
    );
    const add = (ids: readonly number[]) =>
      clauses
        .addDocuments(
          ids.map((id) => ({
            id: `clause-${id}`,
            standard: `standard-${id}`,
            body: ['预冷'],
            language: 'zh',
            values: { provision: ['requirement'] },
          })),
        )
        .waitTask({ timeout: 120_000 });
    const engine = createMeilisearch({ url: server.url, key: server.masterKey, index: 'many' });
    const facets = ['kind', 'provision'] as const satisfies readonly FilterName[];
    const count = async (rest: Partial<SearchRequest>) => {
      const answer = await engine.search({ text: '预冷', language: 'zh', facets, ...rest });
      const { kind, provision } = answer.facets;
      return { kind: kind?.length, provision, uncounted: answer.uncounted };
    };
    const counted = (total: number) => ({
      kind: 1,
      provision: [{ value: 'requirement', count: total }],
      uncounted: undefined,
    });

    await add(Array.from({ length: 5_000 }, (_, at) => at));
    expect(await count({ spareCounts: true })).toEqual(counted(5_000));
    await add([5_000]);
    expect(await count({ spareCounts: true })).toEqual({
      kind: 1,
      provision: undefined,
      uncounted: ['provision'],
    });
    expect(await count({})).toEqual(counted(5_001));
    const ofClauses = await engine.search({
      text: '预冷',
      language: 'zh',
      scope: 'clauses',
      facets,
      spareCounts: true,
    });
    // That of the library, of no kind, and those added.
    expect(ofClauses.total).toBe(5_002);
    expect(ofClauses.uncounted).toEqual(['provision']);
  });
});

test('what an answer left uncounted is not asked for until a reader opens it', () => {
  const view = createFacetView();
  const uncounted: readonly FilterName[] = ['provision'];
  expect(listSeenNames(view, { filters: {} })).toContain('provision');
  expect(listSeenNames(view, { filters: {}, uncounted })).not.toContain('provision');
  const chosen = { provision: ['requirement'] };
  expect(listSeenNames(view, { filters: chosen, uncounted })).toContain('provision');
  view.open.set('provision', true);
  expect(listSeenNames(view, { filters: {}, uncounted })).toContain('provision');
});
