import type { DocumentRule } from '../rule.ts';

export const dateMissing: DocumentRule = {
  id: 'date-missing',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '已发布的标准写明发布日期和实施日期，已废止的写明废止日期：状态由日期推出',
    en: 'A published standard gives its days of issue and implementation, a withdrawn one its day of withdrawal: the status follows from them',
  },
  examples: {
    bad: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    if (!meta || meta.status === 'draft') return;
    const needed = [
      ['issued', '发布日期', 'issue'],
      ['implemented', '实施日期', 'implementation'],
      ...(meta.status === 'withdrawn' ? ([['withdrawn', '废止日期', 'withdrawal']] as const) : []),
    ] as const;
    for (const [key, zh, en] of needed) {
      if (meta[key] !== undefined) continue;
      yield {
        range: metaRange('number'),
        message: { zh: `没有${zh}（${key}）`, en: `The day of ${en} (${key}) is missing` },
        hint: {
          zh: `在文件头写 ${key}: YYYY-MM-DD；还没有发布的写 status: draft`,
          en: `Add ${key}: YYYY-MM-DD to the front matter, or status: draft if it is not published`,
        },
      };
    }
  },
};
