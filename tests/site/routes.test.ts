import { expect, test } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import { writeLargeCatalogue, writeLargeSystem } from '../support/large-system.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const RECORDS = `number,title,status,issued,implemented,as_of,source
GB/T 191—2008,包装储运图示标志,现行,2008-04-01,2008-10-01,2026-07-02,public-catalogue
`;

async function open(
  standards: readonly { serial: number; year?: number; meta?: string; body?: string }[],
  asOf = '2026-06-01',
): Promise<Library> {
  const dir = makeFolder();
  const files = standards.map((options) => [
    `standards/local/db9902-t-${options.serial}-${options.year ?? 2024}/index.md`,
    writeStandard(options),
  ]);
  writeFiles(dir, { ...Object.fromEntries(files), 'catalogue/some.csv': RECORDS });
  return openLibrary({ dir, cache: makeFolder(), asOf });
}

const writeView = (library: Library, path: string) => {
  const page = [...listPages(library)].find((each) => each.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return JSON.stringify(viewOf(library, page.template, page.props));
};

test('every page has an address of its own, in both languages', async () => {
  const pages = [...listPages(await open([{ serial: 1 }, { serial: 2 }]))];
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const addresses = paths.filter((path) => path.endsWith('/'));
  const chinese = addresses.filter((path) => !path.startsWith('/en/'));
  // Hosts know the page for what is not there by its name in Chinese.
  const english = addresses.filter((path) => /^\/en\/(?!404\/)/.test(path));
  expect(english.toSorted()).toEqual(chinese.map((path) => `/en${path}`).toSorted());
});

test('a hosted standard and a record share one namespace; only the hosted one has files', async () => {
  const paths = [...listPages(await open([{ serial: 1 }]))].map(({ path }) => path);
  expect(paths).toContain('/standards/db9902-t-1-2024/');
  expect(paths).toContain('/standards/db9902-t-1-2024/index.md');
  expect(paths).toContain('/standards/db9902-t-1-2024/index.json');
  expect(paths).toContain('/standards/gb-t-191-2008/');
  expect(paths).not.toContain('/standards/gb-t-191-2008/index.md');
});

test('a list longer than a page goes on at /2/', async () => {
  const standards = Array.from({ length: 75 }, (_, at) => ({ serial: at + 1 }));
  const paths = [...listPages(await open(standards))].map(({ path }) => path);
  expect(paths).toContain('/browse/kind/local/');
  expect(paths).toContain('/browse/kind/local/2/');
  expect(paths).not.toContain('/browse/kind/local/3/');
  expect(paths).toContain('/browse/status/current/2/');
});

test('the view of a page changes when a neighbour it shows changes, and else does not', async () => {
  const body = '\n应符合GB/T 191的规定，也应符合DB9902/T 2—2024的规定。\n';
  const before = await open([{ serial: 1, body }, { serial: 2 }, { serial: 3 }]);
  const after = await open([
    { serial: 1, body },
    { serial: 2, meta: 'abstract: 变了\nstatus: withdrawn\nwithdrawn: 2026-01-01\n' },
    { serial: 3 },
  ]);
  const changed = (path: string) => writeView(before, path) !== writeView(after, path);
  expect(changed('/standards/db9902-t-2-2024/')).toBe(true);
  expect(changed('/standards/db9902-t-1-2024/')).toBe(true);
  expect(changed('/standards/db9902-t-3-2024/')).toBe(false);
  expect(changed('/standards/gb-t-191-2008/')).toBe(false);
});

test('a day that changes no status changes no view', async () => {
  const standards = [{ serial: 1 }, { serial: 2 }];
  const monday = await open(standards, '2026-06-01');
  const tuesday = await open(standards, '2026-06-02');
  for (const { path } of listPages(monday)) {
    expect(writeView(monday, path), path).toBe(writeView(tuesday, path));
  }
});

const SYSTEM = `name: { zh: 样例体系, en: Sample system }
kind: 产业链
chain: cold-chain
version: '1'
date: 2026-06-01
sample: true
tree:
  - { code: '1', name: { zh: 通用, en: General } }
nodes:
  - { id: store, name: { zh: 冷库, en: Store }, stage: 上游, system: '1' }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '1' }
edges:
  - { from: store, to: road }
rows:
  - { node: store, number: GB/T 191-2008, role: 基础 }
  - { node: road, number: DB9902/T 1-2024, role: 过程, also: [store] }
  - { node: road, planned: 样例计划, level: 地方, role: 产品 }
