import type { DocumentRule } from '../rule.ts';

const vague = /^\s?(?:尽量|尽可能|充分|优先|适当)?(?:尽量|尽可能|考虑(?!到)|避免)/;

export const vagueRequirement: DocumentRule = {
  id: 'vague-requirement',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.1',
  summary: {
    zh: '“应”后面不跟尽量、尽可能、考虑、避免：要求要能证实',
    en: 'A requirement can be verified: 应 is not followed by 尽量, 尽可能, 考虑 or 避免',
  },
  examples: {
    bad: '搬运时应尽量轻放。',
    good: '搬运时应轻放。',
  },
  *check({ modals, rangeOf }) {
    for (const { run, type, verb, index } of modals) {
      if (type !== 'requirement') continue;
      const word = vague.exec(run.text.slice(index + verb.length))?.[0];
      if (word === undefined) continue;
      yield {
        range: rangeOf(run, index, index + verb.length + word.length),
        message: {
          zh: `“${verb}${word}”无法证实是否做到`,
          en: `"${verb}${word}" cannot be verified`,
        },
        hint: {
          zh: '写出要做到的程度或数值；做不到硬性规定的改用“宜”',
          en: 'Say to what degree or value; use 宜 where it cannot be required',
        },
      };
    }
  },
};
