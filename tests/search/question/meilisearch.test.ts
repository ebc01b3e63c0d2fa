import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import type { SearchEngine } from '#search/contract.ts';
import { createMeilisearch } from '#search/meilisearch/index.ts';
import { openLibrary } from '#library/open.ts';
import { describeWithServer } from '#tests/support/meilisearch.ts';
import { SAMPLE_DAY } from '#tests/support/sample-index.ts';
import { startSampleServer } from '#tests/support/sample-server.ts';
import type { SampleServer } from '#tests/support/sample-server.ts';

let server: SampleServer;
let engine: SearchEngine;

await describeWithServer('a question to a search server', () => {
  beforeAll(async () => {
    server = await startSampleServer(await openLibrary({ dir: 'content', asOf: SAMPLE_DAY }));
    engine = createMeilisearch({ url: server.url, key: server.key, index: server.prefix });
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
