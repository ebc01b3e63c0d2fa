import { modalsIn, permitsNothing, typeNames } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

export const modalInScope: DocumentRule = {
  id: 'modal-in-scope',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.5',
  summary: {
    zh: '范围里不出现要求、推荐、允许型条款',
    en: 'No requirement or recommendation or permission in the scope',
  },
  examples: {
    bad: '# 范围\n\n样例应完整。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例的完整性要求。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  *check(view) {
    for (const modal of modalsIn(
      view,
      ['requirement', 'recommendation', 'permission'],
      (each) =>
        each.place !== 'example' &&
        (view.clauseOf(each)?.kind === 'scope' || view.rootOf(each.clause)?.kind === 'scope'),
    )) {
      const { run, index, verb, type } = modal;
      if (permitsNothing(run.text, modal)) continue;
      yield {
        range: view.rangeOf(run, index, index + verb.length),
        message: {
          zh: `范围里用了“${verb}”，成了${typeNames[type].zh}型条款`,
          en: `"${verb}" makes a ${typeNames[type].en} of the scope`,
        },
        hint: {
          zh: '改成陈述：“本文件规定了……”“本文件适用于……”，要求移到后面的章',
          en: 'Make it a statement ("This document specifies …"); move the requirement to a later chapter',
        },
      };
    }
  },
};
