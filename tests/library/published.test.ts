import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import {
  catalogueHead,
  catalogueRow,
  system,
  prepare,
  titles,
  seen,
  folder1,
} from './published-library.ts';

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
  it('a row whose first comma is of the wrong width is as it was', async () => {
    const { dir, open } = prepare();
    (await open()).keep();
    const rows = [
      catalogueHead,
      catalogueRow(9001, '甲').replace(',', '，'),
      catalogueRow(9002, '乙'),
    ];
    writeFiles(dir, { 'catalogue/some.csv': `${rows.join('\n')}\n` });
    const published = await open();
    expect(published.library?.catalog.byKey('GB/T 9001-2008')?.title).toBe('甲');
    expect(seen(published)).toEqual(['catalogue/some.csv rows']);
  });

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
