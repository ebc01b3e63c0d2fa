import type { DocumentRule } from '../rule.ts';
import { runsIn } from '../rule-context.ts';

export const captionPunctuation: DocumentRule = {
  id: 'caption-punctuation',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834—2011, A.1',
  summary: {
    zh: '图题、表题末尾没有句号',
    en: 'The title of a figure or table does not end in a full stop',
  },
  examples: {
    bad: '样例应符合[#tab-size]的规定。\n\n:::table[样例尺寸。]{#tab-size}\n| 项目 | 值 |\n| --- | --- |\n| 长 | 3 |\n:::',
    good: '样例应符合[#tab-size]的规定。\n\n:::table[样例尺寸]{#tab-size}\n| 项目 | 值 |\n| --- | --- |\n| 长 | 3 |\n:::',
  },
  keeps: ['Co., Ltd.', 'No.', 'etc.'],
  *check(view) {
    for (const run of runsIn(view, ['caption'])) {
      const match = /[。．.]\s*$/.exec(run.text.slice(-20));
      // 「Co., Ltd.」「No.」: the point belongs to the word.
      if (!match || /[A-Za-z]\.\s*$/.test(run.text)) continue;
      const start = run.text.length - match[0].length;
      yield {
        range: view.rangeOf(run, start),
        message: {
          zh: `题名以“${match[0].trim()}”结尾`,
          en: `The title ends in "${match[0].trim()}"`,
        },
        hint: { zh: '删去题名末尾的句号', en: 'Delete the full stop' },
        fix: view.fixOf(run, start, run.text.length, ''),
      };
    }
  },
};
