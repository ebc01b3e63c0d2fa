import { citedOnce, sinceOf } from '../citations.ts';
import type { LibraryRule } from '../rule.ts';

/** A document that lists a standard and requires what it says. */
const citing = (number: string): string =>
  `# 范围\n\n本文件规定了样例的要求。\n\n# 规范性引用文件\n\n- ${number}　样例\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合${number}的规定。`;

export const referenceWithdrawn: LibraryRule = {
  id: 'reference-withdrawn',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: { zh: '不引用已废止的标准', en: 'A withdrawn standard is not cited' },
  examples: {
    bad: {
      'standards/local/db9999-t-1-2024/index.md': citing('GB/T 7000—2008'),
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 7000-2008,样例,废止,2026-01-01\n',
    },
    good: {
      'standards/local/db9999-t-1-2024/index.md': citing('GB/T 7000—2008'),
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 7000-2008,样例,现行,2026-01-01\n',
    },
  },
  *check({ catalog, rows }) {
    for (const { row, reference, status } of citedOnce(catalog, rows)) {
      if (status.status !== '废止') continue;
      const since = sinceOf(status);
      yield {
        row,
        at: reference.range,
        ...(reference.informative && { severity: 'info' as const }),
        message: {
          zh: `${reference.raw} 已废止${since.zh}`,
          en: `${reference.raw} has been withdrawn${since.en}`,
        },
        hint: {
          zh: '换成现行的标准，或把所需内容写进本文件',
          en: 'Cite a standard in force, or write what is needed into this document',
        },
      };
    }
  },
};
