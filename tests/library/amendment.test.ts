import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const sheet = `---
number: DB9902/T 12—2023/XG1—2026
title: 样例标准12第1号修改单
issued: 2026-05-20
implemented: 2026-08-01
ics: ['03.220.20']
issuers: [示范市市场监督管理局]
sample: true
---

# 修改内容 {#changes}

##

将8.2修改为：记录间隔不应大于 10 min。

##

在附录A之后增加附录B，表2中的“5 min”改为“3 min”，试验按 GB/T 191 的规定进行。

# 实施 {#implementation}

本修改单自2026年8月1日起实施。
`;

const place = 'standards/local/db9902-t-12-2023-xg1-2026/index.md';

async function open(files: Readonly<Record<string, string>>) {
  const dir = makeFolder();
  writeFiles(dir, files);
  return openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-29' });
}

describe('an amendment sheet', () => {
  it('is a standard of its own that speaks of the clauses of its base', async () => {
    const library = await open({
      [standardPath(12, 2023)]: writeStandard({ serial: 12, year: 2023 }),
      [place]: sheet,
    });
    expect(library.diagnostics.filter(({ file }) => file === place)).toMatchObject([
      { rule: 'reference-unknown', severity: 'info' },
    ]);
    const [base, own] = ['DB9902/T 12-2023', 'DB9902/T 12-2023/XG1-2026'].map((key) =>
      library.catalog.byKey(key),
    );
    expect(base && library.catalog.amendmentsOf(base)).toEqual([own]);
    expect(own && library.catalog.amends(own)).toBe(base?.key);
    expect(base && library.catalog.statusOf(base).status).toBe('现行');
    const [foreword] = library.body(own?.slug ?? '').text.clauses;
    expect(foreword?.text).toBe('本修改单修改DB9902/T 12—2023。');
  });

  it('says so where its base is not known', async () => {
    const { diagnostics } = await open({ [place]: sheet });
    expect(diagnostics.map(({ rule }) => rule)).toContain('amendment-base');
  });

  it('has a year of its own', async () => {
    const { diagnostics } = await open({ [place]: sheet.replace('2026-05-20', '2025-05-20') });
    expect(diagnostics.find(({ rule }) => rule === 'date-year')?.message.zh).toContain('2026');
  });
});
