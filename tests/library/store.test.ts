import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  loadBody,
  loadEntries,
  loadNames,
  storeBodies,
  storeEntries,
  toStoredBody,
} from '#library/cache.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { loadPageKeys, storePageKeys } from '#library/page-keys.ts';
import type { PageKeys } from '#library/page-keys.ts';
import { changeStore, storePath, withStore } from '#library/store.ts';
import { sweepBodies, sweepCaches } from '#library/sweep.ts';
import { startChance } from '../support/text-mutations.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const open = (dir: string, cache: string): Promise<Library> =>
  openLibrary({ dir, cache, asOf: '2026-06-01' });
const folder = 'standards/local/db9902-t-1-2024';
const cited =
  '\n##\n\n包装应符合 DB9902/T 2—2024 中 4.1 和 GB/T 191 的规定。\n\n# 参考文献\n\n- GB/T 191—2008　样例\n';

async function prepare() {
  const [dir, cache] = [makeFolder(), makeFolder()];
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1, body: cited }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
    [`standards/local/broken/index.md`]: 'no front matter',
  });
  return { dir, cache, library: await open(dir, cache) };
}

/** Change a database behind the back of the process that has it open. */
function meddle(cache: string, sql: string): void {
  const database = new DatabaseSync(storePath(cache));
  database.exec(sql);
  database.close();
}

describe('what the store gives back', () => {
  it('is what was compiled', async () => {
    const { dir, cache, library } = await prepare();
    expect(library.compiled).toBe(3);
    const again = await open(dir, cache);
    expect(again.compiled).toBe(0);
    expect(again.rows).toEqual(library.rows);
    expect(JSON.stringify(again.rows)).toBe(JSON.stringify(library.rows));
    expect(again.rows[0]?.references.length).toBeGreaterThan(2);
    expect(again.diagnostics).toEqual(library.diagnostics);
    expect(again.body('db9902-t-1-2024')).toEqual(library.body('db9902-t-1-2024'));
  });

  it('is read while another process is inside a change', async () => {
    const { cache, library } = await prepare();
    const other = new DatabaseSync(storePath(library.cache));
    other.exec('begin immediate; delete from entries; delete from bodies');
    expect(loadEntries(library.cache).entries.size).toBe(3);
    expect(loadBody(library.cache, library.rows[0]?.digest ?? '')).not.toBeNull();
    other.exec('rollback');
    other.close();
    expect(readdirSync(cache)).toEqual(['library']);
  });

  it('are the keys of pages, of the last states of each site', () => {
    const cache = makeFolder();
    const random = startChance(7);
    const below = (count: number) => Math.floor(random() * count);
    const states: { readonly name: string; readonly keys: PageKeys }[] = [];
    const pages = new Map<string, string>();
    for (let at = 0; at < 40; at += 1) {
      for (let change = below(5); change >= 0; change -= 1) {
        const path = `/标${below(9)}/`;
        if (random() < 0.3) pages.delete(path);
        else pages.set(path, String(below(3)));
      }
      const keys = { code: String(below(3)), pages: Object.fromEntries(pages) };
      states.push({ name: storePageKeys(cache, '/first', keys), keys });
      storePageKeys(cache, '/second', { code: 'two', pages: { '/': String(at) } });
    }
    for (const { name, keys } of states.slice(-30))
      expect(loadPageKeys(cache, '/first', name)).toEqual(keys);
    const [oldest] = states;
    expect(loadPageKeys(cache, '/first', oldest?.name ?? '')).toBeNull();
    expect(loadPageKeys(cache, '/second', states.at(-1)?.name ?? '')).toBeNull();
    expect(loadPageKeys(cache, '/third', states.at(-1)?.name ?? '')).toBeNull();
  });
});

