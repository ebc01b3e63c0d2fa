import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

export const pageReference: DocumentRule = {
  id: 'page-reference',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.5',
  summary: { zh: '不提及页码', en: 'Pages are not referred to' },
  examples: {
    bad: '标志见第 12 页。',
    good: '标志见[#mark]。\n\n# 标志 {#mark}\n\n标志应清晰。',
  },
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'page')) {
      const text = view.proseOf(run);
      if (!/页|p\./i.test(text)) continue;
      for (const match of text.matchAll(
        /(?:[见参照]\s?(?:本文件|本标准)?\s?第?|在\s?(?:本文件|本标准)?\s?第)\s?\d{1,4}\s?页|(?<![A-Za-z])(?:P|pp?)\.\s?\d{1,4}(?!\d)/g,
      )) {
        yield {
          range: view.rangeOf(run, match.index, match.index + match[0].length),
          message: {
            zh: `提及页码“${match[0]}”：换一种版式就不对了`,
            en: `"${match[0]}" refers to a page, which changes with the layout`,
          },
          hint: {
            zh: '提及章、条、图或表：[#标识]',
            en: 'Refer to a clause, figure or table: [#id]',
          },
        };
      }
    }
  },
};
