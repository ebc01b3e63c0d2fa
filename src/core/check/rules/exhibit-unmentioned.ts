import type { TextRun } from '#core/text/document.ts';
import type { DocumentRule } from '../rule.ts';

export const exhibitUnmentioned: DocumentRule = {
  id: 'exhibit-unmentioned',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.7, 9.8',
  summary: {
    zh: '每个图、表都在条文里提及',
    en: 'Every figure and table is mentioned in the text',
  },
  examples: {
    bad: '样例应合格。\n\n:::table[样例尺寸]{#tab-size}\n| 项目 | 值 |\n| --- | --- |\n| 长 | 3 |\n:::',
    good: '样例应符合[#tab-size]的规定。\n\n:::table[样例尺寸]{#tab-size}\n| 项目 | 值 |\n| --- | --- |\n| 长 | 3 |\n:::',
  },
  english: true,
  *check({ doc, crossReferences, rangeOf, isAmendment }) {
    if (isAmendment) return;
    const mentioned = new Set(crossReferences.map(({ id }) => id));
    const captions = new Map<string, TextRun>();
    for (const run of doc.runs) {
      if (run.place !== 'caption') continue;
      const key = `${run.clause} ${run.text}`;
      if (!captions.has(key)) captions.set(key, run);
    }
    for (const { kind, id, label, clause, title } of doc.exhibits) {
      if (kind === 'formula' || mentioned.has(id)) continue;
      const run = captions.get(`${clause} ${title}`);
      const heading = doc.clauses[clause]?.headingRange.start;
      const at = run ? { line: rangeOf(run).start.line, column: 1 } : heading;
      if (!at) continue;
      yield {
        range: { start: at, end: at },
        message: {
          zh: `条文没有提到${label}“${title}”`,
          en: `${label} "${title}" is not mentioned in the text`,
        },
        hint: { zh: `在用到它的条里写 [#${id}]`, en: `Write [#${id}] in the clause that needs it` },
      };
    }
  },
};
