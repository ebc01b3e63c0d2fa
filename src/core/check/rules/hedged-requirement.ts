import type { DocumentRule } from '../rule.ts';

const hedge = /(通常|一般|原则上)(?:情况下|条件下|来说|地)?，?[^，。；]{0,4}$/;

/** 「一般缺陷应」「一般护理应」 name a kind; 「一般每年应」「一般不应」 hedge. */
const kindOfThing =
  /^一般(?!情况下|条件下|地|来说)[^，\s\d每在按以于均都也还只需由用不多当其至从一二三四五六七八九十春夏秋冬][^，]/;

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
  *check({ modals, rangeOf }) {
    for (const { run, type, verb, index } of modals) {
      if (type !== 'requirement') continue;
      const before = run.text.slice(Math.max(0, index - 20), index);
      const match = hedge.exec(before);
      const word = match?.[1];
      if (
        !match ||
        word === undefined ||
        kindOfThing.test(match[0]) ||
        match[0].startsWith('一般性')
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
  },
};
