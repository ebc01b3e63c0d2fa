import type { DocumentRule } from '../rule.ts';

export const dateOrder: DocumentRule = {
  id: 'date-order',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 22373—2021',
  summary: {
    zh: '实施日期不早于发布日期，废止、复审、备案日期不早于实施或发布日期',
    en: 'Implementation is not before issue; withdrawal, review and filing are not before those',
  },
  examples: {
    bad: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-03-01\nimplemented: 2024-01-05\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    if (!meta) return;
    const { issued, implemented, withdrawn, recorded } = meta;
    const pairs: readonly (readonly [
      path: string,
      zh: string,
      en: string,
      day?: string,
      limit?: string,
      limitZh?: string,
      limitEn?: string,
    ])[] = [
      ['implemented', '实施日期', 'implemented', implemented, issued, '发布日期', 'issued'],
      [
        'withdrawn',
        '废止日期',
        'withdrawn',
        withdrawn,
        implemented ?? issued,
        '实施日期',
        'implemented',
      ],
      ['recorded', '备案日期', 'recorded', recorded, issued, '发布日期', 'issued'],
      ...meta.reviews.map(
        ({ date }, index) =>
          [`reviews.${index}`, '复审日期', 'review', date, issued, '发布日期', 'issued'] as const,
      ),
    ];
    for (const [path, zh, en, day, limit, limitZh, limitEn] of pairs) {
      if (day === undefined || limit === undefined || day >= limit) continue;
      yield {
        range: metaRange(path),
        message: {
          zh: `${zh} ${day} 早于${limitZh} ${limit}`,
          en: `The day "${en}" ${day} is before "${limitEn}" ${limit}`,
        },
        hint: { zh: '核对两个日期，看是否写反', en: 'Check both days; they may be swapped' },
      };
    }
  },
};
