import { modalsIn, permitsNothing, typeNames } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

export const modalInDefinition: DocumentRule = {
  id: 'modal-in-definition',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.7',
  summary: {
    zh: '术语的定义里不出现要求、推荐、允许型条款',
    en: 'No requirement or recommendation or permission in a definition',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样例 | sample {#sample}\n\n应完整的物品\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样例 | sample {#sample}\n\n供展示用的物品\n\n# 样例要求\n\n样例应完整。',
  },
  *check(view) {
    for (const modal of modalsIn(
      view,
      ['requirement', 'recommendation', 'permission'],
      (each) => each.place === 'definition',
    )) {
      const { run, index, verb, type } = modal;
      if (permitsNothing(run.text, modal)) continue;
      yield {
        range: view.rangeOf(run, index, index + verb.length),
        message: {
          zh: `术语的定义里用了“${verb}”，成了${typeNames[type].zh}型条款`,
          en: `"${verb}" makes a ${typeNames[type].en} of a definition`,
        },
        hint: {
          zh: '定义只说是什么；要求移到后面的章',
          en: 'A definition says what a thing is; move the requirement to a later chapter',
        },
      };
    }
  },
};
