import type { DocumentRule } from '../rule.ts';

export const classificationMissing: DocumentRule = {
  id: 'classification-missing',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 22373—2021',
  summary: { zh: 'ICS 与 CCS 分类号至少有一个', en: 'At least one of ICS and CCS is given' },
  examples: {
    bad: '---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    if (!meta || meta.ics.length > 0 || meta.ccs.length > 0 || meta.status === 'draft') return;
    yield {
      range: metaRange('title'),
      message: {
        zh: '没有 ICS 也没有 CCS 分类号，浏览时找不到它',
        en: 'Neither ICS nor CCS is given, so browsing will not find it',
      },
      hint: {
        zh: "在文件头写 ics: ['55.220'] 或 ccs: [A 85]",
        en: "Add ics: ['55.220'] or ccs: [A 85] to the front matter",
      },
    };
  },
};
