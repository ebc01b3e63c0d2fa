import { pathOfReplaced } from '../locate.ts';
import type { LibraryRule } from '../rule.ts';

export const replacementDates: LibraryRule = {
  id: 'replacement-dates',
  scope: 'library',
  severity: 'error',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '新标准的发布不早于它所代替的标准',
    en: 'A standard is not issued before the one it replaces',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2023/index.md':
        '---\nnumber: DB9999/T 12—2023\nreplaces: [DB9999/T 13—2024]\n---\n',
      'standards/local/db9999-t-13-2024/index.md': '---\nnumber: DB9999/T 13—2024\n---\n',
    },
    good: {
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
      'standards/local/db9999-t-13-2024/index.md':
        '---\nnumber: DB9999/T 13—2024\nreplaces: [DB9999/T 12—2023]\n---\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const entry = catalog.byKey(row.key);
      if (!entry?.issued || entry.row !== row) continue;
      for (const { key } of catalog.replacesOf(entry)) {
        const older = catalog.byKey(key);
        if (!older?.issued || older.issued <= entry.issued) continue;
        yield {
          row,
          at: { meta: pathOfReplaced(row, key) },
          message: {
            zh: `${row.number}（${entry.issued} 发布）代替更晚的 ${older.number}（${older.issued} 发布）`,
            en: `${row.number}, issued ${entry.issued}, replaces ${older.number}, issued later on ${older.issued}`,
          },
          hint: {
            zh: '核对发布日期和代替关系的方向',
            en: 'Check the days of issue and which replaces which',
          },
        };
      }
    }
  },
};
