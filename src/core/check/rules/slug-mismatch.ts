import { numberSlug, parseNumber } from '#core/number/index.ts';
import type { LibraryRule } from '../rule.ts';

export const slugMismatch: LibraryRule = {
  id: 'slug-mismatch',
  scope: 'library',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '文件夹名由标准编号得出',
    en: 'The folder is named after the number of the standard',
  },
  examples: {
    bad: { 'standards/local/db9999-t-21-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n' },
    good: { 'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n' },
  },
  *check({ rows }) {
    for (const row of rows) {
      const folder = row.file.split('/').at(-2);
      const result = parseNumber(row.key);
      if (folder === undefined || !result.ok) continue;
      const slug = numberSlug(result.number);
      if (folder === slug) continue;
      yield {
        row,
        at: { meta: 'number' },
        message: {
          zh: `文件夹是 ${folder}，按编号 ${row.number} 应为 ${slug}`,
          en: `The folder is ${folder}; after the number ${row.number} it should be ${slug}`,
        },
        hint: {
          zh: `把文件夹改名为 ${slug}，或改正编号`,
          en: `Rename the folder to ${slug}, or correct the number`,
        },
      };
    }
  },
};
