import { citedOnce, sinceOf } from '../citations.ts';
import type { LibraryRule } from '../rule.ts';

export const referenceWithdrawn: LibraryRule = {
  id: 'reference-withdrawn',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: { zh: '不引用已废止的标准', en: 'A withdrawn standard is not cited' },
  example: '规范性引用文件里列了已废止的 GB/T 7000—2008',
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
