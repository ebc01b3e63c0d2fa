import { countDays } from '#core/base/day.ts';
import { factOf, listStandardDues } from '../dues.ts';
import type { LibraryRule } from '../rule.ts';

const filing =
  'limits:\n  - { id: filing, name: { zh: 备案, en: Filing }, from: { stage: 发布 }, to: { stage: 备案 }, span: { days: 30 }, source: { document: 样例条例 }, asOf: 2026-01-01 }\n';

export const deadlineMissed: LibraryRule = {
  id: 'deadline-missed',
  scope: 'library',
  severity: 'warning',
  source: 'deadlines.yaml（期限各有依据）',
  summary: {
    zh: '文件头里的备案、复审日期在 deadlines.yaml 的期限以内；不再有效的标准不看',
    en: 'Filing and reviews of front matter came within the limits of deadlines.yaml; standards no longer in force are left out',
  },
  examples: {
    bad: {
      'deadlines.yaml': filing,
      'standards/local/db9999-t-1-2024/index.md':
        '---\nnumber: DB9999/T 1—2024\nissued: 2024-01-05\nimplemented: 2024-03-01\nrecorded: 2024-02-06\n---\n',
    },
    good: {
      'deadlines.yaml': filing,
      'standards/local/db9999-t-1-2024/index.md':
        '---\nnumber: DB9999/T 1—2024\nissued: 2024-01-05\nimplemented: 2024-03-01\nrecorded: 2024-02-04\n---\n',
    },
  },
  *check(view) {
    for (const { row, due, limit, source } of listStandardDues(view)) {
      const { done, day, from } = due;
      if (done === undefined || done <= day) continue;
      const late = countDays(day, done);
      yield {
        row,
        at: factOf(due, row),
        message: {
          zh: `${limit.name.zh}晚了 ${late} 日：从 ${from} 起应在 ${day} 以前，实际是 ${done}（${source.zh}）`,
          en: `${limit.name.en} came ${late} days late: from ${from} on it was due by ${day}, and was done on ${done} (${source.en})`,
        },
        hint: {
          zh: '核对日期；确实晚了的，写进 exceptions.yaml 并说明',
          en: 'Check the days; where it was late indeed say so in exceptions.yaml',
        },
      };
    }
  },
};
