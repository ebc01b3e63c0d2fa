import { expect, it } from 'vitest';
import { buildShards } from '#search/embedded/directory/build-index.ts';
import { createShardKeeper } from '#search/embedded/directory/kept-shards.ts';
import { startChance } from '../support/text-mutations.ts';

it('shards that are kept and followed are those that are made anew, whatever changed', () => {
  const random = startChance(3);
  const below = (count: number) => Math.floor(random() * count);
  const some = () => Array.from({ length: 20 + below(40) }, () => `t${below(4000)}`);
  let records = Array.from({ length: 300 }, some);
  const keep = createShardKeeper();
  let before = keep(records);
  expect(before).toEqual(buildShards(records));
  expect(before.contents.length).toBeGreaterThan(10);
  for (let step = 0; step < 24; step += 1) {
    const own = new Set(Array.from({ length: below(20) }, () => below(records.length)));
    records = records.map((tokens, id) => (own.has(id) ? some() : tokens));
    // More or fewer of them, or all of them others.
    if (step % 10 === 9) records = records.slice(0, -1);
    if (step % 12 === 11) records = records.map(some);
    const now = keep(records);
    expect(now).toEqual(buildShards(records));
    before = now;
  }
  const [first = [], ...rest] = records;
  const { contents } = keep([[...first, 't1 of its own'], ...rest]);
  const others = contents.filter((content) => !before.contents.includes(content));
  expect(others.length).toBeLessThan(4);
});
