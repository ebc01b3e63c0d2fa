import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { checkMirror, importMirror } from '#acts/mirror/index.ts';
import { findWay, readChanges } from '#core/exchange/open-data/changes.ts';
import { dataManifest, manifestPart } from '#core/exchange/open-data/manifest.ts';
import { openLibrary } from '#library/open.ts';
import { publish } from '#publish/index.ts';
import { command as rollback } from '#scripts/commands/rollback.ts';
import { runCommand } from '../scripts/run-command.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { startLibrary } from './library-model.ts';
import { readSite } from './read-site.ts';
import { buildWhole, expectEqual, prepare, rename } from './small-library.ts';

const digest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** All files that the manifest of a site names, each held to its digest. */
function readManifest(out: string) {
  const read = (path: string) => readFileSync(join(out, path));
  const manifest = dataManifest.parse(JSON.parse(read('data/manifest.json').toString()));
  const standards = manifest.parts.flatMap(({ path, sha256, bytes, standards: count }) => {
    const text = read(path);
    expect([digest(text), text.length], path).toEqual([sha256, bytes]);
    const part = manifestPart.parse(JSON.parse(text.toString()));
    expect(part.standards).toHaveLength(count);
    return part.standards;
  });
  const files = [...manifest.files, ...standards.flatMap((standard) => standard.files)];
  for (const { path, sha256, bytes } of files) {
    const content = read(path);
    expect([digest(content), content.length], path).toEqual([sha256, bytes]);
  }
  return { manifest, standards, files, state: digest(read('data/manifest.json')) };
}

const readLines = (out: string) =>
  readChanges(readFileSync(join(out, 'data/changes.ndjson'), 'utf8'));

it('the manifest names every file of open data with its digest, and all that a mirror is made from', async () => {
  const { dir, out, build } = prepare();
  await build({ data: true });
  const { manifest, standards, files } = readManifest(out);
  expect(manifest).toMatchObject({ standards: 3, root: '../', changes: 'data/changes.ndjson' });
  const published = [...readSite(out).keys()].filter((path) =>
    /^(?:en\/)?(?:data|standards|systems|tools|lifecycle)\/.*(?<!\.html)$/.test(path),
  );
  const own = ['data/manifest.json', ...manifest.parts.map(({ path }) => path), 'llms.txt'];
  expect([...files.map(({ path }) => path), ...own].sort()).toEqual(
    [...published, 'llms.txt', 'llms.txt'].sort(),
  );
  expect(standards.map(({ key }) => key).sort()).toEqual([
    'DB9902/T 1-2024',
    'DB9902/T 2-2024',
    'DB9902/T 3-2024',
  ]);
  // A library of nothing but the sources is the library.
  const mirror = makeFolder();
  for (const { path, source } of files) {
    if (source) writeFiles(mirror, { [source]: readFileSync(join(out, path), 'utf8') });
  }
  const [one, other] = await Promise.all(
    [dir, mirror].map((each) => openLibrary({ dir: each, cache: makeFolder() })),
  );
  expect(other?.rows.map(({ source }) => source)).toEqual(one?.rows.map(({ source }) => source));
});

const readFolder = (dir: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(dir, path), readFileSync(path, 'utf8')]),
  );

/** A copy of the open data of a site, as somebody elsewhere keeps it: it asks for files by their paths, and counts them. */
function startMirror(ask: (path: string) => Buffer) {
  const files = new Map<string, string>();
  let state = '';
  const take = (path: string, sha256: string): void => {
    const bytes = ask(path);
    expect(digest(bytes), path).toBe(sha256);
    files.set(path, bytes.toString('latin1'));
  };
  return {
    files,
    /** Whether differences alone led to the newest state. */
    follow: (): boolean => {
      const way = findWay(readChanges(ask('data/changes.ndjson').toString()), state);
      for (const line of way ?? []) {
        for (const path of line.removed) files.delete(path);
        for (const { path, sha256 } of [...line.added, ...line.changed]) {
          // What a later publication changed once more, or took away, is not there any more as it was.
          const later = way?.slice(way.indexOf(line) + 1) ?? [];
          const isLast = !later.some(
            ({ added, changed, removed }) =>
              [...added, ...changed].some((each) => each.path === path) || removed.includes(path),
          );
          if (isLast) take(path, sha256);
        }
      }
      if (way) state = way.at(-1)?.state ?? state;
      return way !== undefined;
    },
    /** All that the manifest names. */
    copy: (): void => {
      const root = ask('data/manifest.json');
      const { parts, files: own } = dataManifest.parse(JSON.parse(root.toString()));
      files.clear();
      for (const { path, sha256 } of [...parts, ...own]) take(path, sha256);
      for (const { path } of parts) {
        const { standards } = manifestPart.parse(JSON.parse(files.get(path) ?? ''));
        for (const { path: each, sha256 } of standards.flatMap((standard) => standard.files))
          take(each, sha256);
      }
      state = digest(root);
    },
  };
}

