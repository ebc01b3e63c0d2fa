import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdEntries } from '#library/cache.ts';
import { publish } from '#publish/index.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { startLibrary } from './library-model.ts';
import { readSite } from './read-site.ts';

/**
 * `BIAOLIAN_MODEL_STEPS=200 BIAOLIAN_MODEL_SEED=7 npm test -- tests/publish/model.test.ts` goes a longer way and compares at
 * each step.
 */
const steps = Number(process.env['BIAOLIAN_MODEL_STEPS'] ?? 10);
const seed = Number(process.env['BIAOLIAN_MODEL_SEED'] ?? 1);
const every = steps > 10 ? 1 : 5;

it(
  `after ${steps} random changes of a library the site of partial builds is that of a full build`,
  { timeout: steps * 30_000 },
  async () => {
    const dir = makeFolder();
    const cache = makeFolder();
    const out = join(makeFolder(), 'site');
    const library = startLibrary(dir, seed);
    const build = (place: string, kept = cache) =>
      publish({ library: dir, out: place, cache: kept, asOf: library.asOf() });
    const way: string[] = [];
    expect((await build(out)).ok).toBe(true);
    for (let at = 1; at <= steps; at += 1) {
      // From here on as a process that lives long does it.
      if (at === Math.ceil(steps / 2)) holdEntries();
      way.push(library.step());
      await build(out);
      if (at % every !== 0) continue;
      way.push(library.mend());
      expect((await build(out)).ok, way.slice(-every).join('; ')).toBe(true);
      const whole = join(makeFolder(), 'site');
      await build(whole, makeFolder());
      const [left, right] = [readSite(out), readSite(whole)];
      rmSync(whole, { recursive: true });
      const last = way.slice(-every - 1).join('; ');
      expect([...left.keys()].sort(), last).toEqual([...right.keys()].sort());
      const stale = [...right].filter(([path, content]) => left.get(path) !== content);
      expect(
        stale.map(([path]) => path),
        `stale after ${last}`,
      ).toEqual([]);
    }
  },
);
