import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { withLock } from '#scripts/bootstrap/lock.mjs';
import { OutputRefused, stampName } from '#publish/output.ts';
import { describeRelease } from '#publish/releases/changes.ts';
import { planDeployment } from '#publish/releases/deployment.ts';
import { openReleases } from '#publish/releases/index.ts';
import type { Releases } from '#publish/releases/index.ts';
import { forgetOld, setRetention } from '#publish/releases/retention.ts';
import { findPrevious, VersionsLost } from '#publish/releases/rollback.ts';
import { describeFile } from '#publish/releases/tree.ts';
import { verifyFolder, verifyRelease } from '#publish/releases/verify.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { sites } from './kill-releases.ts';
import { goBack, readFiles, release } from './release-model.ts';

const { first, second, third } = sites;

function withReleases<T>(out: string, work: (releases: Releases) => T): T {
  const releases = openReleases(out);
  try {
    return work(releases);
  } finally {
    releases.records.close();
  }
}

const list = (out: string) => withReleases(out, ({ records }) => records.releases());

function prepare() {
  const out = join(makeFolder(), 'site');
  for (const site of [first, second, third]) release(out, site);
  return out;
}

describe('releases of a site', () => {
  it('are listed with what each changed', () => {
    const out = prepare();
    expect(
      list(out).map(({ kind, added, changed, removed, files }) => ({
        kind,
        added,
        changed,
        removed,
        files,
      })),
    ).toEqual([
      { kind: 'publication', added: 9, changed: 0, removed: 0, files: 9 },
      { kind: 'publication', added: 2, changed: 5, removed: 3, files: 8 },
      { kind: 'publication', added: 2, changed: 3, removed: 0, files: 10 },
    ]);
    expect(readFiles(out)).toEqual(third);
  });

  it('have a manifest of every file, the earlier ones too', () => {
    const out = prepare();
    const manifests = withReleases(out, ({ records }) =>
      records.releases().map(({ seq }) => [...records.manifest(seq).keys()].toSorted()),
    );
    expect(manifests).toEqual([first, second, third].map((site) => Object.keys(site).toSorted()));
  });

  it('have ids that increase when the clock goes back', () => {
    const facts = { kind: 'publication', stamp: '' } as const;
    const make = (now: string, before?: Parameters<typeof describeRelease>[1]) => ({
      seq: 1,
      ...describeRelease(facts, before, [], { whole: true, now: new Date(now) }),
    });
    const one = make('2026-11-29T10:00:00Z');
    const two = make('2026-11-29T09:00:00Z', one);
    const three = make('2026-11-29T09:00:00Z', two);
    expect([two.id > one.id, three.id > two.id]).toEqual([true, true]);
  });

  it('share the files that they do not change', () => {
    const out = prepare();
    const standby = join(`${out}.releases`, 'standby');
    const same = 'about/index.html';
    writeFileSync(join(out, 'about/index.html'), 'one file');
    expect(readFileSync(join(standby, same), 'utf8')).toBe('one file');
  });

  it('leave alone what is configured on the spot, and what the host has there', () => {
    const out = prepare();
    writeFiles(out, { 'search.json': '{}', '.well-known/x': 'host', CNAME: 'bz.example' });
    const id = list(out)[0]?.id ?? '';
    for (const step of [
      () => release(out, second),
      () => goBack(out, id),
      () => release(out, third),
    ]) {
      step();
      const read = (path: string) => readFileSync(join(out, path), 'utf8');
      expect([read('search.json'), read('.well-known/x'), read('CNAME')]).toEqual([
        '{}',
        'host',
        'bz.example',
      ]);
    }
    rmSync(join(out, 'CNAME'));
    release(out, first);
    release(out, second);
    expect(existsSync(join(out, 'CNAME'))).toBe(false);
  });

  it('begin with a site that an earlier version made', () => {
    const out = join(makeFolder(), 'site');
    writeFiles(out, { ...first, [stampName]: '0123456789abcdef' });
    release(out, second);
    expect(list(out).map(({ kind }) => kind)).toEqual(['found', 'publication']);
    goBack(out, list(out)[0]?.id ?? '');
    expect(readFiles(out)).toEqual(first);
  });
});

