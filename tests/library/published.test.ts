import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPublished } from '#library/published.ts';
import type { PublishedLibrary, PublishedOptions } from '#library/published.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const catalogueHead = 'number,title,status,issued,implemented,as_of,source';
const catalogueRow = (serial: number, title: string, status = '现行') =>
  `GB/T ${serial}—2008,${title},${status},2008-04-01,2008-10-01,2026-07-02,sample`;
const system = (title: string, more = '') => `name: { zh: ${title}, en: Sample }
kind: 领域
version: '1'
date: 2026-06-01
sample: true
tree:
  - { code: '1', name: { zh: 子体系, en: Sub-system } }
rows:
  - { code: 1-0001, system: '1', role: 其他, number: DB9902/T 1-2024 }
${more}`;

function prepare() {
  const dir = makeFolder();
  const cache = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
    'catalogue/some.csv': `${catalogueHead}\n${catalogueRow(9001, '甲')}\n${catalogueRow(9002, '乙')}\n`,
    'systems/sample.yaml': system('样例体系'),
    'vocabulary/bodies.csv': 'code,zh,en\n示范市市场监督管理局,,Bureau\n',
  });
  const open = (options: Partial<PublishedOptions> = {}) =>
    openPublished({ dir, cache, asOf: '2026-06-01', ...options });
  return { dir, cache, open };
}

const titles = ({ library }: PublishedLibrary) => library?.rows.map(({ meta }) => meta.title);
const seen = ({ withheld }: PublishedLibrary) =>
  withheld.map(({ path, shown }) => `${path} ${shown}`);
const folder1 = 'standards/local/db9902-t-1-2024';

describe('an error in one standard', () => {
  const broken = writeStandard({ serial: 1, body: '\n##\n\n见[#nope]。\n' }).replace(
    '样例标准1',
    '改题',
  );

  it('keeps its last published form on the site, and nothing else back', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, {
      [standardPath(1)]: broken,
      [standardPath(2)]: writeStandard({ serial: 2 }).replace('样例标准2', '新题'),
    });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '新题']);
    expect(seen(published)).toEqual([`${folder1} earlier`]);
    expect(published.withheld[0]?.errors).toBeGreaterThan(0);
    expect(published.library?.body('db9902-t-1-2024').meta.title).toBe('样例标准1');
  });

  it('stays so for as long as the error is there, and ends with it', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, { [standardPath(1)]: broken });
    for (let round = 0; round < 3; round += 1) {
      const published = await open();
      published.keep();
      expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    }
    writeFiles(dir, { [standardPath(1)]: broken.replace('[#nope]', '[#inspection]') });
    const mended = await open();
    expect(titles(mended)).toEqual(['改题', '样例标准2']);
    expect(mended.withheld).toEqual([]);
  });

  it.each([
    ['a new standard', broken.replace('DB9902/T 1', 'DB9902/T 3')],
    [
      'a new draft',
      broken
        .replace('DB9902/T 1', 'DB9902/T 3')
        .replace('sample: true', 'sample: true\nstatus: draft'),
    ],
    ['broken front matter', '---\nnumber: [\n---\n'],
  ])('leaves %s out', async (_, text) => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, { [standardPath(3)]: text });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(seen(published)).toEqual(['standards/local/db9902-t-3-2024 nothing']);
  });

  it('leaves it out when what was kept is lost or damaged, never half of it', async () => {
    const { dir, cache, open } = prepare();
    (await open()).keep();
    writeFiles(dir, { [standardPath(1)]: broken });
    rmSync(join(cache, 'published'), { recursive: true });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准2']);
    expect(seen(published)).toEqual([`${folder1} nothing`]);
  });

  it('keeps everything back where all or nothing was asked for', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, { [standardPath(1)]: broken });
    expect((await open({ allOrNothing: true })).library).toBeNull();
  });

  it('of all standards leaves nothing to publish', async () => {
    const { dir, open } = prepare();
    writeFiles(dir, { [standardPath(1)]: broken, [standardPath(2)]: 'rubbish' });
    expect((await open()).library).toBeNull();
  });

  it('that was removed is no more, whatever was kept', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    rmSync(join(dir, folder1), { recursive: true });
    expect(titles(await open())).toEqual(['样例标准2']);
  });
});

