import type { LibraryRule } from '../rule.ts';

export const dateFuture: LibraryRule = {
  id: 'date-future',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '已发布标准的发布日期、备案日期、复审日期不在将来',
    en: 'The days of issue, filing and review of a published standard are not in the future',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2062/index.md':
        '---\nnumber: DB9999/T 12—2062\nissued: 2062-05-10\nimplemented: 2062-08-10\n---\n',
    },
    good: {
      'standards/local/db9999-t-12-2062/index.md':
        '---\nnumber: DB9999/T 12—2062\nstatus: draft\nissued: 2062-05-10\nimplemented: 2062-08-10\n---\n',
    },
  },
  *check({ catalog, rows }) {
    for (const row of rows) {
      const { issued, recorded, reviews, status } = row.meta;
      if (status === 'draft') continue;
      const days = [
        ['issued', '发布日期', issued] as const,
        ['recorded', '备案日期', recorded] as const,
        ...reviews.map(({ date }, index) => [`reviews.${index}.date`, '复审日期', date] as const),
      ];
      for (const [meta, zh, day] of days) {
        const [key] = meta.split('.');
        if (day === undefined || day <= catalog.asOf) continue;
        yield {
          row,
          at: { meta },
          message: {
            zh: `${zh} ${day} 在 ${catalog.asOf} 之后`,
            en: `"${key}" ${day} is after ${catalog.asOf}`,
          },
          hint: {
            zh: '核对年份；尚未发布的写 status: draft',
            en: 'Check the year; use status: draft for what is not issued yet',
          },
        };
      }
    }
  },
};
