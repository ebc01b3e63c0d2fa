import { compareNumbers, parseNumber } from '#core/number/index.ts';
import { listedReferences } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceOrder: DocumentRule = {
  id: 'reference-order',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '引用文件的顺序：国家、行业、本行政区域地方、团体标准，ISO/IEC，其他机构和其他文献；同类按代号和顺序号',
    en: 'Order of normative references: national, industry, own local, group, ISO/IEC, other bodies, other documents; by code and number inside each',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 10111—2008　随机数的产生\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 和 GB/T 10111—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n- GB/T 10111—2008　随机数的产生\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 和 GB/T 10111—2008 的规定。',
  },
  *check(view) {
    const listed = listedReferences(view).flatMap((reference) => {
      const result = parseNumber(reference.key);
      return result.ok ? [{ reference, number: result.number }] : [];
    });
    for (const [index, { reference, number }] of listed.entries()) {
      const before = listed[index - 1];
      if (!before || compareCode(before.number, number) <= 0) continue;
      yield {
        range: reference.range,
        message: {
          zh: `${reference.raw} 应排在 ${before.reference.raw} 之前`,
          en: `${reference.raw} belongs before ${before.reference.raw}`,
        },
        hint: {
          zh: '顺序：国家、行业、地方、团体标准，ISO/IEC，其他；同类按顺序号',
          en: 'Order: national, industry, local, group, ISO/IEC, others; by number inside each',
        },
      };
    }
  },
};

/** GB and GB/T are one series; only then the number counts. */
function compareCode(a: Parameters<typeof compareNumbers>[0], b: typeof a): number {
  return compareNumbers({ ...a, nature: null }, { ...b, nature: null });
}
