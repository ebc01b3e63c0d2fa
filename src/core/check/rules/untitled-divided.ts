import type { DocumentRule } from '../rule.ts';

export const untitledDivided: DocumentRule = {
  id: 'untitled-divided',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 7.3',
  summary: { zh: '无标题条不再分条', en: 'An untitled clause is not divided' },
  examples: {
    bad: '##\n\n样例应完整。\n\n###\n\n一。\n\n###\n\n二。\n\n##\n\n样例应合格。',
    good: '##\n\n样例应完整。\n\n##\n\n样例应合格。',
  },
  english: true,
  *check({ doc, childrenOf }) {
    for (const [index, clause] of doc.clauses.entries()) {
      if (clause.title !== '' || clause.level === 1 || childrenOf(index).length === 0) continue;
      yield {
        range: clause.headingRange,
        message: {
          zh: `无标题条 ${clause.address} 之下又分了条`,
          en: `The untitled clause ${clause.address} is divided into sub-clauses`,
        },
        hint: {
          zh: '给它加上标题，或把下一层改写成列项',
          en: 'Give it a title, or turn the lower level into a list',
        },
      };
    }
  },
};
