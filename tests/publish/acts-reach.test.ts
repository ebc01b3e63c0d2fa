import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  applyPlan,
  planAdvance,
  planAmend,
  planConfirm,
  planCorrect,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { catalogueColumns } from '#library/catalogue.ts';
import type { Library } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import { writeStamp } from '#publish/output.ts';
import { loadPublished, planPages, storePlan } from '#publish/plan.ts';
import { actsFiles, base, basePath, changedText, today } from '../acts/acts-library.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const record = (number: string, status: string): string =>
  `${[number, '样例题录', '', status, '2023-09-25', '2024-01-01', '', '', '', '', '', '样例机构', '2026-07-02', 'sample'].join(',')}\n`;
const term = (english: string): string =>
  writeStandard({ serial: 710, body: `\n# 补充\n\n## 样例词 | ${english}\n\n一种词\n` });
const comments = (id: string): string =>
  `comments:\n  - { id: ${id}, clause: '4', comment: 宜写明, organisation: 样例公司, named: true, made: 2026-10-12, decision: 采纳 }\n`;

/** What acts work on, one standard that cites it, one that defines a term, and one that has nothing to do with any of it. */
const files: Readonly<Record<string, string>> = {
  ...actsFiles,
  [standardPath(709)]: writeStandard({ serial: 709 }),
  [standardPath(710)]: term('sample word'),
  [standardPath(711)]: writeStandard({
    serial: 711,
    body: `\n##\n\n包装应符合 ${base} 的规定。\n`,
  }),
  'catalogue/some.csv': `${catalogueColumns.join(',')}\n${record('GB/T 9001—2016', '现行')}`,
};

/** Each change, and the standards that are shown what they are by it. */
const changes: readonly (readonly [
  name: string,
  change: (library: Library, dir: string) => ActPlan | void,
  slugs: readonly string[],
])[] = [
  [
    '勘误',
    (library) => planCorrect(library, base, { text: changedText, note: '漏印“当场”', on: today }),
    // The two editions are compared on a page of the earlier.
    ['700', '701'],
  ],
  [
    '修改单',
    (library) => {
      const text = readFileSync(join(library.dir, basePath), 'utf8');
      const changed = text.replace('样例应清晰。', '样例应当场清晰。');
      return planAmend(library, base, { text: changed, on: today, implemented: '2027-01-01' });
    },
    // What it replaced is of its family; what cites it says whether it is in force.
    ['700', '701', '701-2024-xg1', '711'],
  ],
  [
    '复审',
    (library) => planConfirm(library, base, { on: today }),
    ['700', '701', '701-2024-xg1', '711'],
  ],
  [
    '预告废止',
    (library) => planWithdraw(library, base, { on: today, from: '2027-06-01', reason: '内容并入' }),
    ['700', '701', '701-2024-xg1', '711'],
  ],
  [
    '废止',
    (library) => planWithdraw(library, 'DB9902/T 702—2024', { on: today, reason: '内容并入' }),
    ['702'],
  ],
  [
    '一条题录',
    (_, dir) => appendFileSync(join(dir, 'catalogue/some.csv'), record('GB/T 9005—2019', '现行')),
    [],
  ],
  [
    '项目进入下一阶段',
    (library) => planAdvance(library, 'sf2026-099', { stage: '公示', began: '2026-11-20' }),
    [],
  ],
  [
    '一批意见',
    (_, dir) => writeFileSync(join(dir, 'projects/sf2026-099/comments.yaml'), comments('s1')),
    [],
  ],
  [
    '一个术语的译名',
    (_, dir) => writeFileSync(join(dir, standardPath(710)), term('model word')),
    ['710'],
  ],
];

it(
  'each act and each edit of a clerk draws only pages that show it',
  { timeout: 120_000 },
  async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    const out = join(makeFolder(), 'site');
    writeFiles(out, { 'index.html': '' });
    writeFiles(dir, files);
    const publish = async () => {
      const opened = await openPublished({ dir, cache, out, asOf: today });
      if (!opened.library) throw new Error('nothing to publish');
      const library = { ...opened.library, withData: true };
      const plan = planPages(library, 'code', loadPublished(library.cache, out));
      writeStamp(out, storePlan(library.cache, out, plan), 'release');
      opened.keep();
      return { library, plan };
    };
    let { library } = await publish();
    for (const [name, change, slugs] of changes) {
      const act = change(library, dir);
      if (act) applyPlan(dir, act);
      const done = await publish();
      library = done.library;
      const { full, stale } = done.plan;
      expect(full, name).toBe(false);
      expect(stale.length, name).toBeGreaterThan(0);
      const shown = stale.flatMap(
        ({ path }) => /\/standards\/(db9902-t-[^/]+)\//.exec(path)?.[1] ?? [],
      );
      const others = [...new Set(shown)].filter(
        (slug) => !slugs.some((serial) => slug.startsWith(`db9902-t-${serial}-`)),
      );
      expect(others, name).toEqual([]);
      // What says of the portal itself what it is shows none of it.
      const still = stale.filter(({ template }) =>
        ['glossary', 'tools', 'offline', 'open-data', 'web-manifest', 'course'].includes(template),
      );
      expect(still, name).toEqual([]);
    }
  },
);
