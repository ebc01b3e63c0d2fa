import { unfoldReference } from '../../catalog/index.ts';
import type { LibraryRule } from '../rule.ts';

/** Looking for near numbers costs milliseconds each; a library of strangers must still end. */
const mostSuggestions = 500;

export const referenceUnknown: LibraryRule = {
  id: 'reference-unknown',
  scope: 'library',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '提及的标准在库里或目录里；没有的，给出相近的编号',
    en: 'A cited standard is in the library or its catalogue; if not, near numbers are offered',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-1-2024/index.md':
        '样例应完整。\n\n注：样例的包装见GB/T 30928—2014。\n\n# 参考文献\n\n- GB/T 30928—2014　样例',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 30982-2014,样例,现行,2026-01-01\n',
    },
    good: {
      'standards/local/db9999-t-1-2024/index.md':
        '样例应完整。\n\n注：样例的包装见GB/T 30982—2014。\n\n# 参考文献\n\n- GB/T 30982—2014　样例',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 30982-2014,样例,现行,2026-01-01\n',
    },
  },
  *check({ catalog, rows }) {
    const suggestions = new Map<string, readonly string[]>();
    for (const row of rows) {
      const seen = new Set<string>();
      const cited = row.references.flatMap((each) => unfoldReference(each, catalog));
      for (const { key, dated, raw, range, role } of cited) {
        if (seen.has(key) || key === row.key || role === 'foreword') continue;
        seen.add(key);
        const resolution = catalog.resolve(key, dated);
        if (resolution.kind !== 'unknown') continue;
        if (resolution.editions.length > 0) {
          const editions = resolution.editions.map(({ number }) => number).join('、');
          yield {
            row,
            at: range,
            message: {
              zh: `库和目录里没有 ${raw} 这一版`,
              en: `This edition of ${raw} is neither in the library nor in its catalogue`,
            },
            hint: { zh: `有的是：${editions}`, en: `There are: ${editions}` },
          };
          continue;
        }
        let near = suggestions.get(key);
        if (!near && suggestions.size < mostSuggestions) {
          near = resolution.nearest.map(({ key: each }) => catalog.byKey(each)?.number ?? each);
          suggestions.set(key, near);
        }
        const names = (near ?? []).join('、');
        yield {
          row,
          at: range,
          severity: names === '' ? ('info' as const) : ('warning' as const),
          message: {
            zh: `库和目录里没有 ${raw}`,
            en: `${raw} is neither in the library nor in its catalogue`,
          },
          hint:
            names === ''
              ? {
                  zh: '核对编号；编号无误的不用改，请管理目录的人补一行题录',
                  en: 'Check the number; if it is right leave it, and have a record added to the catalogue',
                }
              : {
                  zh: `核对编号：目录里相近的有 ${names}；编号无误的不用改，目录没有收录全部标准`,
                  en: `Check the number: near to it there are ${names}; if it is right leave it, the catalogue does not hold every standard`,
                },
        };
      }
    }
  },
};
