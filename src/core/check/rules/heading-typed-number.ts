import type { DocumentRule } from '../rule.ts';

/** A number typed at the head of a heading: `4.1 外观`, `第3章`, `一、`. */
export const typedHeadingNumber =
  /^(?:第\s*[\d一二三四五六七八九十]+\s*[章条]|(?:\d{1,2}|[A-Z])(?:\.\d{1,3})+|\d{1,2}(?=[、\s　])|[一二三四五六七八九十]+、)[、.．\s　]*/;

export const headingTypedNumber: DocumentRule = {
  id: 'heading-typed-number',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '章条编号由标链编排，标题里不手打',
    en: 'Clause numbers are set by the library, not typed into headings',
  },
  examples: {
    bad: '## 4.1 外观\n\n样例应完整。\n\n## 4.2 尺寸\n\n样例应合格。',
    good: '## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
  },
  english: true,
  *check({ doc, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (run.place !== 'heading') continue;
      const match = typedHeadingNumber.exec(run.text);
      if (!match || match[0].length === run.text.length) continue;
      yield {
        range: rangeOf(run, 0, match[0].length),
        message: {
          zh: `标题里手打了编号“${match[0].trim()}”，印出来会有两个编号`,
          en: `The number "${match[0].trim()}" is typed into the heading and would be printed twice`,
        },
        hint: { zh: '删去它，编号会自动印出', en: 'Delete it; the number is printed for you' },
        fix: fixOf(run, 0, match[0].length, ''),
      };
    }
  },
};
