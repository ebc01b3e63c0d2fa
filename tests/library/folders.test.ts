import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBody, storeBody } from '#library/cache.ts';
import { readFigure } from '#library/figures.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { compileInThreads } from '#library/pool.ts';
import { sweepBodies, sweepCaches } from '#library/sweep.ts';
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

describe('the cache', () => {
  it('believes a body only under its own name', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [standardPath(2)]: writeStandard({ serial: 2 }),
    });
    const library = await open(dir, cache);
    const paths = library.rows.map(({ digest }) =>
      join(library.cache, 'bodies', digest.slice(0, 2), `${digest}.json`),
    );
    writeFileSync(paths[0] ?? '', readFileSync(paths[1] ?? ''));
    expect(loadBody(library.cache, library.rows[0]?.digest ?? '')).toBeNull();
    expect(library.body('db9902-t-1-2024').number).toBe('DB9902/T 1—2024');
  });

  it('stands its folders being deleted while it is in use', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    const library = await open(dir, cache);
    const body = library.body('db9902-t-1-2024');
    rmSync(cache, { recursive: true });
    expect(loadBody(library.cache, storeBody(library.cache, body))).toEqual(body);
    expect((await open(dir, cache)).rows).toHaveLength(1);
  });

  it('forgets bodies that nothing names, when they are an hour old', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    const old = await open(dir, cache);
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1, meta: 'abstract: 新。\n' }) });
    const { rows, cache: place } = await open(dir, cache);
    const [before, now] = [old.rows[0]?.digest ?? '', rows[0]?.digest ?? ''];
    const entries = [{ path: folder, digest: '', row: null, diagnostics: [], body: now }];
    expect(before).not.toBe(now);
    sweepBodies(place, entries);
    expect(loadBody(place, before)).not.toBeNull();
    sweepBodies(place, entries, Date.now() + 2 * 3600_000);
    expect(loadBody(place, before)).toBeNull();
    expect(loadBody(place, now)).not.toBeNull();
  });

  it('forgets itself as other code left it, after a week', () => {
    const cache = makeFolder();
    for (const name of ['lib-old', 'lib-now', 'other-old'])
      writeFiles(cache, { [`${name}/index.ndjson`]: '' });
    sweepCaches(join(cache, 'lib-now'));
    expect(readdirSync(cache)).toHaveLength(3);
    sweepCaches(join(cache, 'lib-now'), Date.now() + 8 * 24 * 3600_000);
    expect(readdirSync(cache)).toEqual(['lib-now', 'other-old']);
  });
});

it('a thread that cannot go on fails the whole, and soon', async () => {
  const dir = makeFolder();
  writeFiles(dir, { blocked: 'a file where the cache wants a folder' });
  const paths = Array.from({ length: 40 }, (_, serial) => standardPath(serial + 1));
  for (const [serial, path] of paths.entries()) {
    writeFiles(dir, { [path]: writeStandard({ serial: serial + 1 }) });
  }
  const folders = paths.map((path) => path.replace('/index.md', ''));
  const job = { library: dir, cache: join(dir, 'blocked') };
  await expect(compileInThreads(job, folders)).rejects.toThrow(/ENOTDIR|EEXIST/);
});
