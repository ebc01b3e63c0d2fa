import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPublished } from '#library/published.ts';
import { writeStamp } from '#publish/output.ts';
import { loadPublished, planPages, storePlan } from '#publish/plan.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const standard = (number: string, limit: string): string => `---
number: ${number}
title: 样例
issuers: [示范市市场监督管理局]
ics: ['03.100']
issued: 2025-01-05
implemented: 2025-03-01
---

# 范围

本文件规定了样例的要求。

# 规范性引用文件

# 术语和定义

# 要求

样例的噪声不应大于${limit} dB。
`;

const place = (number: number): string => `standards/local/db9902-t-${number}-2025/index.md`;
const group = 'indicators/sample.yaml';
const groupOf = (name: string): string => `name: { zh: ${name}, en: Sample }
standards: [DB9902/T 1—2025]
indicators:
  - { id: noise, name: { zh: 噪声, en: Noise }, kind: 基础, unit: dB }
`;

it('pages of a group are drawn again where one of its texts or its file has changed, and for no other', async () => {
  const [dir, cache] = [makeFolder(), makeFolder()];
  const out = join(makeFolder(), 'site');
  writeFiles(out, { 'index.html': '' });
  const plan = async (files: Readonly<Record<string, string>>) => {
    writeFiles(dir, files);
    const { library } = await openPublished({ dir, cache, out, asOf: '2026-06-01' });
    if (!library) throw new Error('nothing to publish');
    const planned = planPages(library, 'code', loadPublished(library.cache, out));
    writeStamp(out, storePlan(library.cache, out, planned), 'release');
    const stale = planned.stale.map(({ path }) => path);
    return {
      ofGroup: stale.filter((path) => path.includes('/tools/indicators/sample/')).length,
      ofStandard: stale.filter((path) => path === '/standards/db9902-t-1-2025/').length,
    };
  };
  const all = { ofGroup: 7, ofStandard: 1 };
  expect(
    await plan({
      [place(1)]: standard('DB9902/T 1—2025', '38'),
      [place(2)]: standard('DB9902/T 2—2025', '50'),
      [group]: groupOf('样例'),
    }),
  ).toEqual(all);
  // Another value in its text, and in a text that is none of the group.
  expect(await plan({ [place(1)]: standard('DB9902/T 1—2025', '40') })).toEqual(all);
  expect(await plan({ [place(2)]: standard('DB9902/T 2—2025', '52') })).toEqual({
    ofGroup: 0,
    ofStandard: 0,
  });
  // The page of a standard names the group.
  expect(await plan({ [group]: groupOf('别的样例') })).toEqual(all);
});

it('a file with an error is published as it was last, and the rest goes on', async () => {
  const [dir, cache] = [makeFolder(), makeFolder()];
  const out = join(makeFolder(), 'site');
  writeFiles(dir, { [place(1)]: standard('DB9902/T 1—2025', '38'), [group]: groupOf('样例') });
  const first = await openPublished({ dir, cache, out, asOf: '2026-06-01' });
  first.keep();
  writeFiles(dir, { [group]: 'name: [\n' });
  const { library, withheld } = await openPublished({ dir, cache, out, asOf: '2026-06-01' });
  expect(withheld).toMatchObject([{ path: group, shown: 'earlier' }]);
  expect(library?.indicators.map(({ name }) => name.zh)).toEqual(['样例']);
});
