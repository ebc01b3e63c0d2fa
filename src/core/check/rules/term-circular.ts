import type { TextRun } from '#core/text/document.ts';
import type { DocumentRule } from '../rule.ts';

export const termCircular: DocumentRule = {
  id: 'term-circular',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.7',
  summary: {
    zh: '定义不以术语本身开头，也不以“指”“是”开头',
    en: 'A definition starts neither with its term nor with "is"',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n样品是供展示用的物件\n\n# 要求\n\n样品应完整。',
    good: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
  },
  *check({ doc, rangeOf }) {
    const definitions = new Map<number, TextRun>();
    for (const run of doc.runs) {
      if (run.place === 'definition' && !definitions.has(run.clause))
        definitions.set(run.clause, run);
    }
    for (const { term, clause } of doc.terms) {
      const run = definitions.get(clause);
      if (!run || term === '') continue;
      const lead = run.text.startsWith(term)
        ? `${term}${/^(?:是指|是|指|即|为)/.exec(run.text.slice(term.length))?.[0] ?? ''}`
        : /^(?:是指|系指|是(?!否)|指(?![标示数挥导南定令]))/.exec(run.text)?.[0];
      if (lead === undefined) continue;
      yield {
        range: rangeOf(run, 0, lead.length),
        message: {
          zh: `“${term}”的定义以“${lead}”开头`,
          en: `The definition of "${term}" starts with "${lead}"`,
        },
        hint: {
          zh: '定义要能在句子里代替术语：从上位概念说起，如“以……为……的物流活动”',
          en: 'A definition can stand in place of the term: start from the wider concept',
        },
      };
    }
  },
};
