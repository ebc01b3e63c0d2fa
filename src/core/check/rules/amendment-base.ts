import type { LibraryRule } from '../rule.ts';

export const amendmentBase: LibraryRule = {
  id: 'amendment-base',
  scope: 'library',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '修改单所修改的标准在库里或目录里，并且没有被代替、废止',
    en: 'What an amendment sheet amends is in the library or its catalogue, and in force',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2023-xg1-2026/index.md':
        '---\nnumber: DB9999/T 12—2023/XG1—2026\n---\n# 修改内容\n\n将4.2修改为：记录间隔不应大于 10 min。',
    },
    good: {
      'standards/local/db9999-t-12-2023-xg1-2026/index.md':
        '---\nnumber: DB9999/T 12—2023/XG1—2026\n---\n# 修改内容\n\n将4.2修改为：记录间隔不应大于 10 min。',
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const entry = catalog.byKey(row.key);
      const key = entry && catalog.amends(entry);
      if (key === undefined) continue;
      const base = catalog.byKey(key);
      if (!base) {
        yield {
          row,
          at: { meta: 'number' },
          message: {
            zh: `库和目录里没有它修改的 ${key}`,
            en: `${key}, which it amends, is neither in the library nor in its catalogue`,
          },
          hint: {
            zh: '核对编号：修改单写作 编号—年号/XG顺序号—年号',
            en: 'Check the number: number-year/XG serial-year',
          },
        };
        continue;
      }
      const { status } = catalog.statusOf(base);
      if (row.meta.status !== 'draft' || (status !== '被代替' && status !== '废止')) continue;
      yield {
        row,
        at: { meta: 'number' },
        message: {
          zh: `它修改的 ${base.number} 已${status === '废止' ? '废止' : '被代替'}`,
          en: `${base.number}, which it amends, has been ${status === '废止' ? 'withdrawn' : 'replaced'}`,
        },
        hint: {
          zh: '核对修改的是哪一版',
          en: 'Check which edition is amended',
        },
      };
    }
  },
};
