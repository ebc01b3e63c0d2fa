import type { DocumentRule } from '../rule.ts';

/** A law, a regulation or an order: by its full title, or by who signed it. */
const law =
  /^《?中华人民共和国[^》，。]{2,30}(?:法|条例)(?:》|[（(\s]|$)|^《[^》]{2,30}(?:省|市|自治区)[^》]{2,30}条例》|(?:主席|国务院|部|总局|委员会)令/;

const whole = (item: string): string =>
  `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n${item}\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。`;

export const referenceLaw: DocumentRule = {
  id: 'reference-law',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '法律、法规、规章不列入“规范性引用文件”',
    en: 'Laws and regulations are not listed as normative references',
  },
  examples: {
    bad: whole('- 《中华人民共和国食品安全法》\n'),
    good: whole(''),
  },
  *check(view) {
    for (const run of view.doc.runs) {
      if (run.place !== 'list' || view.clauseOf(run)?.kind !== 'references') continue;
      if (view.doc.numbers.has(run) || !law.test(run.text)) continue;
      yield {
        range: view.rangeOf(run),
        message: {
          zh: '法律、法规列进了“规范性引用文件”',
          en: 'A law or regulation is listed as a normative reference',
        },
        hint: {
          zh: '删去它：法规本来就要遵守；要让读者知道的，列入参考文献',
          en: 'Delete it: laws hold by themselves; what readers should know of goes into the bibliography',
        },
      };
    }
  },
};
