import { pathOfReplaced } from '../locate.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { LibraryFinding, LibraryRule } from '../rule.ts';

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
      'standards/local/db9999-t-12-2018/index.md': '---\nnumber: DB9999/T 12—2018\n---\n',
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
    },
    good: {
      'standards/local/db9999-t-12-2018/index.md': '---\nnumber: DB9999/T 12—2018\n---\n',
      'standards/local/db9999-t-12-2023/index.md':
        '---\nnumber: DB9999/T 12—2023\nreplaces: [DB9999/T 12—2018]\n---\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const entry = catalog.byKey(row.key);
      if (!entry || entry.row !== row || row.meta.status === 'draft') continue;
      for (const { key, declaredBy, partial } of catalog.replacesOf(entry)) {
        const older = catalog.byKey(key);
        if (declaredBy === 'number' || declaredBy === 'predecessor') {
          yield undeclared(row, older?.number ?? key, declaredBy);
        } else if (declaredBy === 'successor' && partial === undefined && older?.record) {
          if (older.row || older.record.replacedBy.length === 0) continue;
          yield contradicted(row, key, older.number, older.record.replacedBy);
        }
      }
    }
  },
};

/** Known by the number, or by a record of the earlier edition, and not said in the text. */
function undeclared(row: StandardRow, older: string, by: 'number' | 'predecessor'): LibraryFinding {
  return {
    row,
    at: { meta: 'number' },
    message:
      by === 'number'
        ? {
            zh: `${row.number} 没有写它代替旧版 ${older}`,
            en: `${row.number} does not say that it replaces the earlier edition ${older}`,
          }
        : {
            zh: `目录记录说 ${older} 被 ${row.number} 代替，这里却没有写`,
            en: `The catalogue says that ${older} is replaced by ${row.number}, which does not say so`,
          },
    hint: {
      zh: `在文件头的 replaces 里加上 ${older}`,
      en: `Add ${older} to replaces in the front matter`,
    },
  };
}

function contradicted(
  row: StandardRow,
  key: string,
  older: string,
  said: readonly string[],
): LibraryFinding {
  return {
    row,
    at: { meta: pathOfReplaced(row, key) },
    message: {
      zh: `目录记录说 ${older} 被 ${said.join('、')} 代替，不是 ${row.number}`,
      en: `The catalogue says that ${older} is replaced by ${said.join(', ')}, not by ${row.number}`,
    },
    hint: {
      zh: '核对两处，改正错的一处；部分代替的写 partial',
      en: 'Correct the one that is wrong; mark a partial replacement with partial',
    },
  };
}
