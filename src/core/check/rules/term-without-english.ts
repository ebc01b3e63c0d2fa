import type { DocumentRule } from '../rule.ts';

export const termWithoutEnglish: DocumentRule = {
  id: 'term-without-english',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.7',
  summary: { zh: '术语条目有英文对应词', en: 'A term entry gives the English term' },
  examples: {
    bad: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
    good: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
  },
  *check({ doc }) {
    for (const { term, termEn, clause } of doc.terms) {
      const entry = doc.clauses[clause];
      if (!entry || termEn !== undefined) continue;
      yield {
        range: entry.headingRange,
        message: {
          zh: `术语“${term}”没有英文对应词`,
          en: `The term "${term}" has no English term`,
        },
        hint: { zh: `写作“${term} | English term”`, en: `Write "${term} | English term"` },
      };
    }
  },
};