describe('going back', () => {
  it('to any release gives its site, is a release itself, and can be undone', () => {
    const out = prepare();
    const ids = list(out).map(({ id }) => id);
    for (const [at, site] of [first, third, second, first, second, third].entries()) {
      const wanted = [first, second, third].findIndex((each) => each === site);
      goBack(out, ids[wanted] ?? '');
      expect(readFiles(out), `step ${at}`).toEqual(site);
      const live = list(out).at(-1);
      expect(live).toMatchObject({ kind: 'rollback', restores: ids[wanted] });
      withReleases(out, ({ records }) => {
        expect(verifyFolder(out, records.manifest())).toMatchObject({
          changed: [],
          missing: [],
          foreign: [],
        });
      });
    }
  });

  it('to a site that was replaced whole, and on to the one that replaced it', () => {
    const out = join(makeFolder(), 'site');
    release(out, first);
    release(out, second, { full: true });
    release(out, third);
    const [one, two, three] = list(out);
    for (const [target, site] of [
      [one, first],
      [two, second],
      [one, first],
      [three, third],
    ] as const) {
      goBack(out, target?.id ?? '');
      expect(readFiles(out)).toEqual(site);
    }
    release(out, second);
    expect(readFiles(out)).toEqual(second);
  });

  it('without an id means the one before, also after another rollback', () => {
    const out = prepare();
    const [one, two] = list(out);
    expect(findPrevious(list(out))?.id).toBe(two?.id);
    goBack(out, two?.id ?? '');
    expect(findPrevious(list(out))?.id).toBe(one?.id);
    goBack(out, one?.id ?? '');
    expect(findPrevious(list(out))).toBeUndefined();
  });

  it('is refused before anything changes where an earlier version is lost or was changed', () => {
    const out = prepare();
    const [one] = list(out);
    const { sha256 } = withReleases(out, ({ records }) =>
      records.manifest(one?.seq).get('index.html'),
    ) ?? { sha256: '' };
    const kept = join(`${out}.releases`, 'files', sha256.slice(0, 2), sha256);
    writeFileSync(kept, 'changed');
    expect(() => goBack(out, one?.id ?? '')).toThrow(VersionsLost);
    withReleases(out, (releases) => {
      expect(verifyRelease(releases, one?.seq ?? 0).missing).toEqual(['index.html']);
    });
    rmSync(kept);
    expect(() => goBack(out, one?.id ?? '')).toThrow(VersionsLost);
    expect(readFiles(out)).toEqual(third);
    expect(list(out)).toHaveLength(3);
  });
});

describe('verifying', () => {
  it('tells what was changed, what is missing and what is foreign', () => {
    const out = prepare();
    writeFiles(out, {
      'index.html': 'home !',
      'evil.html': '',
      'search.json': '{ }',
      '.nojekyll': '',
    });
    rmSync(join(out, 'sitemap.xml'));
    const found = withReleases(out, ({ records }) => verifyFolder(out, records.manifest()));
    expect(found).toEqual({
      files: 10,
      changed: ['index.html'],
      missing: ['sitemap.xml'],
      foreign: ['evil.html'],
    });
  });
});

