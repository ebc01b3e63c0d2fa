import { describe, expect, it } from 'vitest';
import { kinds, killRelease, makeRandom } from './kill-releases.ts';
import type { Kind } from './kill-releases.ts';

/** `npm run bench:kills` goes a longer way and prints a table. */
const moments = 20;
const names = Object.keys(kinds) as Kind[];

/** The stages between the first change beside a site and the last. */
const stages = ['recorded', 'ready', 'switched', 'settled'] as const;

describe('a release that is cut short', { timeout: 120_000 }, () => {
  it.each(names.flatMap((kind) => stages.map((stage) => [kind, stage] as const)))(
    '%s, at the end of "%s": the site is the old or the new one, and the next run ends right',
    async (kind, stage) => {
      const { isKilled, state, faults } = await killRelease(kind, { stage });
      expect({ isKilled, state, faults }).toEqual({
        isKilled: true,
        state: stage === 'recorded' || stage === 'ready' ? 'old' : 'new',
        faults: [],
      });
    },
  );

  it.each(names)(
    '%s, where two folders cannot be exchanged at once: there is none for a moment, and the old one comes back',
    async (kind) => {
      const { state, faults } = await killRelease(
        kind,
        { stage: 'aside' },
        { variables: { PATH: '/nowhere' } },
      );
      expect({ state, faults }).toEqual({ state: 'absent', faults: [] });
    },
  );

  it(`${moments} times at random, before the file system is changed once more`, async () => {
    const random = makeRandom(11);
    const most = new Map<Kind, number>();
    for (let at = 0; at < moments; at += 1) {
      const kind = names[at % names.length] ?? 'partial';
      const whole = most.get(kind) ?? (await killRelease(kind, { step: 1e6 })).steps;
      most.set(kind, whole);
      const step = Math.floor(random() * whole);
      const { isKilled, state, faults } = await killRelease(kind, { step });
      expect({ isKilled, faults }, `${kind} at ${step}`).toEqual({ isKilled: true, faults: [] });
      expect(['old', 'new'], `${kind} at ${step}`).toContain(state);
    }
  });
});
