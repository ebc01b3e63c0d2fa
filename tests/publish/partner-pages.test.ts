import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPublished } from '#library/published.ts';
import { writeStamp } from '#publish/output.ts';
import { loadPublished, planPages, storePlan } from '#publish/plan.ts';
import { rankCatalog } from '#search/record/index.ts';
import { listPages } from '#site/routes.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const standard = (number: string, title: string, words: string): string =>
  `---\nnumber: ${number}\ntitle: ${title}\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例的要求。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 要求\n\n${words}\n`;
const partnerCity =
  "name: { zh: 样板市, en: Model City }\ncode: '9903'\nlicence: CC-BY-4.0\nmirrored: 2026-05-20\n";
const its = 'partners/9903/standards/local/db9903-t-1-2024/index.md';
const its2 = 'partners/9903/standards/local/db9903-t-2-2024/index.md';
const table = 'partners/9903/catalogue/sources.csv';
const own = {
  'standards/local/db9999-t-1-2024/index.md': standard('DB9999/T 1—2024', '甲', '甲应完整。'),
  'standards/local/db9999-t-2-2024/index.md': standard('DB9999/T 2—2024', '乙', '乙应完整。'),
};

/** A library that is published again and again. */
function startSite(files: Readonly<Record<string, string>>) {
  const [dir, cache] = [makeFolder(), makeFolder()];
  const out = join(makeFolder(), 'site');
  writeFiles(out, { 'index.html': '' });
  writeFiles(dir, files);
  const publish = async () => {
    const opened = await openPublished({ dir, cache, out, asOf: '2026-06-01' });
    if (!opened.library) throw new Error('nothing to publish');
    const plan = planPages(opened.library, 'code', loadPublished(opened.library.cache, out));
    writeStamp(out, storePlan(opened.library.cache, out, plan), 'release');
    opened.keep();
    return { library: opened.library, stale: plan.stale.map(({ path }) => path) };
  };
  return { publish, change: (more: Readonly<Record<string, string>>) => writeFiles(dir, more) };
}

it('of a partner that changed only what shows it is made again', async () => {
  const site = startSite({
    ...own,
    'partners/9903/partner.yaml': partnerCity,
    [its]: standard('DB9903/T 1—2024', '丙', '丙应完整。'),
    [its2]: standard('DB9903/T 2—2024', '丁', '丁应完整。'),
    [table]: 'number,title,status,as_of\nDB9903/T 7—2022,戊,现行,2026-05-20\n',
  });
  const first = await site.publish();
  expect(first.stale).toContain('/standards/db9999-t-1-2024/');
  expect(first.stale).toContain('/standards/db9903-t-1-2024/');
  expect((await site.publish()).stale).toEqual([]);

  site.change({ [its]: standard('DB9903/T 1—2024', '丙', '丙应完整、清洁。') });
  const word = (await site.publish()).stale;
  expect(word).toContain('/standards/db9903-t-1-2024/');
  expect(word.filter((path) => !path.includes('db9903-t-1-2024'))).toEqual([]);

  site.change({ [its]: standard('DB9903/T 1—2024', '新丙', '丙应完整、清洁。') });
  const title = (await site.publish()).stale;
  expect(title).toEqual(expect.arrayContaining(['/standards/db9903-t-1-2024/', '/cities/']));
  expect(title.filter((path) => /db9999|db9903-t-2/.test(path))).toEqual([]);

  site.change({ [table]: 'number,title,status,as_of\nDB9903/T 7—2022,新戊,现行,2026-05-20\n' });
  const fact = (await site.publish()).stale;
  expect(fact.some((path) => path.includes('/browse/'))).toBe(true);
  expect(fact.filter((path) => /db9999|db9903-t-[12]/.test(path))).toEqual([]);
});

it('a library without partners and recognition makes a site without trace of them', async () => {
  const { library } = await startSite(own).publish();
  expect(library.catalog.facet('city')).toEqual([]);
  const paths = [...listPages(library)].map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => /\/cities\/|\/browse\/city/.test(path))).toEqual([]);
  for (const { record, values } of rankCatalog(library, 'full').entries) {
    expect(Object.keys(record)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:origin|recognised)$/)]),
    );
    expect(values).not.toHaveProperty('city');
  }
});
