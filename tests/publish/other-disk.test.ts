import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '#scripts/bootstrap/problem.mjs';
import { projectRoot } from '#library/code-digest.ts';
import { publish } from '#publish/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { killRelease } from './kill-releases.ts';
import { readSite } from './read-site.ts';

const deviceOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.dev;
const memory = '/dev/shm';
const hasOtherDisk = deviceOf(memory) !== undefined && deviceOf(memory) !== deviceOf(projectRoot);

/** A small disk of its own, where this account may mount one. */
const mounted = (() => {
  const place = mkdtempSync(join(tmpdir(), 'biaolian-disk-'));
  const options = ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', place];
  if (process.platform === 'linux' && spawnSync('mount', options).status === 0) return place;
  rmSync(place, { recursive: true });
  return undefined;
})();
afterAll(() => {
  if (mounted === undefined) return;
  spawnSync('umount', [mounted]);
  rmSync(mounted, { recursive: true, force: true });
});

function prepare(out: string) {
  const dir = makeFolder();
  const cache = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
  });
  /** Another address of the site asks for a full build. */
  const build = (site: string, place = out) =>
    publish({ library: dir, out: place, cache, site, asOf: '2026-11-29' });
  const rename = (serial: number, title: string) =>
    writeFiles(dir, {
      [standardPath(serial)]: writeStandard({ serial }).replace(`样例标准${serial}`, title),
    });
  /** Full, partial, full and partial builds, held against a build elsewhere. */
  const buildInTurn = async () => {
    const [one, two] = ['https://standards.example', 'https://two.example'] as const;
    await build(one);
    rename(1, '改题');
    await build(one);
    await build(two);
    rmSync(join(dir, standardPath(2), '..'), { recursive: true });
    await build(two);
    const elsewhere = join(makeFolder(), 'site');
    await build(two, elsewhere);
    expect(readSite(out)).toEqual(readSite(elsewhere));
    expect(existsSync(join(out, 'search-index/directory.json'))).toBe(true);
  };
  return { build, rename, buildInTurn };
}

describe.skipIf(!hasOtherDisk)(
  'a site on another disk than the project',
  { timeout: 240_000 },
  () => {
    it('is built again and again, and nothing is left beside it', async () => {
      const home = mkdtempSync(join(memory, 'biaolian-'));
      try {
        await prepare(join(home, 'site')).buildInTurn();
        expect(readdirSync(home)).toEqual(['site', 'site.releases']);
      } finally {
        rmSync(home, { recursive: true });
      }
    });
  },
);

describe.skipIf(mounted === undefined)(
  'a site that is a disk of its own',
  { timeout: 240_000 },
  () => {
    const disk = mounted ?? '';

    it('is built again and again, and nothing is left in it', async () => {
      await prepare(disk).buildInTurn();
      expect(readdirSync(disk).filter((name) => name.startsWith('.'))).toEqual([
        '.biaolian-build',
        '.biaolian-releases',
      ]);
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    });

    it.each(['partial', 'full', 'roll back'] as const)(
      'is completed or left as it was by the next run when it is cut short: %s',
      { timeout: 60_000 },
      async (kind) => {
        for (const stage of ['recorded', 'marked', 'moved']) {
          const { isKilled, faults } = await killRelease(kind, { stage }, { disk });
          expect({ isKilled, faults }, stage).toEqual({ isKilled: true, faults: [] });
        }
        const { steps } = await killRelease(kind, { step: 1e6 }, { disk });
        for (let step = 1; step < steps; step += 17) {
          const { faults } = await killRelease(kind, { step }, { disk });
          expect(faults, `before change ${step}`).toEqual([]);
        }
        for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
      },
    );

    it('stays as it was when the disk is full, and goes on when there is room', async () => {
      const out = join(disk, 'site');
      const { build, rename } = prepare(out);
      await build('https://standards.example');
      const before = readSite(out);
      const filler = join(disk, 'filler');
      rename(1, '改题');
      for (const site of ['https://standards.example', 'https://two.example']) {
        fill(filler);
        const failure: unknown = await build(site).catch((error: unknown) => error);
        expect(explain(failure).what.zh).toMatch(/磁盘已满.*还剩 \d+ MB/);
        expect(readSite(out)).toEqual(before);
        expect(readdirSync(disk).toSorted()).toEqual(['filler', 'site', 'site.releases']);
        rmSync(filler);
      }
      await build('https://standards.example');
      expect(readSite(out)).not.toEqual(before);
    });
  },
);

/** Take all room but a few pages. */
function fill(file: string): void {
  let size = 64 * 2 ** 20;
  while (size >= 4096) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      size = Math.floor(size / 2);
    }
  }
}
