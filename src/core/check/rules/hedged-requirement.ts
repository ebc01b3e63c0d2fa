import { isQuoted } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

const hedge = /(通常|一般|原则上)(?:情况下|条件下|来说|地)?，?[^，。；]{0,4}$/;

export const hedgedRequirement: DocumentRule = {
  id: 'hedged-requirement',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.1',
  summary: {
    zh: '要求前不加通常、一般、原则上',
    en: 'A requirement is not hedged with 通常, 一般 or 原则上',
  },
  examples: {
    bad: '样例一般应每年检查一次。',
    good: '样例应每年检查一次。',
  },
  *check({ doc, modalsOf, rangeOf }) {
    for (const run of doc.runs) {
      if (run.place === 'heading' || run.place === 'source') continue;
      for (const { type, verb, index } of modalsOf(run)) {
        if (type !== 'requirement' || isQuoted(run.text, index)) continue;
        const before = run.text.slice(Math.max(0, index - 20), index);
        const match = hedge.exec(before);
        const word = match?.[1];
        if (
          !match ||
          word === undefined ||
          /一般(?:工业|固体|固废|项目|废物|性|区域|公众)/.test(match[0])
        )
          continue;
        const start = index - before.length + match.index;
        yield {
          range: rangeOf(run, start, index + verb.length),
          message: {
            zh: `“${word}”与“${verb}”并用，不知道是不是要求`,
            en: `"${word}" with "${verb}" leaves open whether it is a requirement`,
          },
          hint: {
            zh: `去掉“${word}”并写明例外，或把“${verb}”改为“宜”`,
            en: `Drop "${word}" and name the exceptions, or use 宜`,
          },
        };
      }
    }
  },
};
