import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { loadFrom } from '#search/embedded/open-node.ts';
import { buildSearchIndex, prepareSearchIndex } from '#search/embedded/texts/build.ts';
import type { SearchBuild } from '#search/embedded/texts/build.ts';
import type { SearchLibrary } from '#search/library.ts';
import { projectPages } from '#search/record/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { ask } from './build.ts';

let folder: string;
let library: Library;
/** The first build, in the folder `built`. */
let built: SearchBuild;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaolian-search-'));
  library = await openLibrary({ dir: 'content' });
  built = await build('built');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of files below a folder with their content. */
function readFiles(root: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'latin1')]),
  );
}

const build = (name: string, rest: Partial<Parameters<typeof buildSearchIndex>[0]> = {}) =>
  buildSearchIndex({
    library,
    out: join(folder, name, 'site'),
    cache: join(folder, name, 'cache'),
    ...rest,
  });

/** Another folder with all of the first build. */
function copyBuilt(name: string): void {
  cpSync(join(folder, 'built'), join(folder, name), { recursive: true });
}

/** A library in which one standard's text has changed. */
function changeText(slug: string): SearchLibrary {
  return {
    catalog: library.catalog,
    vocabulary: library.vocabulary,
    systems: library.systems,
    partners: library.partners,
    rows: library.rows.map((row) => (row.slug === slug ? { ...row, digest: 'changed' } : row)),
    body: (each) => {
      const standard = library.body(each);
      if (each !== slug) return standard;
      const [first, ...clauses] = standard.text.clauses;
      if (!first) throw new Error(`${slug} has no clauses`);
      const changed = { ...first, text: `${first.text}新添的一句话` };
      return { ...standard, text: { ...standard.text, clauses: [changed, ...clauses] } };
    },
  };
}

