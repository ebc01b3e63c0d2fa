import type { DocumentRule } from '../rule.ts';

export const termDuplicate: DocumentRule = {
  id: 'term-duplicate',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.7',
  summary: { zh: '一个术语只界定一次', en: 'A term is defined once' },
  examples: {
    bad: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#a}\n\n供展示用的物件\n\n## 样品 | specimen {#b}\n\n供试验用的物件\n\n# 要求\n\n样品应完整。',
    good: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
  },
  english: true,
  *check({ doc }) {
    const seen = new Map<string, string>();
    for (const { term, clause } of doc.terms) {
      const entry = doc.clauses[clause];
      if (!entry || term === '') continue;
      const first = seen.get(term);
      if (first === undefined) {
        seen.set(term, entry.address);
        continue;
      }
      yield {
        range: entry.headingRange,
        message: {
          zh: `“${term}”在 ${first} 已经界定过`,
          en: `"${term}" is already defined in ${first}`,
        },
        hint: {
          zh: '并成一条；含义不同的加领域说明，如“样品〈试验〉”',
          en: 'Merge the entries, or tell them apart with a subject field',
        },
      };
    }
  },
};
