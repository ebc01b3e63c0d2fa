import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { isAlive } from '#library/alive.ts';
import { loadBody } from '#library/cache.ts';
import type { CacheEntry } from '#library/cache.ts';
import { compileFolders } from '#library/compile-folder.ts';
import { readFigure } from '#library/figures.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { compileInProcesses } from '#library/pool.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const open = (dir: string, cache: string): Promise<Library> =>
  openLibrary({ dir, cache, asOf: '2026-06-01' });
const findingsOf = (library: Library, rule: string) =>
  library.diagnostics.filter((found) => found.rule === rule);
const folder = 'standards/local/db9902-t-1-2024';

/** The first bytes of a PNG. */
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('one bad folder leaves the others alone', () => {
  const prepare = () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    writeFiles(dir, { [standardPath(2)]: writeStandard({ serial: 2 }) });
    mkdirSync(join(dir, folder));
    return { dir, cache };
  };

  it.each([
    ['index.md is a folder', (at: string) => mkdirSync(join(at, 'index.md'))],
    [
      'index.md is a link',
      (at: string) => symlinkSync('../db9902-t-2-2024/index.md', join(at, 'index.md')),
    ],
    ['index.md is a broken link', (at: string) => symlinkSync('nowhere', join(at, 'index.md'))],
  ])('%s', async (_, spoil) => {
    const { dir, cache } = prepare();
    spoil(join(dir, folder));
    for (const run of ['cold', 'warm']) {
      const library = await open(dir, cache);
      expect(
        library.rows.map(({ slug }) => slug),
        run,
      ).toEqual(['db9902-t-2-2024']);
      const found = findingsOf(library, 'folder-unreadable');
      expect(found).toMatchObject([{ severity: 'error', file: `${folder}/index.md` }]);
      expect(found[0]?.message.en).toContain('a folder, a link');
    }
    rmSync(join(dir, folder, 'index.md'), { recursive: true });
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    expect((await open(dir, cache)).rows).toHaveLength(2);
  });

  it('a folder without index.md is named, once', async () => {
    const { dir, cache } = prepare();
    expect(findingsOf(await open(dir, cache), 'folder-empty')).toHaveLength(1);
    const again = await open(dir, cache);
    expect(again.compiled).toBe(0);
    expect(findingsOf(again, 'folder-empty')).toMatchObject([{ severity: 'warning' }]);
  });

  it('a kind that there is not', async () => {
    const { dir, cache } = prepare();
    rmSync(join(dir, folder), { recursive: true });
    writeFiles(dir, { 'standards/national/a/index.md': writeStandard({ serial: 1 }) });
    const found = findingsOf(await open(dir, cache), 'kind-unknown');
    expect(found.map(({ file }) => file)).toEqual(['standards/national/a/index.md']);
  });

  it('a ledger line that is no anchor', async () => {
    const { dir, cache } = prepare();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [`${folder}/anchors.tsv`]: '# id\taddress\ttitle\nrequirements\t4\t要求\n"><b>\t5\tx\n',
    });
    const library = await open(dir, cache);
    expect(findingsOf(library, 'ledger-line')).toMatchObject([
      { file: `${folder}/anchors.tsv`, range: { start: { line: 3 } } },
    ]);
    expect(findingsOf(library, 'anchor-lost')).toEqual([]);
  });

  it('has more findings than a call takes arguments', async () => {
    const { dir, cache } = prepare();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [`${folder}/anchors.tsv`]: Array.from({ length: 150_000 }, (_, n) => `lost-${n}\t1\tx`).join(
        '\n',
      ),
    });
    const library = await open(dir, cache);
    expect(findingsOf(library, 'folder-unreadable')).toEqual([]);
    expect(library.rows).toHaveLength(2);
  });
});

