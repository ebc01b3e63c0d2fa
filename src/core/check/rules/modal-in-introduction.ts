import { modalsIn, typeNames } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

export const modalInIntroduction: DocumentRule = {
  id: 'modal-in-introduction',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.4',
  summary: {
    zh: '引言里不出现要求型条款',
    en: 'No requirement in the introduction',
  },
  examples: {
    bad: '# 引言\n\n企业应重视样例。\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 引言\n\n样例关系到企业。\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  *check(view) {
    for (const { run, index, verb, type } of modalsIn(
      view,
      ['requirement'],
      (each) => view.rootOf(each.clause)?.kind === 'introduction',
    )) {
      yield {
        range: view.rangeOf(run, index, index + verb.length),
        message: {
          zh: `引言里用了“${verb}”，成了${typeNames[type].zh}型条款`,
          en: `"${verb}" makes a ${typeNames[type].en} of the introduction`,
        },
        hint: {
          zh: '改成陈述，或把要求移到正文的章',
          en: 'Make it a statement, or move it to a chapter',
        },
      };
    }
  },
};
