import type { LibraryRule } from '../rule.ts';

export const numberDuplicate: LibraryRule = {
  id: 'number-duplicate',
  scope: 'library',
  severity: 'error',
  source: '标链',
  summary: { zh: '一个编号只有一个文件夹', en: 'A number has one folder' },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
      'standards/local/copy/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
    },
    good: {
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
      'standards/local/db9999-t-13-2023/index.md': '---\nnumber: DB9999/T 13—2023\n---\n',
    },
    besides: ['slug-mismatch'],
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      // Of two texts with one number the first is that of the catalogue.
      const first = catalog.byKey(row.key)?.row;
      if (!first || first === row) continue;
      const { file } = first;
      yield {
        row,
        at: { meta: 'number' },
        message: {
          zh: `${row.number} 已在 ${file}，这个文件没有收进库`,
          en: `${row.number} is already in ${file}; this file is left out of the library`,
        },
        hint: {
          zh: '改正编号，或删去其中一个文件夹',
          en: 'Correct the number, or delete one of the folders',
        },
      };
    }
  },
};