`;

const OTHER = SYSTEM.replace('样例体系', '另一体系')
  .replace('chain: cold-chain\n', '')
  .replace('DB9902/T 1-2024', 'DB9902/T 2-2024')
  .replace('GB/T 191-2008', 'DB9902/T 3-2024');

/** Two systems over three hosted standards and one record, any of them written otherwise. */
async function openSystems(
  change: {
    readonly system?: (source: string) => string;
    readonly records?: string;
    readonly meta?: string;
  } = {},
): Promise<Library> {
  const { system = (source) => source, records = RECORDS, meta = '' } = change;
  const dir = makeFolder();
  writeFiles(dir, {
    ...Object.fromEntries(
      [1, 2, 3].map((serial) => [
        `standards/local/db9902-t-${serial}-2024/index.md`,
        writeStandard({ serial, meta: serial === 1 ? meta : '' }),
      ]),
    ),
    'catalogue/some.csv': records,
    'systems/sample.yaml': system(SYSTEM),
    'systems/other.yaml': OTHER,
  });
  return openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
}

/** Of the system, and of the place where the first of its rows stands. */
const SYSTEM_PAGES = [
  '/systems/sample/',
  '/systems/sample/list/',
  '/systems/sample/sample.csv',
  '/en/systems/sample/at/store/',
];
const OVERVIEWS = ['/systems/', '/en/systems/', '/systems/gaps/', '/systems/sample/gaps/', '/'];
const OTHER_PAGES = ['/systems/other/', '/systems/other/list/', '/systems/other/at/store/'];

/** Which of these pages show something else after a change. */
async function changedBy(
  change: Parameters<typeof openSystems>[0],
  paths: readonly string[],
): Promise<readonly string[]> {
  const [before, after] = [await openSystems(), await openSystems(change)];
  return paths.filter((path) => writeView(before, path) !== writeView(after, path));
}

test.each([
  ['the status of a row', { records: RECORDS.replace(',现行,', ',废止,') }],
  ['the title of a row', { records: RECORDS.replace('包装储运图示标志', '包装标志') }],
  ['the name of a node', { system: (source: string) => source.replace('冷库', '大冷库') }],
  [
    'an edge',
    { system: (source: string) => source.replace('to: road }', 'to: road, label: 装车 }') },
  ],
  ['the status of a hosted row', { meta: 'status: withdrawn\nwithdrawn: 2025-06-01\n' }],
])(
  'pages of a system are drawn again when %s changes; those of others are not',
  async (_, change) => {
    expect(await changedBy(change, SYSTEM_PAGES)).toEqual(SYSTEM_PAGES);
    expect(await changedBy(change, OTHER_PAGES)).toEqual([]);
  },
);

test('overviews are drawn again when counts change', async () => {
  const change = { records: RECORDS.replace(',现行,', ',废止,') };
  expect(await changedBy(change, OVERVIEWS)).toEqual(OVERVIEWS);
});

test('the text of a hosted standard is on the pages of its places only', async () => {
  const change = { meta: 'indicators: [{ name: 温度, max: 8, unit: ℃ }]\n' };
  expect(
    await changedBy(change, ['/systems/sample/at/road/', '/systems/sample/at/store/']),
  ).toHaveLength(2);
  expect(await changedBy(change, ['/systems/sample/', ...OTHER_PAGES])).toEqual([]);
});

test('who is responsible for a standard is on the list and on the page of its place', async () => {
  const records = RECORDS.replace('source\n', 'source,issuer\n').replace(
    'public-catalogue\n',
    'public-catalogue,某标准化研究院\n',
  );
  expect(await changedBy({ records }, SYSTEM_PAGES)).toEqual(SYSTEM_PAGES);
  expect(await changedBy({ records }, OTHER_PAGES)).toEqual([]);
});

test('coverage over the years is drawn again when an edition before a row becomes known', async () => {
  const older =
    'GB/T 191—2000,包装储运图示标志,被代替,2000-07-31,2000-12-01,2026-07-02,public-catalogue\n';
  const paths = ['/systems/sample/', '/systems/sample/list/', ...OTHER_PAGES];
  expect(await changedBy({ records: RECORDS + older }, paths)).toEqual(['/systems/sample/']);
});

test('the page of a standard is drawn again when where it stands changes', async () => {
  const hosted = '/standards/db9902-t-1-2024/';
  const record = '/standards/gb-t-191-2008/';
  const elsewhere = '/standards/db9902-t-2-2024/';
  const all = [hosted, record, elsewhere];
  const rename = { system: (source: string) => source.replace('公路', '高速公路') };
  expect(await changedBy(rename, all)).toEqual([hosted]);
  const move = {
    system: (source: string) =>
      source.replace('node: store, number', 'node: road, number').replace(', also: [store]', ''),
  };
  expect(await changedBy(move, all)).toEqual([hosted, record]);
});

test('what a page is made from does not grow with the system it is in', async () => {
  const sizeOf = async (nodes: number) => {
    const rows = 5 * nodes;
    const dir = makeFolder();
    writeFiles(dir, {
      'catalogue/large.csv': writeLargeCatalogue(rows),
      'systems/large.yaml': writeLargeSystem(nodes, rows),
    });
    const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
    return writeView(library, '/systems/large/at/n1/').length;
  };
  const [small, large] = [await sizeOf(20), await sizeOf(200)];
  expect(small).toBeGreaterThan(100);
  expect(large).toBeLessThan(2 * small);
});

test('an id that is used twice is not two pages of one address', async () => {
  const library = await openSystems({
    system: (source) =>
      source.replace(
        'nodes:\n',
        "nodes:\n  - { id: store, name: { zh: 又一个, en: Again }, stage: 下游, system: '1' }\n",
      ),
  });
  const paths = [...listPages(library)].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

type FootFacts = Readonly<Record<'factsAsOf' | 'sample', unknown>>;

test('every page has the day of the catalogue and the mark of samples at its foot', async () => {
  const dayOf = (library: Library) =>
    [...listPages(library)]
      .filter(({ path }) => path.endsWith('/'))
      .map(({ template, props }) => viewOf(library, template, props) as { site?: FootFacts })
      .map(({ site }) => site && { factsAsOf: site.factsAsOf, sample: site.sample });
  const sites = dayOf(await openSystems());
  expect(new Set(sites.map((site) => JSON.stringify(site)))).toEqual(
    new Set([JSON.stringify({ factsAsOf: '2026-07-02', sample: true })]),
  );
  const later = dayOf(await openSystems({ records: RECORDS.replace('2026-07-02', '2026-07-03') }));
  expect(later[0]).toEqual({ factsAsOf: '2026-07-03', sample: true });
});

test('without a catalogue no day is claimed', async () => {
  const library = await openSystems({ records: RECORDS.split('\n')[0] ?? '' });
  expect(viewOf(library, 'home', {}).site.factsAsOf).toBeUndefined();
});

test.each([
  ['the mark of a sample, in every list that shows it', { sample: 'false' }, '/browse/kind/local/'],
  ['the title of the newest, on the home page', { title: '改题' }, '/'],
  ['the title of a standard with terms, on the page of terms', { title: '改题' }, '/terms/'],
])('%s', async (_, change: Readonly<Record<string, string>>, path) => {
  const write = (changed: boolean) => {
    let source = writeStandard({ serial: 1 }).replace(
      '# 术语和定义\n',
      '# 术语和定义\n\n## 样例词 | sample word\n\n一个样例\n',
    );
    if (!changed) return source;
    for (const [key, value] of Object.entries(change)) {
      source = source.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${value}`);
    }
    return source;
  };
  const openOne = (changed: boolean) => {
    const dir = makeFolder();
    writeFiles(dir, { 'standards/local/db9902-t-1-2024/index.md': write(changed) });
    return openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
  };
  const [before, after] = [await openOne(false), await openOne(true)];
  expect(writeView(after, path)).not.toBe(writeView(before, path));
});