describe('figures', () => {
  const plain = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
  const shown = writeStandard({
    serial: 1,
    body: '\n##\n\n外形见[#f]。\n\n:::figure[外形]{#f}\n![外形](a.svg)\n:::\n',
  });

  it('that are links or folders are not there', async () => {
    const [dir, secrets] = [makeFolder(), makeFolder()];
    writeFiles(secrets, { 'secret.svg': plain });
    writeFiles(dir, { [standardPath(1)]: shown });
    symlinkSync(join(secrets, 'secret.svg'), join(dir, folder, 'a.svg'));
    mkdirSync(join(dir, folder, 'b.svg'));
    const library = await open(dir, makeFolder());
    expect(findingsOf(library, 'figure-missing')).toHaveLength(1);
    expect(library.body('db9902-t-1-2024').figures).toEqual([]);
    expect(readFigure(join(dir, folder), 'a.svg')).toBeNull();
    expect(readFigure(join(dir, folder), 'b.svg')).toBeNull();
    expect(readFigure(join(dir, folder), '../../../x.svg')).toBeNull();
  });

  it('that are active are found though nothing shows them, and not handed out', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: shown,
      [`${folder}/a.svg`]: plain,
      [`${folder}/b.svg`]: '<svg onload="x"/>',
    });
    const library = await open(dir, makeFolder());
    expect(findingsOf(library, 'figure-active')).toMatchObject([{ file: `${folder}/b.svg` }]);
    expect(readFigure(join(dir, folder), 'a.svg')?.type).toBe('image/svg+xml');
    expect(readFigure(join(dir, folder), 'b.svg')).toBeNull();
  });

  it.each([
    ['a.png', '<html>'],
    ['a.png', 'GIF89a'],
    ['a.jpg', PNG],
    ['a.webp', 'RIFFxxxxWAVE'],
    ['a.PNG', ''],
  ])('that are not what %s says are refused: %j', async (name, content) => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [`${folder}/${name}`]: content,
      [`${folder}/right.png`]: PNG,
      [`${folder}/right.jpeg`]: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      [`${folder}/right.webp`]: 'RIFFxxxxWEBPVP8 ',
    });
    expect(findingsOf(await open(dir, makeFolder()), 'figure-damaged')).toMatchObject([
      { file: `${folder}/${name}`, severity: 'error' },
    ]);
  });

  it('are known by their bytes, not by their time', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    const png = join(dir, folder, 'a.png');
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [`${folder}/a.png`]: new Uint8Array([...PNG, 1]),
    });
    const { mtime } = statSync(png);
    const before = (await open(dir, cache)).rows[0]?.source;
    utimesSync(png, new Date(), new Date(0));
    expect((await open(dir, cache)).compiled).toBe(0);
    writeFileSync(png, new Uint8Array([...PNG, 2]));
    utimesSync(png, mtime, mtime);
    const after = await open(dir, cache);
    expect(after.compiled).toBe(1);
    expect(after.rows[0]?.source).not.toBe(before);
  });
});

describe('processes that compile', () => {
  const prepare = () => {
    const dir = makeFolder();
    const paths = Array.from({ length: 40 }, (_, serial) => standardPath(serial + 1));
    for (const [serial, path] of paths.entries()) {
      writeFiles(dir, { [path]: writeStandard({ serial: serial + 1 }) });
    }
    const folders = paths.map((path) => path.replace('/index.md', ''));
    return { job: { library: dir, cache: makeFolder() }, folders };
  };

  it('give what this process would', async () => {
    const { job, folders } = prepare();
    const byPath = (entries: readonly CacheEntry[]) =>
      entries
        .map((entry) => ({ ...entry, stat: '' }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const there = byPath(await compileInProcesses(job, folders));
    expect(there).toEqual(byPath(compileFolders(job.library, makeFolder(), folders)));
    expect(there.filter(({ body }) => loadBody(job.cache, body ?? '') === null)).toEqual([]);
  });

  it('fail the whole when one ends, and soon', async () => {
    const { job, folders } = prepare();
    const worker = new URL('fixtures/dying-worker.ts', import.meta.url);
    await expect(compileInProcesses(job, folders, worker)).rejects.toThrow('ended with 3');
  });

  it('end when whoever started them is killed', async () => {
    const { job, folders } = prepare();
    const script = fileURLToPath(new URL('fixtures/compile-for-long.ts', import.meta.url));
    const parent = spawn(process.execPath, [script, JSON.stringify({ job, folders })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const workers = said.toString().trim().split('\n').map(Number);
    expect(workers.filter(isAlive)).toEqual(workers);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(workers.filter(isAlive)).toEqual([]), 10_000);
  });
});
