import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import type { SearchEngine } from '#search/contract.ts';
import { createMeilisearch, ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import { openLibrary } from '#library/open.ts';
import { describeWithServer, startServer } from '#tests/support/meilisearch.ts';
import type { TestServer } from '#tests/support/meilisearch.ts';

let server: TestServer;
let engine: SearchEngine;

await describeWithServer('a question to a search server', () => {
  beforeAll(async () => {
    const library = await openLibrary({ dir: 'content' });
    server = await startServer();
    const options = { server: server.admin, prefix: 'test' };
    await publishIndex({ library, ...options });
    const key = await ensureSearchKey(options);
    engine = createMeilisearch({ url: server.url, key, index: 'test' });
  });
  afterAll(() => server.close());

  test.each([
    ['冷莲物流', '冷链物流', 'sound'],
    ['冷链物硫', '冷链物流', 'sound'],
    ['冷链物流企业温度空制规范', '冷链物流企业温度控制规范', 'sound'],
    ['lenglain', '冷链', 'sound'],
    ['什么是冷藏车', '冷藏车', 'words'],
  ])('%s is understood as %s', async (typed, meant, why) => {
    const answer = await ask(engine, { text: typed, language: 'zh' });
    expect(answer.suggestion).toEqual({ text: meant, why, applied: true });
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.query).toBe(typed);
  });

  test('traditional characters need no second question', async () => {
    const answer = await ask(engine, { text: '冷鏈物流企業溫度控制規範', language: 'zh' });
    expect(answer.hits[0]?.title).toBe('冷链物流企业温度控制规范');
    expect(answer.suggestion).toBeUndefined();
  });
});
