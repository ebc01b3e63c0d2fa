import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchRequest } from '#search/contract.ts';
import { createFacetView, listSeenNames } from '#site/client/search/facet-view.ts';
import { buildLarge, openWatched, sumWire } from './embedded-build.ts';
import type { SampleIndex } from '../support/sample-index.ts';

const DAY = '2026-07-02';
const BUDGET = 400_000;
/** The counts that a wide page shows at first. */
const seen = listSeenNames(createFacetView(), { filters: {} });

let folder: string;
let built: SampleIndex;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaolian-wire-'));
  built = await buildLarge(folder, DAY);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, Partial<SearchRequest>]>([
  ['GB/T 1.1', {}],
  ['GB/T 1.1', { facets: seen }],
  ['GB3098', { facets: seen }],
  ['冷链', {}],
  ['冷链', { facets: seen }],
  ['温度控制', { facets: seen }],
  ['温度', { facets: seen, sort: 'issued' }],
  ['lenglian', { facets: seen }],
  ['冷链物流企业温度控制规范', { facets: seen }],
  ['运输途中的回风温度不应高于-18 ℃', { facets: seen }],
  ['', { filters: { status: ['现行'] }, facets: seen, sort: 'number' }],
])(
  'a first search for %j %j among 38,000 rows stays within the budget',
  async (text, rest) => {
    const { engine, wire } = await openWatched(built.index, DAY);
    const answer = await engine.search({ text, language: 'zh', ...rest });
    const bytes = sumWire(wire);
    console.log(`${text} ${JSON.stringify(rest)}: ${bytes} bytes in ${wire.size} files`);
    expect(built.library.catalog.entries.length).toBeGreaterThan(37_000);
    expect(answer.degraded).toBe(false);
    expect(answer.hits.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
  },
  60_000,
);
