import { readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublishOptions } from '#publish/index.ts';
import type { PublishStage } from '#publish/stages.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { readSite } from './read-site.ts';
import { buildAndDie } from './run-build.ts';
import { buildWhole, expectEqual, prepare, rename } from './small-library.ts';

type Site = ReadonlyMap<string, string>;
type State = 'old' | 'new' | 'torn' | 'absent';

const isSame = (left: Site, right: Site): boolean =>
  left.size === right.size && [...left].every(([path, content]) => right.get(path) === content);

/** What names the files of the index. */
const readIndex = (out: string): string =>
  readFileSync(join(out, 'search-index/directory.json'), 'utf8');

interface Before {
  readonly site: Site;
  /** Where the new one has another. */
  readonly index?: string;
}

/** What stands at an output: the old or the new site, pages and index of one release. */
function judge(out: string, before: Before, after: Site): State {
  if (!existsSync(out)) return 'absent';
  const site = readSite(out);
  const hasIndex = (state: State) =>
    before.index === undefined || (readIndex(out) === before.index) === (state === 'old');
  if (hasIndex('old') && isSame(site, before.site)) return 'old';
  return hasIndex('new') && isSame(site, after) ? 'new' : 'torn';
}

/** Expect the old site first and then the new one; there is none only where two folders cannot be exchanged at once. */
function expectWhole(states: ReadonlyMap<PublishStage, State>): void {
  const found = [...states].filter(([stage]) => stage !== 'aside').map(([, state]) => state);
  expect(found).toEqual(found.toSorted().toReversed());
  expect(new Set(found)).toEqual(new Set(['old', 'new']));
  expect(states.get('aside') ?? 'absent').toBe('absent');
}

/** Those that belong to drawing and to the whole of a publication; `kills.test.ts` has all between. */
const ofPartial: readonly PublishStage[] = ['pages', 'manifest', 'ready', 'aside', 'settled'];
const ofFull: readonly PublishStage[] = ['ready', 'switched'];
/** Where nothing exchanges two folders at once. */
const withoutTools = { PATH: '/nowhere' };

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
    const { pages } = await build();
    const first = { site: readSite(out), index: readIndex(out) };
    const states = new Map<PublishStage, State>();
    for (const stage of ofPartial) {
      change();
      await buildAndDie(options, stage, stage === 'aside' ? withoutTools : {});
      states.set(stage, judge(out, first, changed));
      // Till it is written down what changes, a build leaves nothing to mend: the next one of this loop shows it.
      if (stage === 'pages' || stage === 'manifest') continue;
      // What the author took back meanwhile is gone, too; and nothing has to be drawn that did not change.
      takeBack();
      expect((await build()).drawn).toBeLessThan(pages);
      expectEqual(readSite(out), first.site);
    }
    expectWhole(states);
    expect(readdirSync(join(out, '..'))).toEqual(['site', 'site.releases']);
  });

  it('at any stage of a full build leaves a whole site, and the next build ends right', async () => {
    const { dir, out, cache, build } = prepare();
    const [one, two] = ['https://standards.example', 'https://two.example'] as const;
    const second = await buildWhole(dir, two);
    await build({ site: one });
    const first = { site: readSite(out) };
    const states = new Map<PublishStage, State>();
    for (const stage of ofFull) {
      await buildAndDie(
        { library: dir, out, cache, asOf: '2026-11-29', site: two },
        stage,
        stage === 'aside' ? withoutTools : {},
      );
      states.set(stage, judge(out, first, second));
      await build({ site: one });
      expectEqual(readSite(out), first.site);
    }
    expectWhole(states);
    expect(readdirSync(join(out, '..'))).toEqual(['site', 'site.releases']);
  });
});
