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
  *check({ doc, crossReferences }) {
    const mentioned = new Set(crossReferences.map(({ id }) => id));
    for (const { kind, id, label, clause, title } of doc.exhibits) {
      if (kind === 'formula' || mentioned.has(id)) continue;
      const run = doc.runs.find(
        (each) => each.place === 'caption' && each.clause === clause && each.text === title,
      );
      const from = run?.segments[0]?.source;
      const line = from === undefined ? undefined : doc.source.slice(0, from).split('\n').length;
      const at = line === undefined ? doc.clauses[clause]?.headingRange.start : { line, column: 1 };
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
