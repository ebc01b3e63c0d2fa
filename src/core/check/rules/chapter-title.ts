import type { DocumentRule } from '../rule.ts';

export const chapterTitle: DocumentRule = {
  id: 'chapter-title',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 7.2',
  summary: { zh: '章和附录有标题', en: 'Chapters and annexes have titles' },
  examples: {
    bad: '样例应完整。\n\n#\n\n样例应合格。',
    good: '样例应完整。\n\n# 尺寸\n\n样例应合格。',
  },
  english: true,
  *check({ doc, roots }) {
    for (const index of roots) {
      const clause = doc.clauses[index];
      if (!clause || clause.title !== '') continue;
      yield {
        range: clause.headingRange,
        message: { zh: `${clause.label}没有标题`, en: `${clause.label} has no title` },
        hint: {
          zh: '在“#”后写标题；无标题的只能是条（## 及以下）',
          en: 'Write a title after "#"; only clauses (## and below) may go without',
        },
      };
    }
  },
};