describe('damage costs time and nothing else', () => {
  const expectRight = async (dir: string, cache: string, library: Library): Promise<Library> => {
    const again = await open(dir, cache);
    expect(again.rows).toEqual(library.rows);
    expect(again.diagnostics).toEqual(library.diagnostics);
    for (const { slug } of again.rows) expect(again.body(slug)).toEqual(library.body(slug));
    expect((await open(dir, cache)).compiled).toBe(0);
    return again;
  };

  it.each<[string, (file: string) => void]>([
    ['other bytes', (file) => writeFileSync(file, 'no database at all'.repeat(4000))],
    ['half a file', (file) => truncateSync(file, 3 * 16_384)],
    ['an empty file', (file) => truncateSync(file, 0)],
    [
      'pages of zeros',
      (file) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0, 16_384));
      },
    ],
    [
      'another version',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('pragma user_version = 99');
        database.close();
      },
    ],
    [
      'a table that is not there',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('drop table entries');
        database.close();
      },
    ],
  ])('%s', async (_, spoil) => {
    const { dir, cache, library } = await prepare();
    expect(readdirSync(library.cache)).toEqual(['library.sqlite']);
    spoil(storePath(library.cache));
    expect((await expectRight(dir, cache, library)).compiled).toBe(3);
  });

  it('one row that was changed is compiled again, and only that', async () => {
    const { dir, cache, library } = await prepare();
    meddle(
      library.cache,
      `update entries set own = replace(own, '样例标准1', '样例标准9') where path = '${folder}'`,
    );
    expect((await expectRight(dir, cache, library)).compiled).toBe(1);
  });

  it('a body under another name is not believed', async () => {
    const { library } = await prepare();
    const [first = '', second = ''] = library.rows.map(({ digest }) => digest);
    meddle(
      library.cache,
      `update bodies set page = (select page from bodies where name = '${second}') where name = '${first}'`,
    );
    expect(loadBody(library.cache, first)).toBeNull();
    const { text } = library.body('db9902-t-2-2024');
    const [, named = ''] = library.rows.map(({ names }) => names);
    const citing = text.clauses.findIndex(({ kind }) => kind === 'foreword');
    const { id = '', kind, address, label } = text.clauses[citing] ?? {};
    expect(id).not.toBe('');
    expect(loadNames(library.cache, named)?.text.clauses).toEqual({
      [citing]: { id, kind, address, label },
    });
    meddle(
      library.cache,
      `update bodies set names = (select names from bodies where name = '${first}') where name = '${second}'`,
    );
    expect(loadNames(library.cache, named)).toBeNull();
    expect(loadBody(library.cache, second)?.slug).toBe('db9902-t-2-2024');
    expect(library.body('db9902-t-1-2024').number).toBe('DB9902/T 1—2024');
  });

  it('what links to clauses need stays as it is but where a clause that cites something has another name', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    const compile = async (body: string) => {
      writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1, body }) });
      const [row] = (await open(dir, cache)).rows;
      return row;
    };
    const cites = '包装应符合 GB/T 191—2008 的要求。';
    const first = await compile(`\n# 包装\n\n${cites}\n\n# 贮存\n\n贮存应干燥。\n`);
    const sentence = await compile(`\n# 包装\n\n${cites}\n\n# 贮存\n\n贮存宜干燥。\n`);
    expect(sentence?.digest).not.toBe(first?.digest);
    expect(sentence?.names).toBe(first?.names);
    const other = await compile(`\n# 包装\n\n${cites}\n\n# 运输\n\n贮存宜干燥。\n`);
    expect(other?.names).toBe(first?.names);
    const own = await compile(`\n# 标志\n\n${cites}\n\n# 运输\n\n贮存宜干燥。\n`);
    expect(own?.names).not.toBe(first?.names);
  });

  it('its folder may be deleted while it is in use', async () => {
    const { dir, cache, library } = await prepare();
    const body = toStoredBody(library.body('db9902-t-1-2024'));
    rmSync(cache, { recursive: true });
    storeBodies(library.cache, [body]);
    expect(loadBody(library.cache, body.name)).toEqual(library.body('db9902-t-1-2024'));
    expect((await open(dir, cache)).rows).toHaveLength(2);
  });

  it.each<[string, (at: string) => void]>([
    ['a folder of its name', (at) => mkdirSync(storePath(at), { recursive: true })],
    ['a file in place of its folder', (at) => writeFileSync(at, '')],
  ])('where no database can be kept, the library is there without: %s', async (_, spoil) => {
    const { dir, library } = await prepare();
    const cache = makeFolder();
    mkdirSync(join(cache, 'library'));
    spoil(library.cache.replace(/^.*(?=[/\\]library[/\\])/, cache));
    const warnings: string[] = [];
    const listen = ({ message }: Error) => void warnings.push(message);
    process.on('warning', listen);
    for (const run of ['first', 'second']) {
      const without = await open(dir, cache);
      expect(without.compiled, run).toBe(3);
      expect(without.rows).toEqual(library.rows);
      expect(without.body('db9902-t-1-2024')).toEqual(library.body('db9902-t-1-2024'));
    }
    await new Promise(setImmediate);
    process.off('warning', listen);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/用不了.*\n.*cannot be used/);
  });
});

