import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { portalStatus } from '#core/exchange/open-data/status.ts';
import { forgetFailures, noteFailure, readFailures } from '#publish/releases/failures.ts';
import { writeStatus } from '#publish/releases/marks.ts';
import type { Release } from '#publish/releases/records.ts';
import { examine } from '#scripts/lib/examine.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const release: Omit<Release, 'seq'> = {
  id: '20261129-000500-0a1b2c3d',
  at: '2026-11-28T16:05:00.000Z',
  kind: 'publication',
  whole: false,
  added: 0,
  changed: 0,
  removed: 0,
  files: 1,
  bytes: 1,
  stamp: 's',
};
const indexed = [{ path: 'search-index/directory.json', before: null, after: null }] as never;

/** A site with its folder of releases. */
function makeSite() {
  const [library, out] = [makeFolder(), join(makeFolder(), 'out')];
  writeFiles(library, { [standardPath(1)]: writeStandard({ serial: 1 }) });
  mkdirSync(join(out, 'search-index'), { recursive: true });
  mkdirSync(`${out}.releases`);
  const status = () =>
    portalStatus.parse(JSON.parse(readFileSync(join(out, 'status.json'), 'utf8')));
  const answers = async () => {
    const all = await examine({ library, site: out, day: '2026-12-01', environment: {} });
    const of = (question: string) => all.find((each) => each.question === question);
    return { failures: of('failures'), index: of('index') };
  };
  return { out, status, answers };
}

const full = { zh: '磁盘满了', en: 'the disk is full' };

it('failed publications are counted from the first, for the doctor and in the status, until one comes through', async () => {
  const { out, status, answers } = makeSite();
  writeStatus(out, release);
  expect((await answers()).failures?.state).toBe('good');
  noteFailure(
    out,
    { zh: '标准库有错误', en: 'the library has errors' },
    new Date('2026-11-29T16:05:00Z'),
  );
  noteFailure(out, full, new Date('2026-11-30T16:05:00Z'));
  expect(status().failures).toEqual({ count: 2, since: '2026-11-29T16:05:00.000Z' });
  expect(status().release).toBe(release.id);
  const { failures } = await answers();
  expect(failures?.state).toBe('bad');
  expect(failures?.says.zh).toMatch(/^2026-11-30.00:05 以来有 2 次公布失败；最近一次：磁盘满了$/);
  expect(failures?.todo?.en).toContain('publish once more');
  forgetFailures(out);
  expect(status()).not.toHaveProperty('failures');
  expect((await answers()).failures?.state).toBe('good');
});

it('a note that is damaged counts as none, and a site that was never published gets no folder', () => {
  const { out } = makeSite();
  writeFileSync(`${out}.releases/failures.json`, '{"count":-1');
  expect(readFailures(out)).toBeUndefined();
  const never = join(makeFolder(), 'never');
  noteFailure(never, full);
  expect(readFailures(never)).toBeUndefined();
});

it('the status says when the index last changed, and the doctor how long before the release', async () => {
  const { out, status, answers } = makeSite();
  writeStatus(out, { ...release, at: '2026-11-20T16:05:00.000Z' }, { changes: indexed });
  writeStatus(out, release, { changes: [] });
  expect(status().search.indexed).toBe('2026-11-20T16:05:00.000Z');
  expect((await answers()).index?.says.en).toContain('2026-11-20, 8 days before');
});

it('an index that is not there is bad', async () => {
  const { out, answers } = makeSite();
  writeStatus(out, release);
  const moved = makeFolder();
  expect((await answers()).index?.state).toBe('good');
  renameSync(join(out, 'search-index'), join(moved, 'search-index'));
  expect((await answers()).index).toMatchObject({ state: 'bad' });
});
