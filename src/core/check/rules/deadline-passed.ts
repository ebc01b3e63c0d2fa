import { factOf, listStandardDues } from '../dues.ts';
import type { LibraryRule } from '../rule.ts';

const review =
  'limits:\n  - { id: review, name: { zh: 复审, en: Review }, from: { stage: 实施 }, to: { stage: 复审, day: ended }, span: { years: 5 }, source: { document: 样例条例 }, asOf: 2026-01-01 }\n';

export const deadlinePassed: LibraryRule = {
  id: 'deadline-passed',
  scope: 'library',
  severity: 'info',
  source: 'deadlines.yaml（期限各有依据）',
  summary: {
    zh: '备案、复审的期限已过，文件头里还没有它的日期；有项目的标准由 project-limit 说',
    en: 'The limit for filing or review has passed and front matter has no day of it; of standards with a project project-limit says so',
  },
  examples: {
    bad: {
      'deadlines.yaml': review,
      'standards/local/db9999-t-1-2020/index.md':
        '---\nnumber: DB9999/T 1—2020\nissued: 2020-01-05\nimplemented: 2020-03-01\n---\n',
    },
    good: {
      'deadlines.yaml': review,
      'standards/local/db9999-t-1-2020/index.md':
        '---\nnumber: DB9999/T 1—2020\nissued: 2020-01-05\nimplemented: 2020-03-01\nreviews: [{ date: 2025-02-20, result: 继续有效 }]\n---\n',
    },
  },
  *check(view) {
    for (const { row, due, limit, source, hasProject } of listStandardDues(view)) {
      if (hasProject || due.done !== undefined || due.day >= view.catalog.asOf) continue;
      yield {
        row,
        at: factOf(due, row),
        message: {
          zh: `${limit.name.zh}的期限 ${due.day} 已过，没有写它的日期（${source.zh}）`,
          en: `The limit for ${limit.name.en.toLowerCase()} was ${due.day}, and no day is given (${source.en})`,
        },
        hint: {
          zh: due.stage === '备案' ? '办理备案，写 recorded' : '组织复审，写进 reviews',
          en:
            due.stage === '备案'
              ? 'File it and write recorded'
              : 'Have it reviewed and write the result into reviews',
        },
      };
    }
  },
};