test('two consecutive editions whose texts are here have a page together, in the sitemap, linked from both', async () => {
  const editions = [2015, 2020, 2024].map((year) => ({ serial: 1, year }));
  const library = await open([...editions, { serial: 2 }]);
  const found = [...listPages(library)].filter(({ template }) => template === 'editions');
  expect(found.map(({ path }) => path).toSorted()).toEqual(
    ['', '/en'].flatMap((language) => [
      `${language}/compare/db9902-t-1-2015/db9902-t-1-2020/`,
      `${language}/compare/db9902-t-1-2020/db9902-t-1-2024/`,
    ]),
  );
  expect(writeView(library, '/sitemap.xml')).toContain('/compare/db9902-t-1-2015/db9902-t-1-2020/');
  const { compared } = viewOf(library, 'standard', { slug: 'db9902-t-1-2020' });
  expect(new Set(compared.map(({ year }) => year))).toEqual(new Set(['2015', '2024']));
  expect(viewOf(library, 'standard', { slug: 'db9902-t-2-2024' }).compared).toEqual([]);
});

test('the page of two editions is another when either of them is, and when no other standard is', async () => {
  const path = '/compare/db9902-t-1-2020/db9902-t-1-2024/';
  const write = async (earlier: string, later: string, other: string) =>
    writeView(
      await open([
        { serial: 1, year: 2020, body: earlier },
        { serial: 1, year: 2024, body: later },
        { serial: 2, body: other },
      ]),
      path,
    );
  const before = await write('甲应关闭。', '甲应打开。', '乙应关闭。');
  expect(await write('甲应关闭。', '甲应打开。', '乙应打开。')).toBe(before);
  expect(await write('甲宜关闭。', '甲应打开。', '乙应关闭。')).not.toBe(before);
  expect(await write('甲应关闭。', '甲宜打开。', '乙应关闭。')).not.toBe(before);
});
