import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdEntries } from '#library/cache.ts';
import { openPublished } from '#library/published.ts';
import { loadPublished, planPages, storePlan } from '#publish/plan.ts';
import type { PublishedState, StoredPlan } from '#publish/plan.ts';
import { writeStamp } from '#publish/output.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { startLibrary } from './library-model.ts';

const show = ({ manifest, stale, removed }: StoredPlan) => ({
  manifest,
  stale: stale.map(({ path }) => path),
  removed,
});

/** `BIAOLIAN_MODEL_STEPS=2000 BIAOLIAN_MODEL_SEED=7` goes a longer way, as tests/publish/model.test.ts does. */
const steps = Number(process.env['BIAOLIAN_MODEL_STEPS'] ?? 60);
const seed = Number(process.env['BIAOLIAN_MODEL_SEED'] ?? 1);

it(
  `a plan by what a change reaches finds the pages that a look at all of them finds, over ${steps} random changes`,
  { timeout: steps * 5_000 },
  async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    const out = join(makeFolder(), 'site');
    writeFiles(out, { 'index.html': '' });
    // Of three records each has a page of its own, of more some stand together.
    writeFiles(dir, { 'site.yaml': 'recordPages: 3\n' });
    const library = startLibrary(dir, seed);
    let looked = 0;
    let all = 0;
    const way: string[] = ['start'];
    for (let at = 0; at <= steps; at += 1) {
      // From here on as a process that lives long does it.
      if (at === Math.ceil(steps / 2)) holdEntries();
      if (at > 0) way.push(library.step());
      const opened = await openPublished({ dir, cache, out, asOf: library.asOf() });
      if (!opened.library) continue;
      const now = { ...opened.library, withData: true };
      const before: PublishedState | null = loadPublished(now.cache, out);
      const plan = planPages(now, 'code', before);
      const whole = planPages(now, 'code', before && { ...before, shapes: null });
      const last = way.slice(-3).join('; ');
      expect(show(plan), last).toEqual(show(whole));
      writeStamp(out, storePlan(now.cache, out, plan), 'release');
      // Of what is kept for the next plan nothing may be left from before.
      expect(loadPublished(now.cache, out)?.shapes?.digests, last).toEqual(
        Object.fromEntries([...whole.shapes.changed].map(({ key, digest }) => [key, digest])),
      );
      opened.keep();
      looked += plan.looked;
      all += whole.looked;
    }
    expect(looked).toBeLessThan(all * 0.8);
  },
);
