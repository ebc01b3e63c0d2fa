import type { DocumentRule } from '../rule.ts';

/** Terms looked for; a document with more is a dictionary, and every word of it would be searched for each. */
const mostTerms = 1000;

export const termUnused: DocumentRule = {
  id: 'term-unused',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.7',
  summary: { zh: '只界定文件里用到的术语', en: 'Only terms that the document uses are defined' },
  examples: {
    bad: '# 范围\n\n本文件规定了物件。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n物件应完整。',
    good: '# 范围\n\n本文件规定了样品。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样品 | sample {#sample}\n\n供展示用的物件\n\n# 要求\n\n样品应完整。',
  },
  *check({ doc }) {
    if (doc.meta?.functionType === '术语' || doc.meta?.bodyRestricted !== undefined) return;
    const texts: string[] = [];
    const spans = new Map<number, { start: number; end: number }>();
    let length = 0;
    for (const { clause, text } of doc.runs) {
      const span = spans.get(clause);
      if (span) span.end = length + text.length;
      else spans.set(clause, { start: length, end: length + text.length });
      texts.push(text);
      length += text.length + 1;
    }
    const whole = texts.join('\n');
    for (const { term, abbreviations, admitted, clause } of doc.terms.slice(0, mostTerms)) {
      const entry = doc.clauses[clause];
      if (!entry || term === '') continue;
      // 「养殖（海水）」 is used as 「养殖」 or as 「海水养殖」.
      const names = [
        term,
        term.replace(/[（(〈<].*?[）)〉>]/g, ''),
        ...abbreviations,
        ...admitted,
        `[#${entry.id}]`,
      ].filter(Boolean);
      const own = spans.get(clause);
      const used = names.some((name) => {
        const at = whole.indexOf(name);
        if (at === -1 || !own) return at !== -1;
        return at + name.length <= own.start || whole.includes(name, own.end);
      });
      if (used) continue;
      yield {
        range: entry.headingRange,
        message: {
          zh: `界定了“${term}”，文件里却没有用到`,
          en: `"${term}" is defined but never used`,
        },
        hint: {
          zh: '删去这一条，或在条文里用这个词',
          en: 'Delete the entry, or use the term in the text',
        },
      };
    }
  },
};
