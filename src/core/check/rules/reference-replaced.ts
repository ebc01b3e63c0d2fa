import { citedOnce, sinceOf } from '../citations.ts';
import type { LibraryRule } from '../rule.ts';

/** A document that lists a standard and requires what it says. */
const citing = (number: string): string =>
  `# 范围\n\n本文件规定了样例的要求。\n\n# 规范性引用文件\n\n- ${number}　样例\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合${number}的规定。`;

export const referenceReplaced: LibraryRule = {
  id: 'reference-replaced',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '引用的标准被代替时提示新标准；改不改由起草人定',
    en: 'The successor of a cited standard that was replaced is named; whether to cite it is for the drafter to say',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-1-2024/index.md': citing('GB/T 191—2000'),
      'catalogue/a.csv':
        'number,title,status,replaced_by,as_of\nGB/T 191-2000,样例,被代替,GB/T 191-2008,2026-01-01\nGB/T 191-2008,样例,现行,,2026-01-01\n',
    },
    good: {
      'standards/local/db9999-t-1-2024/index.md': citing('GB/T 191—2008'),
      'catalogue/a.csv':
        'number,title,status,replaced_by,as_of\nGB/T 191-2000,样例,被代替,GB/T 191-2008,2026-01-01\nGB/T 191-2008,样例,现行,,2026-01-01\n',
    },
  },
  *check({ catalog, rows }) {
    for (const { row, reference, entry, status } of citedOnce(catalog, rows)) {
      if (status.status !== '被代替') continue;
      const heirs = catalog.heirsOf(entry).flatMap((key) => {
        const heir = catalog.byKey(key);
        return heir && catalog.statusOf(heir).status === '现行' ? [heir] : [];
      });
      const names =
        heirs.map(({ number, title }) => `${number}《${title}》`).join('、') ||
        status.replacedBy.join('、');
      const since = sinceOf(status);
      yield {
        row,
        at: reference.range,
        ...(reference.informative && { severity: 'info' as const }),
        message: {
          zh: `${reference.raw} 已被代替${since.zh}`,
          en: `${reference.raw} has been replaced${since.en}`,
        },
        hint:
          names === ''
            ? { zh: '查明接替它的标准', en: 'Find out what replaces it' }
            : {
                zh: `现行的是 ${names}；核对技术内容后更新`,
                en: `In force: ${names}; compare the content before updating`,
              },
      };
    }
  },
};
