import { bodyPlaces, runsIn } from '../rule-context.ts';
import type { DocumentRule } from '../rule.ts';

export const footnoteMissing: DocumentRule = {
  id: 'footnote-missing',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: { zh: '提及的脚注有定义', en: 'A footnote that is mentioned is defined' },
  examples: {
    bad: '样例[^1]应完整。',
    good: '样例[^1]应完整。\n\n[^1]: 指一件。',
  },
  english: true,
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'bracket')) {
      // What is defined is no text of a run any more.
      for (const { 0: mark, index } of view.proseOf(run).matchAll(/\[\^[^\]\s]{1,40}\]/g)) {
        yield {
          range: view.rangeOf(run, index, index + mark.length),
          message: {
            zh: `脚注 ${mark} 没有定义，按字面印出`,
            en: `Footnote ${mark} is not defined and prints literally`,
          },
          hint: { zh: `另起一段写 ${mark}: 说明`, en: `Add a paragraph ${mark}: text` },
        };
      }
    }
  },
};
