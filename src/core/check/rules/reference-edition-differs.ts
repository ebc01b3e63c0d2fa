import { listedReferences, wholeKey } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceEditionDiffers: DocumentRule = {
  id: 'reference-edition-differs',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '正文提及的版本与“规范性引用文件”里列的一致',
    en: 'The text cites the edition that is listed in chapter 2',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2000 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  *check(view) {
    const listed = new Map<string, string[]>();
    for (const { key } of listedReferences(view)) {
      const whole = wholeKey(key);
      listed.set(whole, [...(listed.get(whole) ?? []), key]);
    }
    for (const { key, role, raw, dated, range } of view.doc.references) {
      if (role !== 'text') continue;
      const editions = listed.get(wholeKey(key));
      if (
        !editions ||
        editions.includes(key) ||
        editions.some((each) => each.endsWith('(所有部分)'))
      )
        continue;
      yield {
        range,
        message: {
          zh: dated
            ? `正文提及 ${raw}，列的却是 ${editions.join('、')}`
            : `正文提及 ${raw} 没有注日期，列的却是 ${editions.join('、')}`,
          en: dated
            ? `The text cites ${raw} but ${editions.join(', ')} is listed`
            : `The text cites ${raw} without a year but ${editions.join(', ')} is listed`,
        },
        hint: { zh: '两处写成同一版本', en: 'Make both name the same edition' },
      };
    }
  },
};
