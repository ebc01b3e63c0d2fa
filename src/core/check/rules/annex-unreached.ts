import type { DocumentRule } from '../rule.ts';
import { findAnnexMentions } from '../annexes.ts';

export const annexUnreached: DocumentRule = {
  id: 'annex-unreached',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.6',
  summary: {
    zh: '每个附录都应在正文或前面的附录里提及',
    en: 'Every annex is mentioned in the text or in an earlier annex',
  },
  examples: {
    bad: '样例应完整。\n\n# 附录（资料性） 记录表 {#records}\n\n记录表由使用者填写。',
    good: '样例应完整，记录表见[#records]。\n\n# 附录（资料性） 记录表 {#records}\n\n记录表由使用者填写。',
  },
  english: true,
  *check(view) {
    for (const { annex, mentions } of findAnnexMentions(view)) {
      if (mentions.length > 0) continue;
      yield {
        range: annex.headingRange,
        message: {
          zh: `正文没有提到${annex.label}“${annex.title}”`,
          en: `${annex.label} "${annex.title}" is not mentioned anywhere`,
        },
        hint: {
          zh: `在用到它的条里写 [#${annex.id}]`,
          en: `Write [#${annex.id}] in the clause that needs it`,
        },
      };
    }
  },
};
