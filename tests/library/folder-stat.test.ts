import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { statFolder } from '#library/folder-stat.ts';
import { openLibrary } from '#library/open.ts';
import { storePath } from '#library/store.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const folder = 'standards/local/db9902-t-1-2024';
const later = () => Date.now() + 60_000;

afterEach(() => void vi.useRealTimers());

function prepare(): string {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [`${folder}/anchors.tsv`]: '# id\taddress\ttitle\n',
    [`${folder}/a.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  return dir;
}

describe('what the system says of a folder', () => {
  it.each<[string, (at: string) => void]>([
    [
      'a file has other content of the same size, and its time is set back',
      (at) => {
        const { atime, mtime } = statSync(join(at, 'index.md'));
        writeFileSync(join(at, 'index.md'), 'x'.repeat(statSync(join(at, 'index.md')).size));
        utimesSync(join(at, 'index.md'), atime, mtime);
      },
    ],
    ['a file is touched', (at) => utimesSync(join(at, 'a.svg'), 1, 1)],
    ['a file is new', (at) => writeFileSync(join(at, 'b.png'), '')],
    ['a translation is new', (at) => writeFileSync(join(at, 'index.en.md'), '')],
    ['a file is gone', (at) => rmSync(join(at, 'anchors.tsv'))],
    ['a file has another name', (at) => renameSync(join(at, 'a.svg'), join(at, 'b.svg'))],
    [
      'a file is a folder',
      (at) => {
        rmSync(join(at, 'a.svg'));
        mkdirSync(join(at, 'a.svg'));
      },
    ],
    [
      'a copy takes the place of a file',
      (at) => {
        writeFileSync(join(at, 'copy'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
        renameSync(join(at, 'copy'), join(at, 'a.svg'));
      },
    ],
  ])('is something else when %s', (_, change) => {
    const dir = prepare();
    const before = statFolder(dir, folder, later());
    expect(before).not.toBe('');
    expect(statFolder(dir, folder, later())).toBe(before);
    change(join(dir, folder));
    expect(statFolder(dir, folder, later())).not.toBe(before);
  });

  it('is the same whatever is done to files that no standard is made of', () => {
    const dir = prepare();
    const before = statFolder(dir, folder, later());
    writeFiles(dir, { [`${folder}/notes.txt`]: 'x', [`${folder}/.index.md.swp`]: 'x' });
    expect(statFolder(dir, folder, later())).toBe(before);
  });

  it('is nothing while a file is so young that it may change within a tick, or comes from the future', () => {
    const dir = prepare();
    expect(statFolder(dir, folder)).toBe('');
    expect(statFolder(dir, folder, later())).not.toBe('');
    const hence = new Date(Date.now() + 3600_000);
    utimesSync(join(dir, folder, 'a.svg'), hence, hence);
    expect(statFolder(dir, folder, later())).toBe('');
    expect(statFolder(dir, 'standards/local/nowhere', later())).toBe('');
  });
});

describe('a library whose files are not new', () => {
  const travel = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

  it('is read where the system says something new, and nowhere else', async () => {
    const [dir, cache] = [prepare(), makeFolder()];
    writeFiles(dir, { [standardPath(2)]: writeStandard({ serial: 2 }) });
    const open = () => openLibrary({ dir, cache, asOf: '2026-06-01' });
    travel(60_000);
    const library = await open();
    // What stands for the content of both is made wrong: only who reads them can tell.
    const database = new DatabaseSync(storePath(library.cache));
    database.exec("update entries set digest = 'wrong'");
    database.close();
    expect((await open()).compiled).toBe(0);
    utimesSync(join(dir, standardPath(2)), 1, 1);
    expect((await open()).compiled).toBe(1);
    expect((await open()).rows).toEqual(library.rows);
  });

  it('is read again as long as it might have changed unseen, and then no more', async () => {
    const [dir, cache] = [prepare(), makeFolder()];
    const open = () => openLibrary({ dir, cache, asOf: '2026-06-01' });
    const { cache: place } = await open();
    const statOf = () => {
      const database = new DatabaseSync(storePath(place));
      const found = database.prepare('select stat from entries').get();
      database.close();
      return found?.['stat'];
    };
    expect(statOf()).toBe('');
    travel(60_000);
    expect((await open()).compiled).toBe(0);
    expect(statOf()).not.toBe('');
  });
});