describe('errors between standards block those they name', () => {
  it('of two with one number the published one stays, whichever folder comes first', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    const copy = writeStandard({ serial: 1 }).replace('样例标准1', '重号');
    writeFiles(dir, { 'standards/local/a-copy/index.md': copy });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(seen(published)).toEqual(['standards/local/a-copy nothing']);
  });

  it('a circle of replacements is opened, and the rest is there', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    const replaces = (serial: number, by: number) =>
      writeStandard({ serial, meta: `replaces: [{ number: DB9902/T ${by}—2024 }]\n` });
    writeFiles(dir, { [standardPath(1)]: replaces(1, 2), [standardPath(2)]: replaces(2, 1) });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(published.withheld.length).toBeGreaterThan(0);
    expect(published.library?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });
});

describe('errors beside standards', () => {
  it('a row of the catalogue that cannot be read is as it was; the others are new', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    const rows = [
      catalogueHead,
      catalogueRow(9001, '甲').replace('现行', '现形'),
      catalogueRow(9002, '乙二', '废止'),
      catalogueRow(9003, '丙').replace('2008-04-01', '四月'),
    ];
    writeFiles(dir, { 'catalogue/some.csv': `${rows.join('\n')}\n` });
    const published = await open();
    const { catalog } = published.library ?? {};
    expect(catalog?.byKey('GB/T 9001-2008')?.title).toBe('甲');
    expect(catalog?.byKey('GB/T 9002-2008')?.title).toBe('乙二');
    expect(catalog?.byKey('GB/T 9003-2008')).toBeUndefined();
    expect(seen(published)).toEqual(['catalogue/some.csv rows']);
    published.keep();
    writeFiles(dir, { 'catalogue/some.csv': new Uint8Array([0xb1, 0xea, 0xd7, 0xbc]) });
    const unreadable = (await open()).library?.catalog;
    expect(unreadable?.byKey('GB/T 9001-2008')?.title).toBe('甲');
    expect(unreadable?.byKey('GB/T 9002-2008')?.title).toBe('乙二');
  });

  it('a system with errors is as it was', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, {
      'systems/sample.yaml': system(
        '新名',
        "  - { code: 1-0002, system: '9', role: 其他, planned: 项目, level: 地方 }\n",
      ),
      'systems/new.yaml': 'name: [',
    });
    const published = await open();
    expect(published.library?.systems.list.map(({ model }) => model.name.zh)).toEqual(['样例体系']);
    expect(seen(published)).toEqual(['systems/new.yaml nothing', 'systems/sample.yaml earlier']);
  });

  it('a vocabulary that never could be read is not kept as published', async () => {
    const { dir, open } = prepare();
    writeFiles(dir, { 'vocabulary/chains.yaml': '- { id: 冷链 }\n' });
    for (let round = 0; round < 2; round += 1) {
      const published = await open();
      expect(seen(published)).toEqual(['vocabulary/chains.yaml nothing']);
      published.keep();
    }
  });

  it('a vocabulary that cannot be read is as it was', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFileSync(join(dir, 'vocabulary/bodies.csv'), 'code,zh,en\n"示范市');
    const published = await open();
    expect(published.library?.vocabulary.bodies.get('示范市市场监督管理局')?.en).toBe('Bureau');
    expect(seen(published)).toEqual(['vocabulary/bodies.csv earlier']);
  });
});

