import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLosses } from '#tests/support/text-balance.ts';
import { mutate, startChance } from '#tests/support/text-mutations.ts';

const root = new URL('../../../', import.meta.url);
const files = [
  ...globSync('content/standards/*/*/index.md', { cwd: root }),
  'tests/corpus/constructs.md',
].toSorted();
const sources = files.map((file) => readFileSync(new URL(file, root), 'utf8'));

/** `TEXT_MUTATIONS=10000 npm test -- tests/core/text/conservation.test.ts` runs them all. */
const mutations = Number(process.env.TEXT_MUTATIONS ?? 120);
const seed = Number(process.env.TEXT_SEED ?? 1);

describe('text in is text out', () => {
  it.each(files.map((file, index) => [file, sources[index] ?? ''] as const))('%s', (_, source) => {
    expect(findLosses(source)).toEqual([]);
  });

  it(`or a finding says so: ${mutations} mutations`, () => {
    const found: unknown[] = [];
    for (let index = 0; index < mutations && found.length < 12; index++) {
      const chance = startChance(seed * 1_000_003 + index);
      const { source, put } = mutate(sources[index % sources.length] ?? '', chance);
      const losses = findLosses(source);
      if (losses.length > 0) found.push({ index, put, losses: losses.slice(0, 3) });
    }
    expect(found).toEqual([]);
  }, 1_200_000);
});
