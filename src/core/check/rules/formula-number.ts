import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';
import { namesOther } from './typed-reference.ts';

/** 式 alone is a formula after a verb or preposition; a number that counts formulae is none. */
const bare =
  /(?:公式|(?<=[按由见据照]|代入|利用|符合)式)\s?(?<number>(?:[A-Z]\.)?\d{1,2})(?![\d.]|\s?[个组种条项类步行段次年月日）)])/g;

export const formulaNumber: DocumentRule = {
  id: 'formula-number',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '公式的编号带圆括号：公式(3)；本文件的公式写 [#标识]',
    en: 'The number of a formula stands in brackets: 公式(3); one of the document is written [#id]',
  },
  examples: {
    bad: '含水率按公式 1 计算。\n\n:::formula{#water}\n$$\na = b\n$$\n:::',
    good: '含水率按[#water]计算。\n\n:::formula{#water}\n$$\na = b\n$$\n:::',
  },
  *check(view) {
    if (view.isAmendment) return;
    for (const run of runsIn(view, bodyPlaces, 'digit')) {
      if (!run.text.includes('式')) continue;
      const text = view.proseOf(run);
      for (const { 0: whole, index, groups } of text.matchAll(bare)) {
        if (namesOther(text, index)) continue;
        const number = groups?.number ?? '';
        const aim = view.doc.exhibits.find(({ label }) => label === `公式(${number})`);
        const right = aim ? `[#${aim.id}]` : `公式(${number})`;
        yield {
          range: view.rangeOf(run, index, index + whole.length),
          message: {
            zh: `公式的编号没有圆括号：“${whole}”`,
            en: `The number of a formula is not in brackets: "${whole}"`,
          },
          hint: {
            zh: `写 ${right}${aim ? '（现在排在这个编号上的公式）' : ''}`,
            en: `Write ${right}${aim ? ', the formula that has this number now' : ''}`,
          },
        };
      }
    }
  },
};
