import type { DocumentRule } from '../rule.ts';

export const duplicateTitle: DocumentRule = {
  id: 'duplicate-title',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: { zh: '同一层次没有两个相同的标题', en: 'No two siblings have the same title' },
  examples: {
    bad: '## 外观\n\n样例应完整。\n\n## 外观\n\n样例应合格。',
    good: '## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
  },
  english: true,
  *check({ doc, roots, childrenOf }) {
    for (const siblings of [roots, ...doc.clauses.map((_, index) => childrenOf(index))]) {
      const seen = new Map<string, string>();
      for (const index of siblings) {
        const clause = doc.clauses[index];
        // Repeated elements and terms have rules of their own.
        if (!clause || clause.title === '' || !['chapter', 'clause', 'annex'].includes(clause.kind))
          continue;
        const name = `${clause.kind} ${clause.title}`;
        const first = seen.get(name);
        if (first !== undefined) {
          yield {
            range: clause.headingRange,
            message: {
              zh: `标题“${clause.title}”与${first}相同`,
              en: `The title "${clause.title}" is also that of ${first}`,
            },
            hint: {
              zh: '改一个能分清的标题，或把两条并成一条',
              en: 'Choose a title that tells them apart, or merge the two',
            },
          };
        } else seen.set(name, clause.label);
      }
    }
  },
};