describe('a standard whose day of issue lies ahead', () => {
  const early = (replaces = '') =>
    writeStandard({ serial: 3, year: 2027, meta: replaces }).replace(
      'title: 样例标准3',
      'title: 未来的标准',
    );
  const path = 'standards/local/db9902-t-3-2027';
  const write = (dir: string) =>
    writeFiles(dir, {
      [`${path}/index.md`]: early('replaces: [{ number: DB9902/T 1—2024 }]\n'),
    });

  it('is not there before its day, and no trace of it at others', async () => {
    const { dir, open } = prepare();
    write(dir);
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(published.withheld).toMatchObject([
      { path, errors: 0, until: '2027-01-10', shown: 'nothing' },
    ]);
    const old = published.library?.catalog.byKey('DB9902/T 1-2024');
    expect(old && published.library?.catalog.statusOf(old).flags).toEqual([]);
  });

  it('is there from its day on', async () => {
    const { dir, open } = prepare();
    write(dir);
    expect(titles(await open({ asOf: '2027-01-09' }))).not.toContain('未来的标准');
    const published = await open({ asOf: '2027-01-10' });
    expect(titles(published)).toContain('未来的标准');
    expect(published.withheld).toEqual([]);
  });

  it('is there in a preview', async () => {
    const { dir, open } = prepare();
    write(dir);
    expect(titles(await open({ preview: true }))).toContain('未来的标准');
  });

  it('does not come out when it breaks after a preview, or after it was kept ahead of its day', async () => {
    const { dir, open } = prepare();
    write(dir);
    const broken = early().replace('2027-01-10', '2027-01-32');
    (await open({ preview: true })).keep();
    writeFiles(dir, { [`${path}/index.md`]: broken });
    expect(titles(await open())).toEqual(['样例标准1', '样例标准2']);
    write(dir);
    (await open({ asOf: '2027-02-01' })).keep();
    writeFiles(dir, { [`${path}/index.md`]: broken });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(seen(published)).toEqual([`${path} nothing`]);
  });

  it.each([
    [
      'waits for its day',
      writeStandard({ serial: 9, year: 2027, meta: 'formerly: [DB9902/T 1—2024]\n' }),
    ],
    [
      'has an error',
      writeStandard({
        serial: 9,
        year: 2027,
        meta: 'formerly: [DB9902/T 1—2024]\n',
        body: '\n##\n\n见[#nope]。\n',
      }).replaceAll('2027-', '2024-'),
    ],
  ])('is not called taken down under its old number while it %s', async (_, text) => {
    const { dir, open } = prepare();
    rmSync(join(dir, folder1), { recursive: true });
    writeFiles(dir, {
      'published.tsv': 'db9902-t-1-2024\tDB9902/T 1—2024\t2026-01-01\n',
      [standardPath(9, 2027)]: text,
    });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准2']);
    expect(published.library?.moved).toEqual([]);
  });

  it('does not come back when it breaks after somebody took it back', async () => {
    const { dir, open } = prepare();
    write(dir);
    (await open({ asOf: '2027-02-01' })).keep();
    writeFiles(dir, { [`${path}/index.md`]: early().replace('2027-01-10', '2027-03-10') });
    (await open({ asOf: '2027-02-01' })).keep();
    writeFiles(dir, { [`${path}/index.md`]: early().replace('title:', 'titel:') });
    expect(titles(await open({ asOf: '2027-02-01' }))).toEqual(['样例标准1', '样例标准2']);
  });
});

