import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();

/** What one more value of a kind adds, each to one file of `src/core/terms`: before a line, or after one. */
const additions: Readonly<Record<string, readonly (readonly [before: string, added: string])[]>> = {
  'statuses.ts': [
    ["  { value: '被代替',", "  { value: '暂停', zh: '暂停实施', en: 'Suspended' },\n"],
    ["  现行: 'current',", "  暂停: 'suspended',\n"],
    ["  现行: 'in-force',", "  暂停: 'withdrawn',\n"],
    ["  现行: {\n    zh: '已经实施", "  暂停: { zh: '暂停。', en: 'Suspended.' },\n"],
    ["  现行: '现行 ", "  暂停: '暂停 暂停实施 suspended',\n"],
  ],
  'families.ts': [
    [
      "  {\n    value: 'industry',",
      "  { value: 'army', zh: '军用标准', en: 'Military standard', many: 'Military standards' },\n",
    ],
    ["  industry: { zh: '行业标准'", "  army: { zh: '军标', en: 'Military' },\n"],
    [
      "  { value: '行业', family",
      "  { value: '军用', family: 'army', written: '军标|military' },\n",
    ],
    ['  international: abroad,\n', "  army: { zh: '问军方。', en: 'Ask the army.' },\n"],
  ],
  'roles.ts': [
    ["  { value: '管理',", "  { value: '标识', zh: '标识', en: 'Labelling' },\n"],
    ["  管理: 'management',", "  标识: 'labelling',\n"],
  ],
  'provisions.ts': [
    [
      "  { value: 'statement',",
      "  { value: 'oath', zh: '承诺', en: 'Oath', verbZh: '愿', verbEn: 'pledge' },\n",
    ],
    ["  statement: 'stat',", "  oath: 'oath',\n"],
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'biaolian-terms-'));
let said: Readonly<Record<string, unknown>> = {};

beforeAll(() => {
  for (const path of ['src', 'search', 'package.json']) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, added] of Object.entries(additions)) {
    const file = join(folder, 'src/core/terms', name);
    let source = readFileSync(file, 'utf8');
    for (const [before, text] of added) {
      if (!source.includes(before)) throw new Error(`${name} has no ${before}`);
      source = source.replace(before, () => text + before);
    }
    writeFileSync(file, source);
  }
  mkdirSync(join(folder, 'library/catalogue'), { recursive: true });
  writeFileSync(
    join(folder, 'library/catalogue/a.csv'),
    'number,title,status,as_of,source\nGB/T 191—2008,包装储运图示标志,暂停,2026-01-01,x\n',
  );
  const script = join(folder, 'readers.ts');
  cpSync(join(root, 'tests/core/terms/readers.ts'), script);
  said = JSON.parse(
    execFileSync(process.execPath, [script, folder], { cwd: folder, encoding: 'utf8' }),
  ) as typeof said;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a status added to the terms is known to every reader, and no other file says it', () => {
  expect(said['status']).toEqual({
    badge: ['暂停实施', 'Suspended'],
    hit: ['暂停实施', 'Suspended'],
    filter: ['暂停实施', 'Suspended'],
    address: ['暂停'],
    order: ['现行', '即将实施', '暂停', '被代替', '废止', '草案', '未知'],
    importer: ['暂停', '暂停'],
    catalogue: ['暂停'],
    meaning: { zh: '暂停。', en: 'Suspended.' },
  });
});

test('so is a family of numbers, on pages, in columns, filters, addresses and order', () => {
  expect(said['family']).toEqual({
    page: ['军用标准', 'Military standards', '军用标准', 'Military standard'],
    column: ['军标', 'Military'],
    filter: ['军用标准', 'Military standards'],
    address: ['army'],
    order: 2,
    source: { zh: '问军方。', en: 'Ask the army.' },
    level: '军用',
  });
});

test('so is a role of standards, in files of systems and in lists that are imported', () => {
  expect(said['role']).toEqual({
    page: ['标识', 'Labelling'],
    importer: ['标识', '标识', '标识'],
    file: '标识',
    order: 8,
  });
});

test('so is a type of provision, which an author can mark at once', () => {
  expect(said['provision']).toEqual({
    page: ['承诺', 'Oath'],
    filter: ['承诺（愿）', 'Oath (pledge)'],
    address: ['oath'],
    text: ['oath'],
    finding: { zh: '承诺', en: 'oath' },
  });
});