describe('a change is whole or not at all', () => {
  it('when the process is killed inside', async () => {
    const { dir, cache, library } = await prepare();
    const keys = { code: 'one', pages: { '/': 'a' } };
    const name = storePageKeys(library.cache, '/site', keys);
    const script = fileURLToPath(new URL('fixtures/change-and-die.ts', import.meta.url));
    const { signal } = spawnSync(process.execPath, [script, library.cache], { stdio: 'inherit' });
    expect(signal).toBe('SIGKILL');
    expect(loadPageKeys(library.cache, '/site', name)).toEqual(keys);
    const again = await open(dir, cache);
    expect(again.compiled).toBe(0);
    expect(again.rows).toEqual(library.rows);
  });

  it('when it fails inside', async () => {
    const { library } = await prepare();
    const fail = () =>
      changeStore(library.cache, ({ database }) => {
        database.exec('delete from entries');
        throw new Error('no more');
      });
    expect(fail).toThrow('no more');
    expect(loadEntries(library.cache).entries.size).toBe(3);
  });

  it('when two runs change one library at once', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    const files = Array.from({ length: 60 }, (_, at) => [
      standardPath(at + 1),
      writeStandard({ serial: at + 1 }),
    ]);
    writeFiles(dir, Object.fromEntries(files) as Record<string, string>);
    const [one, two] = await Promise.all([open(dir, cache), open(dir, cache)]);
    expect(one.rows).toEqual(two.rows);
    const after = await open(dir, cache);
    expect(after.compiled).toBe(0);
    expect(after.rows).toEqual(one.rows);
  });
});

describe('what nothing names is forgotten', () => {
  it('bodies, when they are an hour old', async () => {
    const { dir, cache, library } = await prepare();
    const before = library.rows[0]?.digest ?? '';
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    const { rows, cache: place } = await open(dir, cache);
    const now = rows[0]?.digest ?? '';
    expect(before).not.toBe(now);
    const sweep = (at: number) => withStore(place, (store) => sweepBodies(store, at));
    sweep(Date.now() + 1800_000);
    expect(loadBody(place, before)).not.toBeNull();
    sweep(Date.now() + 2 * 3600_000);
    expect(loadBody(place, before)).toBeNull();
    expect(loadBody(place, now)).not.toBeNull();
  });

  it('entries of folders that are no more', async () => {
    const { library } = await prepare();
    storeEntries(library.cache, { compiled: [], touched: [], gone: [folder] });
    expect([...loadEntries(library.cache).entries.keys()]).not.toContain(folder);
    expect(loadEntries(library.cache).entries.size).toBe(2);
  });

  it('a cache that other code left, after a week', () => {
    const cache = makeFolder();
    for (const name of ['lib-old', 'lib-now', 'other-old'])
      writeFiles(cache, { [`${name}/library.sqlite`]: '' });
    sweepCaches(join(cache, 'lib-now'));
    expect(readdirSync(cache)).toHaveLength(3);
    sweepCaches(join(cache, 'lib-now'), Date.now() + 8 * 24 * 3600_000);
    expect(readdirSync(cache)).toEqual(['lib-now', 'other-old']);
    expect(existsSync(join(cache, 'lib-old'))).toBe(false);
  });
});
