import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/open.ts';
import type { Library } from '../../src/library/open.ts';
import { listPages, ROWS_PER_PAGE } from '../../src/site/routes.ts';
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

const inputsOf = (library: Library, path: string) => {
  const page = [...listPages(library)].find((each) => each.path === path);
  expect(page, path).toBeDefined();
  return JSON.stringify(page?.inputs);
};

test('every page has an address of its own, in both languages', async () => {
  const pages = [...listPages(await open([{ serial: 1 }, { serial: 2 }]))];
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const addresses = paths.filter((path) => !/\/index\.(?:md|json)$/.test(path));
  expect(addresses.filter((path) => !path.endsWith('/'))).toEqual([]);
  const chinese = addresses.filter((path) => !path.startsWith('/en/'));
  const english = addresses.filter((path) => path.startsWith('/en/'));
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
  const standards = Array.from({ length: ROWS_PER_PAGE + 1 }, (_, at) => ({ serial: at + 1 }));
  const paths = [...listPages(await open(standards))].map(({ path }) => path);
  expect(paths).toContain('/browse/kind/local/');
  expect(paths).toContain('/browse/kind/local/2/');
  expect(paths).not.toContain('/browse/kind/local/3/');
  expect(paths).toContain('/browse/status/current/2/');
});

test('the inputs of a page change when a neighbour it shows changes, and else do not', async () => {
  const body = '\n应符合GB/T 191的规定，也应符合DB9902/T 2—2024的规定。\n';
  const before = await open([{ serial: 1, body }, { serial: 2 }, { serial: 3 }]);
  const after = await open([
    { serial: 1, body },
    { serial: 2, meta: 'abstract: 变了\nreviews: [{ date: 2026-01-01, result: 修订 }]\n' },
    { serial: 3 },
  ]);
  const changed = (path: string) => inputsOf(before, path) !== inputsOf(after, path);
  expect(changed('/standards/db9902-t-2-2024/')).toBe(true);
  expect(changed('/standards/db9902-t-1-2024/')).toBe(true);
  expect(changed('/standards/db9902-t-3-2024/')).toBe(false);
  expect(changed('/standards/gb-t-191-2008/')).toBe(false);
});

test('a day that changes no status changes no input', async () => {
  const standards = [{ serial: 1 }, { serial: 2 }];
  const monday = await open(standards, '2026-06-01');
  const tuesday = await open(standards, '2026-06-02');
  for (const { path } of listPages(monday)) {
    expect(inputsOf(monday, path), path).toBe(inputsOf(tuesday, path));
  }
});
