import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublishedLibrary } from '#library/published.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { system, prepare, titles, seen, folder1 } from './published-library.ts';

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
