import type { TextRun } from '#core/text/index.ts';
import { findAnnexMentions } from '../annexes.ts';
import type { DocumentRule } from '../rule.ts';

/** 「应符合[#a]的规定」「应按[#a]记录」: the requirement is in the annex. */
const obeys = /(符合|按|按照|遵守|满足|执行|采用|使用|依据)[^，。；]{0,12}$/;

export const annexNature: DocumentRule = {
  id: 'annex-nature',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.6',
  summary: {
    zh: '要求所指的附录是规范性的；只在注、示例里提及或以“参见”提及的附录是资料性的',
    en: 'An annex that a requirement points to is normative; one mentioned only in notes, examples or by 参见 is informative',
  },
  examples: {
    bad: '记录应符合[#records]的规定。\n\n# 附录（资料性） 记录表 {#records}\n\n记录表由使用者填写。',
    good: '记录应符合[#records]的规定。\n\n# 附录（规范性） 记录表 {#records}\n\n记录表由使用者填写。',
  },
  *check(view) {
    const { doc, rangeOf, rootOf } = view;
    const isRequired = (run: TextRun, from: number, to: number) =>
      doc.modals.get(run)?.findLast(({ index }) => index >= from && index < to)?.type ===
      'requirement';
    for (const { annex, mentions } of findAnnexMentions(view)) {
      const binding = mentions.find(({ run, start }) => {
        if (run.place === 'note' || run.place === 'example' || !rootOf(run.clause)?.normative)
          return false;
        const sentence =
          /[^。；！？]*$/.exec(run.text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
        return obeys.test(sentence) && isRequired(run, start - sentence.length, start);
      });
      if (!annex.normative && binding) {
        yield {
          range: rangeOf(binding.run, binding.start, binding.end),
          message: {
            zh: `这里要求符合${annex.label}，而${annex.label}是资料性的`,
            en: `This requirement points to ${annex.label}, which is informative`,
          },
          hint: {
            zh: '把附录改为（规范性），或把这里改为“参见”“可参考”',
            en: 'Make the annex normative, or turn the sentence into advice',
          },
        };
      }
      const loose = mentions.every(
        ({ run, start }) =>
          run.place === 'note' ||
          run.place === 'example' ||
          run.text.slice(0, start).endsWith('参见'),
      );
      if (annex.normative && mentions.length > 0 && loose && doc.language === 'zh') {
        yield {
          range: annex.headingRange,
          message: {
            zh: `${annex.label}是规范性的，但正文只在注、示例里或以“参见”提到它`,
            en: `${annex.label} is normative but mentioned only in notes, examples or by 参见`,
          },
          hint: {
            zh: '在有关的要求里写“应符合[#…]的规定”，或改为（资料性）',
            en: 'Point to it from a requirement, or make it informative',
          },
        };
      }
    }
  },
};
