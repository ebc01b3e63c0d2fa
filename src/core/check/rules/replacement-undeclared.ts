import { pathOfReplaced } from '../locate.ts';
import type { LibraryRule } from '../rule.ts';

export const replacementUndeclared: LibraryRule = {
  id: 'replacement-undeclared',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '代替关系两边一致：新版写明代替旧版，目录记录的代替标准与本库所写相合',
    en: 'Replacement is said on both sides: a new edition names the old one, and catalogue records agree with the library',
  },
  examples: {
    bad: {
      'standards/local/db9902-t-12-2018/index.md': '---\nnumber: DB9902/T 12—2018\n---\n',
      'standards/local/db9902-t-12-2023/index.md': '---\nnumber: DB9902/T 12—2023\n---\n',
    },
    good: {
      'standards/local/db9902-t-12-2018/index.md': '---\nnumber: DB9902/T 12—2018\n---\n',
      'standards/local/db9902-t-12-2023/index.md':
        '---\nnumber: DB9902/T 12—2023\nreplaces: [DB9902/T 12—2018]\n---\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const entry = catalog.byKey(row.key);
      if (!entry || entry.row !== row || row.meta.status === 'draft') continue;
      for (const { key, declaredBy, partial } of catalog.replacesOf(entry)) {
        const older = catalog.byKey(key);
        if (declaredBy === 'number' || declaredBy === 'predecessor') {
          yield {
            row,
            at: { meta: 'number' },
            message:
              declaredBy === 'number'
                ? {
                    zh: `${row.number} 没有写它代替旧版 ${older?.number ?? key}`,
                    en: `${row.number} does not say that it replaces the earlier edition ${older?.number ?? key}`,
                  }
                : {
                    zh: `目录记录说 ${older?.number ?? key} 被 ${row.number} 代替，这里却没有写`,
                    en: `The catalogue says that ${older?.number ?? key} is replaced by ${row.number}, which does not say so`,
                  },
            hint: {
              zh: `在文件头的 replaces 里加上 ${older?.number ?? key}`,
              en: `Add ${older?.number ?? key} to replaces in the front matter`,
            },
          };
        } else if (
          declaredBy === 'successor' &&
          partial === undefined &&
          older?.record &&
          !older.row
        ) {
          const said = older.record.replacedBy;
          if (said.length === 0) continue;
          yield {
            row,
            at: { meta: pathOfReplaced(row, key) },
            message: {
              zh: `目录记录说 ${older.number} 被 ${said.join('、')} 代替，不是 ${row.number}`,
              en: `The catalogue says that ${older.number} is replaced by ${said.join(', ')}, not by ${row.number}`,
            },
            hint: {
              zh: '核对两处，改正错的一处；部分代替的写 partial',
              en: 'Correct the one that is wrong; mark a partial replacement with partial',
            },
          };
        }
      }
    }
  },
};