describe('a standard that gets a new number', () => {
  const path9 = 'standards/local/db9902-t-9-2024';
  const renumbered = (more: string, body = '') =>
    writeStandard({ serial: 9, meta: `formerly: [DB9902/T 1—2024]\n${more}`, body });
  const wrong = '\n##\n\n见[#nope]。\n';
  const variants = [
    ['has an error', renumbered('', wrong)],
    ['waits for its day', renumbered('').replaceAll('2024-0', '2027-0')],
    ['has an error and waits for its day', renumbered('', wrong).replaceAll('2024-0', '2027-0')],
    ['has front matter that cannot be read', renumbered('titel: x\n  - [\n')],
    [
      'has such front matter, and its former numbers in lines of their own',
      renumbered('')
        .replace(/formerly: .*/, 'formerly:\n  - DB9902/T 1-2024\n  - [')
        .replace('ics', ': ics'),
    ],
    [
      'has a value that is none',
      renumbered('').replace('issued: 2024-01-10', 'issued: 2024-01-32'),
    ],
    ['has no number', renumbered('').replace(/^number: .*$/m, 'number: 九号')],
  ] as const;

  it.each(variants)(
    'in a folder of its own stays under the old one while it %s',
    async (_, text) => {
      const { dir, open } = prepare();
      (await open()).keep();
      rmSync(join(dir, folder1), { recursive: true });
      writeFiles(dir, {
        'published.tsv': 'db9902-t-1-2024\tDB9902/T 1—2024\t2026-01-01\n',
        [`${path9}/index.md`]: text,
      });
      for (let round = 0; round < 3; round += 1) {
        const published = await open();
        expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
        expect(published.library?.rows.map(({ number }) => number)).toContain('DB9902/T 1—2024');
        expect(published.library?.body('db9902-t-1-2024').meta.title).toBe('样例标准1');
        expect(published.library?.moved).toEqual([]);
        published.keep();
      }
      writeFiles(dir, { [`${path9}/index.md`]: renumbered('') });
      const mended = await open();
      expect(titles(mended)).toEqual(['样例标准2', '样例标准9']);
      expect(mended.library?.moved).toMatchObject([
        { slug: 'db9902-t-1-2024', to: 'db9902-t-9-2024' },
      ]);
      expect(mended.withheld).toEqual([]);
    },
  );

  it.each(variants)('in the same folder stays under the old one while it %s', async (_, text) => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, { [`${folder1}/index.md`]: text });
    const published = await open();
    expect(titles(published)).toEqual(['样例标准1', '样例标准2']);
    expect(published.library?.moved).toEqual([]);
  });

  it.each([
    ['taken down for a reason', 'removed.yaml', '- { number: DB9902/T 1—2024, reason: 样例 }\n'],
    ['renumbered by nobody', 'note.md', ''],
  ])('does not come back when it was %s', async (_, name, text) => {
    const { dir, open } = prepare();
    (await open()).keep();
    rmSync(join(dir, folder1), { recursive: true });
    const more =
      name === 'note.md' ? writeStandard({ serial: 9, body: wrong }) : renumbered('', wrong);
    writeFiles(dir, { [name]: text, [`${path9}/index.md`]: more });
    expect(titles(await open())).toEqual(['样例标准2']);
  });

  it('does not show an old text twice where its folder is still there', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }).replace('样例标准1', '仍在'),
      [`${path9}/index.md`]: renumbered('', wrong),
    });
    expect(titles(await open())).toEqual(['仍在', '样例标准2']);
  });
});

describe('what is kept as published', () => {
  const broken = 'name: [\n';

  it.each([
    ['a system', 'systems/sample.yaml', system('存于途中'), broken],
    ['words', 'vocabulary/bodies.csv', 'code,zh,en\n示范市市场监督管理局,,Meanwhile\n', '"'],
    ['a standard', standardPath(1), writeStandard({ serial: 1 }).replace('样例标准1', '途中'), 'x'],
  ])('is never what of %s was saved while the site was built', async (_, file, meanwhile, bad) => {
    const { dir, open } = prepare();
    const said = (library: PublishedLibrary['library']) => [
      library?.rows[0]?.meta.title,
      library?.systems.list[0]?.model.name.zh,
      library?.vocabulary.bodies.get('示范市市场监督管理局')?.en,
    ];
    const first = await open();
    first.keep();
    const right = said(first.library);
    expect(right).toEqual(['样例标准1', '样例体系', 'Bureau']);
    const building = await open();
    writeFiles(dir, { [file]: meanwhile });
    building.keep();
    writeFiles(dir, { [file]: bad });
    const after = await open();
    expect(seen(after).length).toBeGreaterThan(0);
    expect(said(after.library)).toEqual(right);
  });

  it('of one site is not what was published on another', async () => {
    const { dir, open } = prepare();
    const [site, trial] = [makeFolder(), makeFolder()];
    (await open({ out: site })).keep();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }).replace('样例标准1', '试排'),
    });
    (await open({ out: trial })).keep();
    writeFiles(dir, { [standardPath(1)]: 'x' });
    expect(titles(await open({ out: site }))).toEqual(['样例标准1', '样例标准2']);
    expect(titles(await open({ out: trial }))).toEqual(['试排', '样例标准2']);
    expect(titles(await open({ out: makeFolder() }))).toEqual(['样例标准2']);
  });
});