describe('a plan of deployment', () => {
  it('copies new files before what names them, and removes last', () => {
    const out = prepare();
    const [one, , three] = list(out);
    const { copy, remove } = withReleases(out, ({ records }) =>
      planDeployment(records.manifest(one?.seq), records.manifest(three?.seq)),
    );
    expect(copy.map(({ step, files }) => [step, files.map(({ path }) => path)])).toEqual([
      ['assets', ['standards/a/index.md']],
      ['index', ['search-index/d2/o.json', 'search-index/d3/o.json']],
      ['pages', ['standards/a/index.html', 'standards/c/index.html', 'index.html']],
      ['names', ['search-index/directory.json', 'sitemap.xml']],
    ]);
    expect(remove).toEqual(['search-index/d1/o.json', 'standards/b/x.svg']);
  });

  it('from nothing holds every file once, with the digest of what lies there', () => {
    const out = prepare();
    const { copy, remove } = withReleases(out, ({ records }) =>
      planDeployment(new Map(), records.manifest()),
    );
    const files = copy.flatMap((each) => each.files);
    expect(files.map(({ path }) => path).toSorted()).toEqual(Object.keys(third).toSorted());
    for (const { path, sha256, size } of files) {
      expect(describeFile(join(out, path))).toEqual({ sha256, size });
    }
    expect(remove).toEqual([]);
  });
});

describe('what is kept', () => {
  const versions = (out: string) =>
    readdirSync(join(`${out}.releases`, 'files'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    ).length;

  it('goes beyond a count, with the versions that only it needed; the one before stays', () => {
    const out = prepare();
    const before = versions(out);
    withReleases(out, (releases) => {
      setRetention(releases.records, { keep: 1, days: 1 });
      expect(forgetOld(releases)).toBe(1);
    });
    expect(versions(out)).toBeLessThan(before);
    const [two] = list(out);
    expect(list(out)).toHaveLength(2);
    goBack(out, two?.id ?? '');
    expect(readFiles(out)).toEqual(second);
  });

  it('goes by age', () => {
    const out = prepare();
    withReleases(out, (releases) => {
      setRetention(releases.records, { days: 30 });
      expect(forgetOld(releases, Date.now() + 29 * 86_400_000)).toBe(0);
      expect(forgetOld(releases, Date.now() + 31 * 86_400_000)).toBe(1);
    });
  });

  it('are three whole sites at most', () => {
    const out = join(makeFolder(), 'site');
    for (let at = 0; at < 6; at += 1) {
      release(out, { 'index.html': `${at}`, 'a.html': `${at}` }, { full: true });
    }
    expect(readdirSync(join(`${out}.releases`, 'trees'))).toHaveLength(3);
    const [oldest] = list(out);
    goBack(out, oldest?.id ?? '');
    expect(readFiles(out)['index.html']).toBe('2');
  });
});

describe('records', () => {
  const database = (out: string) => join(`${out}.releases`, 'releases.sqlite');

  it.each([
    ['lost', (path: string) => rmSync(path)],
    ['no database', (path: string) => writeFileSync(path, 'x'.repeat(5000))],
    [
      'another program’s',
      (path: string) => {
        rmSync(path);
        const db = new DatabaseSync(path);
        db.exec('CREATE TABLE other (x)');
        db.close();
      },
    ],
  ])('that are %s begin anew with the site as it stands', (_, damage) => {
    const out = prepare();
    for (const end of ['-wal', '-shm']) rmSync(database(out) + end, { force: true });
    damage(database(out));
    expect(list(out).map(({ kind }) => kind)).toEqual(['found']);
    expect(readFiles(out)).toEqual(third);
    release(out, second);
    goBack(out, list(out)[0]?.id ?? '');
    expect(readFiles(out)).toEqual(third);
  });

  it('of a later version are refused in both languages, and stay', () => {
    const out = prepare();
    const db = new DatabaseSync(database(out));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const failure = ((): unknown => {
      try {
        return release(out, second);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(OutputRefused);
    expect((failure as OutputRefused).refusal.what).toMatchObject({
      zh: expect.stringContaining('更新版本') as string,
      en: expect.stringContaining('later version') as string,
    });
    expect(readFiles(out)).toEqual(third);
  });
});

it('a second publisher is told who holds the site', async () => {
  const lock = join(makeFolder(), 'lock');
  const failure = await withLock(lock, () =>
    withLock(lock, () => Promise.resolve(undefined), { waitMs: 20, pollMs: 5 }).catch(
      (error: unknown) => error,
    ),
  );
  expect((failure as Error).message).toContain(`PID ${process.pid}`);
});
