import type { DocumentRule } from '../rule.ts';

export const headingPunctuation: DocumentRule = {
  id: 'heading-punctuation',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 7.3',
  summary: { zh: '标题末尾没有标点', en: 'A heading does not end in punctuation' },
  examples: {
    bad: '## 外观。\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
    good: '## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
  },
  keeps: ['Co., Ltd.', 'No.', 'etc.', 'C++'],
  *check({ doc, clauseOf, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (run.place !== 'heading' || clauseOf(run)?.kind === 'term') continue;
      const tail = run.text.slice(-20);
      const match = /[。，、；：,;:.！!]+\s*$/.exec(tail);
      const start = run.text.length - tail.length + (match?.index ?? 0);
      if (!match || start === 0) continue;
      yield {
        range: rangeOf(run, start),
        message: {
          zh: `标题以“${match[0].trim()}”结尾`,
          en: `The heading ends in "${match[0].trim()}"`,
        },
        hint: { zh: '删去标题末尾的标点', en: 'Delete the punctuation' },
        // 「Co., Ltd.」「No.」: the point belongs to the word.
        ...(!/[A-Za-z]\.\s*$/.test(run.text) && { fix: fixOf(run, start, run.text.length, '') }),
      };
    }
  },
};
