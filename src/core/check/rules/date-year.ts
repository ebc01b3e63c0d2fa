import { parseNumber } from '#core/number/index.ts';
import type { DocumentRule } from '../rule.ts';

export const dateYear: DocumentRule = {
  id: 'date-year',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '标准编号的年号与发布日期的年份一致',
    en: 'The year of the number is the year of issue',
  },
  examples: {
    bad: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2023-12-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    const result = meta ? parseNumber(meta.number) : undefined;
    if (!meta?.issued || !result?.ok) return;
    // The last year of an amendment sheet is its own, the one before that of its base.
    const { amendments } = result.number;
    const sheet = amendments.at(-1);
    const year = sheet ? sheet.year : result.number.year;
    if (year === null || meta.issued.startsWith(year)) return;
    yield {
      range: metaRange('issued'),
      message: {
        zh: `编号的年号是 ${year}，发布日期却是 ${meta.issued}`,
        en: `The number says ${year} but the day of issue is ${meta.issued}`,
      },
      hint: { zh: '核对编号与发布日期', en: 'Check the number and the day of issue' },
    };
  },
};
