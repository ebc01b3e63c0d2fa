import type { LibraryRule } from '../rule.ts';

export const editionsInForce: LibraryRule = {
  id: 'editions-in-force',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '一个编号不同年号的两版不同时现行',
    en: 'No two editions of one number are in force at the same time',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2018/index.md': '---\nnumber: DB9999/T 12—2018\n---\n',
      'catalogue/a.csv': 'number,title,status,as_of\nDB9999/T 12-2023,样例,现行,2026-01-01\n',
    },
    good: {
      'standards/local/db9999-t-12-2018/index.md': '---\nnumber: DB9999/T 12—2018\n---\n',
      'catalogue/a.csv':
        'number,title,status,issued,implemented,as_of\nDB9999/T 12-2023,样例,现行,2023-01-05,2023-06-01,2026-01-01\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const entry = catalog.byKey(row.key);
      if (!entry || entry.row !== row || entry.supplement) continue;
      if (catalog.statusOf(entry).status !== '现行') continue;
      const editions = catalog.editionsOf(entry);
      const own = editions.indexOf(entry);
      for (const [index, other] of editions.entries()) {
        const isNewer = index < own;
        // Of two that are here the newer one says it.
        if (index === own || (isNewer && other.row)) continue;
        if (catalog.statusOf(other).status !== '现行') continue;
        yield {
          row,
          at: { meta: 'number' },
          message: {
            zh: `${other.number} 与 ${row.number} 都是现行`,
            en: `${other.number} and ${row.number} are both in force`,
          },
          hint: isNewer
            ? {
                zh: `在目录里给 ${other.number} 补上实施日期（implemented）和被代替标准（replaces）；两版并行的，在本标准写明废止日期`,
                en: `Give ${other.number} its day of implementation and what it replaces in the catalogue, or give this edition its day of withdrawal`,
              }
            : {
                zh: `写 replaces: [${other.number}]；只代替一部分的，两版并行要在旧版写明废止日期`,
                en: `Write replaces: [${other.number}], or give the older edition its day of withdrawal`,
              },
        };
      }
    }
  },
};
