import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPosting,
  packIds,
  packPostings,
  unpackIds,
  unpackPostings,
} from '#search/match/postings.ts';

function pack(postings: readonly (readonly [id: number, impact: number])[]): string {
  const list = { count: 0, kept: [] };
  for (const [id, impact] of postings) addPosting(list, id, impact);
  return packPostings(list);
}

test('numbers in order come back as they were', () => {
  const numbers = fc.uniqueArray(fc.nat(10_000_000)).map((ids) => ids.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(numbers, (ids) => {
      expect(unpackIds(packIds(ids))).toEqual(ids);
    }),
  );
});

describe('postings as a text', () => {
  const posting = fc.tuple(fc.nat(10_000_000), fc.integer({ min: 1, max: 31 }));
  const sorted = fc
    .uniqueArray(posting, { selector: ([id]) => id, maxLength: 200 })
    .map((list) => list.toSorted((a, b) => a[0] - b[0]));

  test('come back as they were', () => {
    fc.assert(
      fc.property(sorted, (list) => {
        const { ids, impacts } = unpackPostings(pack(list));
        expect(ids.map((id, at) => [id, impacts[at]])).toEqual(list);
      }),
    );
  });

  test('need no escape in JSON', () => {
    fc.assert(
      fc.property(sorted, (list) => {
        const packed = pack(list);
        expect(JSON.stringify(packed)).toBe(`"${packed}"`);
      }),
    );
  });

  test('of very many keep the strongest, in order', () => {
    const list = Array.from({ length: 10_000 }, (_, id) => [id, id % 2 === 0 ? 1 : 9] as const);
    const { ids, impacts } = unpackPostings(pack(list));
    expect(ids).toHaveLength(4_000);
    expect(new Set(impacts)).toEqual(new Set([9]));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  test.each(['', '!', 'z', '0', 'zz', '0!'])(
    '%j, damaged, ends the list and throws nothing',
    (text) => {
      expect(unpackPostings(text)).toEqual({ ids: [], impacts: [] });
    },
  );
});
