import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublishOptions } from '#publish/index.ts';
import { publishStages } from '#publish/stages.ts';
import type { PublishStage } from '#publish/stages.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { readSite } from './read-site.ts';
import { buildAndDie } from './run-build.ts';
import { buildWhole, expectEqual, prepare, rename } from './small-library.ts';

type Site = ReadonlyMap<string, string>;
type State = 'old' | 'new' | 'between' | 'absent';

/** Stages at which a site is neither the old nor the new one for a moment. */
const gaps: ReadonlyMap<PublishStage, State> = new Map([
  ['aside', 'absent'],
  ['moved', 'between'],
]);

const isSame = (left: Site, right: Site): boolean =>
  left.size === right.size && [...left].every(([path, content]) => right.get(path) === content);

/** What stands at an output. Between two sites each file is whole: that of the one or of the other. */
function judge(out: string, before: Site, after: Site): State {
  if (!existsSync(out)) return 'absent';
  const left = readSite(out);
  if (isSame(left, before)) return 'old';
  if (isSame(left, after)) return 'new';
  const torn = [...left].filter(
    ([path, content]) => ![before.get(path), after.get(path)].includes(content),
  );
  expect(torn.map(([path]) => path)).toEqual([]);
  return 'between';
}

/** Expect that each stage left a whole site, the old one first and then the new one, but for the gaps. */
function expectWhole(states: ReadonlyMap<PublishStage, State>): void {
  const found = new Map([...states].filter(([, state]) => state !== 'old' && state !== 'new'));
  expect(found).toEqual(new Map([...gaps].filter(([stage]) => states.has(stage))));
  const whole = [...states.values()].filter((state) => state === 'old' || state === 'new');
  expect(whole).toEqual(whole.toSorted().toReversed());
  expect(new Set(whole)).toEqual(new Set(['old', 'new']));
}

const ofPartial = publishStages.filter((stage) => stage !== 'aside');
const ofFull = ['brought', 'aside', 'files'] as const;

it('a stage that is announced is one at which builds are killed', () => {
  expect(new Set([...ofPartial, ...ofFull])).toEqual(new Set(publishStages));
});

describe('a build that is killed', { timeout: 180_000 }, () => {
  it('at any stage of a partial build leaves a whole site, and the next build ends right', async () => {
    const { dir, out, cache, build } = prepare();
    const options: PublishOptions = { library: dir, out, cache, asOf: '2026-11-29' };
    const kept = writeStandard({ serial: 2 });
    const change = () => {
      writeFiles(dir, { [standardPath(1)]: rename(1, '改题') });
      rmSync(join(dir, standardPath(2), '..'), { recursive: true, force: true });
    };
    const takeBack = () =>
      writeFiles(dir, { [standardPath(1)]: rename(1, '旧题'), [standardPath(2)]: kept });
    change();
    const changed = await buildWhole(dir);
    takeBack();
    await build();
    const first = readSite(out);
    const states = new Map<PublishStage, State>();
    for (const stage of ofPartial) {
      change();
      await buildAndDie(options, stage);
      states.set(stage, judge(out, first, changed));
      // Till pages are drawn a build leaves nothing to mend: the next one of this loop shows it.
      if (stage === 'plan' || stage === 'index') continue;
      // What the author took back meanwhile is gone, too.
      takeBack();
      await build();
      expectEqual(readSite(out), first);
    }
    expectWhole(states);
    expect(readdirSync(join(out, '..'))).toEqual(['site']);
  });

  it('at any stage of a full build leaves a whole site, and the next build ends right', async () => {
    const { dir, out, cache, build } = prepare();
    const [one, two] = ['https://one.example', 'https://two.example'] as const;
    const second = await buildWhole(dir, two);
    await build({ site: one });
    const first = readSite(out);
    const states = new Map<PublishStage, State>();
    for (const stage of ofFull) {
      await buildAndDie({ library: dir, out, cache, asOf: '2026-11-29', site: two }, stage);
      states.set(stage, judge(out, first, second));
      await build({ site: one });
      expectEqual(readSite(out), first);
    }
    expectWhole(states);
    expect(readdirSync(join(out, '..'))).toEqual(['site']);
  });
});
