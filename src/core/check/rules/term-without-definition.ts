import type { DocumentRule } from '../rule.ts';

export const termWithoutDefinition: DocumentRule = {
  id: 'term-without-definition',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.7',
  summary: { zh: '术语条目有定义', en: 'A term entry has a definition' },
  examples: {
    bad: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n# 要求\n\n样品应完整。',
    good: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
  },
  english: true,
  *check({ doc }) {
    for (const { term, definition, clause } of doc.terms) {
      const entry = doc.clauses[clause];
      if (!entry || definition !== '') continue;
      yield {
        range: entry.headingRange,
        message: { zh: `术语“${term}”没有定义`, en: `The term "${term}" has no definition` },
        hint: {
          zh: '在下面写一段定义；是类别名的，在标题后写 {.group}',
          en: 'Write the definition below; mark a heading that only groups terms with {.group}',
        },
      };
    }
  },
};
