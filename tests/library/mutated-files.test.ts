import { describe, expect, it } from 'vitest';
import { findHarm } from '#tests/support/harmless-html.ts';
import { fileKinds, makeMutated } from '#tests/support/mutated-files.ts';
import { readMutated } from '#tests/support/read-mutated.ts';

/** `npm run campaign -- --part texts` reads ten thousand. */
const [seed, count] = [3, 240];

describe('a file with anything changed in it', () => {
  it.each(fileKinds.map((kind, at) => [kind, at] as const))(
    'of %s is read or refused in words, and no page it makes does harm',
    async (_, first) => {
      const found: unknown[] = [];
      let taken = 0;
      for (let at = first; at < count; at += fileKinds.length) {
        const { isTaken, faults } = await readMutated(makeMutated(seed, at));
        taken += isTaken ? 1 : 0;
        if (faults.length > 0) found.push({ seed, at, faults: faults.slice(0, 3) });
      }
      expect(found).toEqual([]);
      // Were all refused, nothing would have been tried.
      expect(taken).toBeGreaterThan(0);
    },
    60_000,
  );
});

it.each([
  '<p>甲<script>x</script></p>',
  '<img src="/a.svg" onerror="x">',
  '<a href="javascript:x">甲</a>',
  '<a href=" java\tscript:x">甲</a>',
  '<a href="data:text/html,x">甲</a>',
  '<p onclick="x">甲</p>',
  '<p style="background:url(x)">甲</p>',
  '<iframe></iframe>',
  '<p>甲',
  '<!-- <p> -->',
])('harm is seen in %s', (html) => {
  expect(findHarm(html)).not.toEqual([]);
  expect(findHarm('<p class="x">甲<br>乙<a href="https://a.cn/">丙</a></p>')).toEqual([]);
});
