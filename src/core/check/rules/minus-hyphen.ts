import type { TextRun } from '#core/text/document.ts';
import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

/** A hyphen that is a sign: a number follows, and no number, letter or word stands close before. */
const negative = /(?<=^|[\s（([≤≥<>＜＞=～~±，、：；为于至到])-(?=\d)/g;

export const minusHyphen: DocumentRule = {
  id: 'minus-hyphen',
  scope: 'document',
  severity: 'info',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '负数的负号是“−”（U+2212），不是连字符“-”；每个文件提示一次',
    en: 'The sign of a negative number is "−" (U+2212), not the hyphen; said once a file',
  },
  examples: {
    bad: '偏差应不小于 -0.015。',
    good: '偏差应不小于 −0.015。',
  },
  *check(view) {
    let first: { readonly run: TextRun; readonly index: number } | undefined;
    let count = 0;
    for (const run of runsIn(view, bodyPlaces, 'hyphen')) {
      const text = view.proseOf(run);
      if (!text.includes('-')) continue;
      for (const { index } of text.matchAll(negative)) {
        count += 1;
        first ??= { run, index };
      }
    }
    if (!first) return;
    yield {
      range: view.rangeOf(first.run, first.index, first.index + 1),
      message: {
        zh: `负数用了连字符“-”（本文件共 ${count} 处）`,
        en: `Negative numbers are written with a hyphen (${count} in this file)`,
      },
      hint: {
        zh: '负号写“−”（U+2212），与减号同一个字符',
        en: 'Write the minus sign "−" (U+2212)',
      },
    };
  },
};
