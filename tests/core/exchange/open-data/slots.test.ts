import { expect, it } from 'vitest';
import { countSlots, slotOf } from '#core/exchange/open-data/manifest.ts';

it.each([
  [40, 1],
  [65, 2],
  [200, 4],
])('puts standards of %d texts in %d slots, each of which some are in', (texts, slots) => {
  expect(countSlots(texts)).toBe(slots);
  const filled = new Set<number>();
  for (let serial = 1; serial <= 400; serial += 1)
    filled.add(slotOf(`db9902-t-${serial}-2026`, slots));
  expect([...filled].toSorted((a, b) => a - b)).toEqual([...Array.from({ length: slots }).keys()]);
});
