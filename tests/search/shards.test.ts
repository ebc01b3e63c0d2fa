import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutShards, openShards } from '#search/shared/shards.ts';
import type { ShardLine } from '#search/shared/shards.ts';

const size = 400;
const tokens = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 300,
});
const toLine = (token: string): ShardLine => [token, 'x'.repeat(token.length * 3)];

it('every line is in one shard, in order, and a shard is no longer than a third above its size', () => {
  fc.assert(
    fc.property(tokens, (list) => {
      const { firsts, contents } = cutShards(list.map(toLine), size);
      const shards = contents.map((content) => JSON.parse(content) as ShardLine[]);
      expect(shards.map(([first]) => first?.[0])).toEqual(firsts);
      const sorted = list.toSorted((a, b) => (a < b ? -1 : 1));
      expect(shards.flat()).toEqual(sorted.map(toLine));
      for (const content of contents) expect(content.length).toBeLessThan(size * 1.3 + 40);
    }),
  );
});

it('each token is found in its shard, and none that is not there', async () => {
  const list = Array.from({ length: 200 }, (_, at) => `词${at}`);
  const { firsts, contents } = cutShards(list.map(toLine), size);
  const read = openShards(
    firsts,
    (at) => `t${at}.json`,
    async (names) =>
      names.map((name) => JSON.parse(contents[Number(name.slice(1, -5))] ?? '') as unknown),
  );
  expect(await read(['词7', '没有', '词199'])).toEqual(['词7', '词199'].map(toLine));
});

it('a line that grows, comes or goes leaves nearly all shards as they were', () => {
  const list = Array.from({ length: 2000 }, (_, at) => `t${String(at * 7919).padStart(8, '0')}`);
  const before = new Set(cutShards(list.map(toLine), size).contents);
  const lines = list.map(toLine);
  for (const at of [0, 3, 500, 1234, 1999]) {
    const changes = [
      lines.toSpliced(at, 1, [list[at] ?? '', 'y'.repeat(90)]),
      lines.toSpliced(at, 1),
      lines.toSpliced(at, 0, [`${list[at]}a`, 'new']),
    ];
    for (const changed of changes) {
      const { contents } = cutShards(changed, size);
      const fresh = contents.filter((content) => !before.has(content));
      expect(fresh.length, `line ${at} of ${contents.length} shards`).toBeLessThan(12);
    }
  }
});
