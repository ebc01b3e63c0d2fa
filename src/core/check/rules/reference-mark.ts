import type { DocumentRule } from '../rule.ts';

const code = (sign: string): string =>
  `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

export const referenceMark: DocumentRule = {
  id: 'reference-mark',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '标准编号里的斜线、连接号、冒号用编号本来的符号，不用形似的符号',
    en: 'The slash, hyphen and colon of a number are the signs themselves and none that looks like them',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB∕T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  keeps: [
    '2〜8',
    '1∶500',
    'GB/T 191—2008',
    'ISO 9001:2015',
    'GB 3100～3102—1993',
    'JS 500－2000型',
  ],
  *check({ wrongMarks, rangeOf, fixOf }) {
    for (const { run, found, start, end, written, right, beforeYear } of wrongMarks) {
      if (beforeYear) continue;
      yield {
        range: rangeOf(run, start, end),
        message: {
          zh: `${found.raw} 里的“${written}”（${code(written)}）应为“${right}”`,
          en: `"${written}" (${code(written)}) in ${found.raw} should be "${right}"`,
        },
        hint: { zh: `改为 ${right}（${code(right)}）`, en: `Use ${right} (${code(right)})` },
        fix: fixOf(run, start, end, right),
      };
    }
  },
};
