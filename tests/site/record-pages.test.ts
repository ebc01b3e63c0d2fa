import { expect, it } from 'vitest';
import { slugKey } from '#core/base/slug-order.ts';
import { openLibrary } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import { viewList } from '#site/views/browse.ts';
import { viewRecordIndexFile, viewRecords } from '#site/views/records.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

/** 1,200 records, of which the text cites one, and one replaces the other of the second pair. */
async function open(settings: string) {
  const dir = makeFolder();
  const rows = Array.from(
    { length: 1200 },
    (_, at) => `GB/T ${at + 1}-2010,样例${at + 1},现行,2026-07-02,sample,`,
  );
  rows.push('GB/T 7-2020,样例7,现行,2026-07-02,sample,GB/T 7-2010');
  writeFiles(dir, {
    'site.yaml': settings,
    'catalogue/many.csv': `number,title,status,as_of,source,replaces\n${rows.join('\n')}\n`,
    [standardPath(1)]: writeStandard({
      serial: 1,
      body: '\n##\n\n包装应符合 GB/T 30—2010 的规定。\n',
    }),
  });
  const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-30' });
  const paths = [...listPages(library)].map(({ path }) => path);
  return { library, paths };
}

it('of more records than a library says those that nothing names stand together, each on one page, in the order of numbers', async () => {
  const { library, paths } = await open('recordPages: 1000\n');
  const own = paths.filter((path) => /^\/standards\/gb-t-[^/]+\/$/.test(path));
  expect(own).toEqual(['/standards/gb-t-30-2010/']);
  const { first } = viewRecordIndexFile(library);
  const pages = first.map((value) => viewRecords(library, { value }).records);
  for (const path of first.map((slug) => `/standards/records/${slug}/`)) {
    expect(paths).toContain(path);
    expect(paths).toContain(`/en${path}`);
  }
  const slugs = pages.flatMap((records) => records.map(({ slug }) => slug));
  const wanted = Array.from({ length: 1200 }, (_, at) => `gb-t-${at + 1}-2010`);
  wanted.splice(7, 0, 'gb-t-7-2020');
  expect(slugs).toEqual(wanted.filter((slug) => slug !== 'gb-t-30-2010'));
  for (const records of pages) expect(records.length).toBeLessThanOrEqual(140);
  const old = pages.flat().find(({ slug }) => slug === 'gb-t-7-2010');
  expect(old?.replacedBy[0]?.entry?.among).toBe(first[0]);
});

it('a long list ends after ten pages there, says so, and counts all', async () => {
  const { library } = await open('recordPages: 1000\n');
  const list = (page: number) => viewList(library, { facet: 'kind', value: 'national', page });
  expect(list(1)).toMatchObject({ pages: 10, goesOn: false, count: [{ value: 1201 }] });
  expect(list(10).goesOn).toBe(true);
  expect(list(10).rows.length).toBeGreaterThan(0);
});

it('of fewer each has a page of its own, and lists go to their end', async () => {
  const { library, paths } = await open('recordPages: 1201\n');
  expect(paths).toContain('/standards/gb-t-999-2010/');
  expect(paths.some((path) => path.includes('/records/'))).toBe(false);
  const { pages } = viewList(library, { facet: 'kind', value: 'national', page: 1 });
  const rows = Array.from(
    { length: pages },
    (_, at) => viewList(library, { facet: 'kind', value: 'national', page: at + 1 }).rows.length,
  );
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(1201);
});

it('numbers in addresses are compared as numbers', () => {
  const slugs = ['gb-t-10-2008', 'gb-t-9-2020', 'gb-9-2008', 'gb-t-9-2008', 'gb-t-9.1-2008'];
  const sorted = slugs.toSorted((a, b) => (slugKey(a) < slugKey(b) ? -1 : 1));
  expect(sorted).toEqual([
    'gb-9-2008',
    'gb-t-9-2008',
    'gb-t-9-2020',
    'gb-t-9.1-2008',
    'gb-t-10-2008',
  ]);
});