describe('the index of the sample library', () => {
  test('holds every standard; a second build makes nothing anew; a change makes one bundle anew', async () => {
    expect(built.records).toBe(library.catalog.entries.length);
    expect(built.mode).toBe('full');
    expect(built.rebuilt).toEqual(['directory', 'standards']);
    copyBuilt('one');
    expect((await build('one')).rebuilt).toEqual([]);
    const slug = 'db9902-t-12-2023';
    const changed = await build('one', { library: changeText(slug) });
    expect(changed.rebuilt).toEqual(['standards']);
  });

  test('is the same from the same library', async () => {
    await build('one');
    await build('two');
    const [one, two] = ['one', 'two'].map((name) => readFiles(join(folder, name, 'site')));
    expect([...(one ?? []).keys()]).toEqual([...(two ?? []).keys()]);
    for (const [name, content] of one ?? []) {
      expect(two?.get(name) === content, name).toBe(true);
    }
  });

  test('a title that changes writes few files anew, and what is brought to a site then is the whole', async () => {
    copyBuilt('seven');
    const site = join(folder, 'seven', 'site');
    const before = readdirSync(join(site, 'search-index', 'd'));
    const { catalog } = library;
    const [first, ...others] = catalog.entries;
    if (!first) throw new Error('no entries');
    const entries = [{ ...first, title: `${first.title}修订` }, ...others];
    const index = await prepareSearchIndex({
      library: { ...library, catalog: { ...catalog, entries } },
      cache: join(folder, 'seven', 'cache'),
    });
    expect(index.build.rebuilt).toEqual(['directory']);
    expect(index.isIn(site)).toBe(false);
    const brought = join(folder, 'seven', 'brought');
    index.bring(site, brought);
    const fresh = [...readFiles(brought).keys()];
    expect(fresh).toContain(join('search-index', 'directory.json'));
    expect(fresh.length).toBeLessThan(before.length / 10);
    cpSync(brought, site, { recursive: true });
    for (const path of readFiles(site).keys()) {
      const own = path.replaceAll('\\', '/').replace('search-index/', '');
      if (!index.has(own)) rmSync(join(site, path));
    }
    expect(index.isIn(site)).toBe(true);
    const whole = join(folder, 'seven', 'whole');
    index.install(whole);
    expect(readFiles(site)).toEqual(readFiles(whole));
  });

  test('is put back where it was deleted or has another digest, and leftovers go', async () => {
    copyBuilt('three');
    const target = join(folder, 'three', 'site', 'search-index');
    rmSync(join(target, 'standards'), { recursive: true });
    writeFileSync(join(target, 'directory.json'), '{}');
    writeFileSync(join(target, 'leftover'), '');
    expect((await build('three')).rebuilt).toEqual([]);
    expect(readdirSync(target)).not.toContain('leftover');
    expect(readdirSync(join(target, 'standards'))).toContain('t');
    const directory = await openDirectory(loadFrom(target));
    expect((await ask(directory, 'db9902t12')).hits[0]?.number).toBe('DB9902/T 12—2023');
  });

  test('a damaged cache of texts is made again', async () => {
    copyBuilt('four');
    const kept = join(folder, 'four', 'cache', 'search', 'texts');
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), '["broken');
    const again = await build('four');
    expect(again.rebuilt).toEqual([]);
  });

  test('a failed build leaves what was there', async () => {
    copyBuilt('five');
    const before = readFiles(join(folder, 'five', 'site'));
    const broken: SearchLibrary = {
      ...changeText('db9902-t-12-2023'),
      body: () => {
        throw new Error('no body');
      },
    };
    await expect(build('five', { library: broken })).rejects.toThrow('no body');
    expect(readFiles(join(folder, 'five', 'site'))).toEqual(before);
  });

  test('every number and title of the library is found at the first place', async () => {
    const directory = await openDirectory(loadFrom(join(folder, 'built', 'site', 'search-index')));
    for (const row of library.rows) {
      const spellings = [
        row.number,
        row.key,
        row.slug,
        row.key.toLowerCase().replaceAll(/[ /]/g, ''),
      ];
      for (const spelling of spellings) {
        expect((await ask(directory, spelling)).hits[0]?.number, spelling).toBe(row.number);
      }
      const [first] = (await ask(directory, row.meta.title)).hits;
      expect(first?.title).toBe(row.meta.title);
    }
  });
});

describe('policy', () => {
  test('a library beyond the limit is found by scope and terms, not by clauses', async () => {
    copyBuilt('six');
    const light = await build('six', { policy: { fullUpTo: 1000 } });
    expect(light.mode).toBe('light');
    const target = join(folder, 'six', 'site', 'search-index');
    expect(readdirSync(target)).not.toContain('standards');
    const directory = await openDirectory(loadFrom(target));
    const find = async (text: string) => (await ask(directory, text)).hits;
    expect((await find('累计超温量')).map(({ slug }) => slug)).toContain('db9902-t-12-2023');
    expect((await find('自营的冷链配送活动'))[0]).toMatchObject({ match: 'text', clauses: [] });
    expect(await find('抽测货物的中心温度')).toEqual([]);
    expect((await find('冷链物流企业温度控制规范'))[0]?.match).toBe('title');
  });

  test('pages project clauses with anchors, labels, tables and the English text', () => {
    const standard = library.body('db9902-t-12-2023');
    const [page] = projectPages(standard);
    const term = page?.clauses.find(({ id }) => id === 'cold-chain');
    expect(term).toMatchObject({ label: '3.1', title: '冷链物流', peripheral: false });
    expect(term?.text.join(' ')).toContain('cold chain logistics');
    expect(
      page?.clauses.some(({ text }) => text.some((line) => line.includes('生食用金枪鱼'))),
    ).toBe(true);
    expect(page?.clauses.find(({ id }) => id === 'foreword')).toMatchObject({
      label: '',
      peripheral: true,
    });
    const languages = projectPages(library.body('t-sfjd-005-2024')).map(({ language }) => language);
    expect(languages).toEqual(['zh', 'en']);
  });
});
