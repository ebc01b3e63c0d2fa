import { draftingRulesIssued, findDraftingRules } from '#core/model/drafting-rules.ts';
import type { DocumentRule } from '../rule.ts';

export const forewordBasis: DocumentRule = {
  id: 'foreword-basis',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.3',
  summary: {
    zh: '前言写明的 GB/T 1.1 版本，在本文件发布时已经发布',
    en: 'The edition of GB/T 1.1 that the foreword names had been issued when the document was',
  },
  examples: {
    bad: "---\nnumber: DB9999/T 1—2019\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2019-01-05\nimplemented: 2019-03-01\nforeword:\n  basis: GB/T 1.1—2020\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2019\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2019-01-05\nimplemented: 2019-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const basis = doc.meta?.foreword.basis;
    const day = doc.meta?.issued;
    const issued = basis === undefined ? undefined : draftingRulesIssued(basis);
    if (day === undefined || issued === undefined || issued <= day) return;
    const right = findDraftingRules(day);
    yield {
      range: metaRange('foreword.basis'),
      message: {
        zh: `${basis} 在 ${issued} 发布，本文件却在 ${day} 已发布`,
        en: `${basis} was issued on ${issued}, this document already on ${day}`,
      },
      hint: right
        ? {
            zh: `当时有效的是 ${right}；不写 basis 就自动印出它`,
            en: `In force then: ${right}, which is printed where no basis is given`,
          }
        : { zh: '删去 basis，或核对发布日期', en: 'Delete basis, or check the day of issue' },
    };
  },
};