it('a mirror that follows ten publications by their differences alone is a full copy', async () => {
  const dir = makeFolder();
  const library = startLibrary(dir, 3);
  const out = join(makeFolder(), 'site');
  const cache = makeFolder();
  const build = () => publish({ library: dir, out, cache, asOf: library.asOf(), data: true });
  await build();
  let asked = 0;
  const mirror = startMirror((path) => {
    asked += 1;
    return readFileSync(join(out, path));
  });
  mirror.copy();
  const whole = asked;
  const counts: number[] = [];
  const [following, other] = [makeFolder(), makeFolder()];
  const take = (target: string) =>
    importMirror({ library: target, from: out, day: library.asOf(), code: '9902' });
  await take(following);
  for (let at = 1; at <= 10; at += 1) {
    library.step();
    await build();
    // Who looks at every second publication only goes two lines at once.
    if (at % 2 === 1 && at < 5) continue;
    asked = 0;
    expect(mirror.follow(), `publication ${at}`).toBe(true);
    counts.push(asked);
    expect((await take(following)).publications, `publication ${at}`).not.toBeNull();
  }
  const full = startMirror((path) => readFileSync(join(out, path)));
  full.copy();
  expectEqual(mirror.files, full.files);
  expect(Math.min(...counts)).toBeLessThan(whole / 2);
  // `std exchange import` of each, and of the last alone.
  await take(other);
  expect(readFolder(following)).toEqual(readFolder(other));
  expect(checkMirror(following, '9902')).toMatchObject({ missing: [], changed: [], extra: [] });
});

it('what changes of a partner is not told, and a text that goes over to a partner, or comes from one, is', async () => {
  const { dir, out, build } = prepare();
  const at = (folder: string, serial: number) => `${folder}standards/local/db9903-t-${serial}-2024`;
  const its = (serial: number) => ({
    [`${at('partners/9903/', serial)}/index.md`]: writeStandard({ serial }).replace(
      /DB9902/g,
      'DB9903',
    ),
  });
  writeFiles(dir, {
    'partners/9903/partner.yaml':
      "name: { zh: 样板市, en: Model City }\ncode: '9903'\nlicence: CC-BY-4.0\nmirrored: 2026-05-20\n",
    ...its(5),
    ...its(6),
  });
  const options = { data: true };
  await build(options);
  const mirror = startMirror((path) => readFileSync(join(out, path)));
  mirror.copy();
  const follow = async () => {
    await build(options);
    expect(mirror.follow()).toBe(true);
    const full = startMirror((path) => readFileSync(join(out, path)));
    full.copy();
    expectEqual(mirror.files, full.files);
    const { added = [], changed = [], removed = [] } = readLines(out).at(-1) ?? {};
    const paths = [...[...added, ...changed].map(({ path }) => path), ...removed];
    return { added: added.map(({ path }) => path), removed, paths };
  };
  rmSync(join(dir, at('partners/9903/', 6)), { recursive: true });
  writeFiles(dir, {
    [`${at('partners/9903/', 5)}/index.md`]: (
      its(5)[`${at('partners/9903/', 5)}/index.md`] ?? ''
    ).replace('样例标准5', '新题样例'),
  });
  expect((await follow()).paths.filter((path) => path.includes('db9903'))).toEqual([]);
  // The same text, byte for byte, under the same address.
  const source = 'standards/db9903-t-5-2024/source/index.md';
  cpSync(join(dir, at('partners/9903/', 5)), join(dir, at('', 5)), { recursive: true });
  rmSync(join(dir, at('partners/9903/', 5)), { recursive: true });
  expect((await follow()).added).toContain(source);
  cpSync(join(dir, at('', 5)), join(dir, at('partners/9903/', 5)), { recursive: true });
  rmSync(join(dir, at('', 5)), { recursive: true });
  expect((await follow()).removed).toContain(source);
});

it('publications by parts leave the manifest of a whole one, and a line of what changed', async () => {
  const { dir, out, build } = prepare();
  await build();
  const first = readManifest(out).state;
  expect(readLines(out)).toMatchObject([{ state: first, before: null, whole: true }]);
  writeFiles(dir, { [standardPath(1)]: rename(1, '新题样例') });
  await build();
  const second = readManifest(out);
  writeFiles(dir, {
    'standards/local/db9902-t-2-2024/b.svg':
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>',
  });
  rmSync(join(dir, 'standards/local/db9902-t-3-2024'), { recursive: true });
  const { withheld } = await build();
  expect(withheld).toEqual([]);
  const third = readManifest(out);
  expectEqual(readSite(out), await buildWhole(dir));
  const lines = readLines(out);
  expect(lines.map(({ state }) => state)).toEqual([first, second.state, third.state]);
  const named = lines.map(({ added, changed, removed }) => ({
    added: added.map(({ path }) => path),
    changed: changed.map(({ path }) => path),
    removed,
  }));
  expect(named[1]?.changed).toContain('standards/db9902-t-1-2024/source/index.md');
  expect(named[1]).toMatchObject({ added: [], removed: [] });
  expect(named[2]?.added).toEqual(['standards/db9902-t-2-2024/b.svg']);
  expect(named[2]?.removed).toContain('standards/db9902-t-3-2024/a.svg');
  expect(named[2]?.removed).toContain('standards/db9902-t-3-2024/source/index.md');
  expect(findWay(lines, first)).toEqual(lines.slice(1));
  expect(findWay(lines, third.state)).toEqual([]);
  expect(findWay(lines, digest('nothing'))).toBeUndefined();
});

it('after a rollback the manifest is that of the release, and what changes then goes on from it', async () => {
  const { dir, out, build } = prepare();
  await build();
  const first = readManifest(out).state;
  writeFiles(dir, { [standardPath(1)]: rename(1, '新题样例') });
  await build();
  await runCommand(rollback, { argv: ['--site', out], json: false, library: dir });
  expect(readManifest(out).state).toBe(first);
  expect(readLines(out).at(-1)?.state).toBe(first);
  writeFiles(dir, { [standardPath(2)]: rename(2, '另一题') });
  await build();
  const { state } = readManifest(out);
  expect(readLines(out).map((line) => [line.before, line.state])).toEqual([
    [null, first],
    [first, state],
  ]);
});
