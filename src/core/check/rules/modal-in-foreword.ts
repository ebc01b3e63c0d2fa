import { modalsIn, typeNames } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

export const modalInForeword: DocumentRule = {
  id: 'modal-in-foreword',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.3',
  summary: {
    zh: '前言里不出现要求、推荐、允许型条款',
    en: 'No requirement or recommendation or permission in the foreword',
  },
  examples: {
    bad: '# 前言\n\n使用者应阅读全文。\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 前言\n\n本文件由使用者试用过。\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  *check(view) {
    for (const { run, index, verb, type } of modalsIn(
      view,
      ['requirement', 'recommendation', 'permission'],
      (each) => view.clauseOf(each)?.kind === 'foreword',
    )) {
      yield {
        range: view.rangeOf(run, index, index + verb.length),
        message: {
          zh: `前言里用了“${verb}”，成了${typeNames[type].zh}型条款`,
          en: `"${verb}" makes a ${typeNames[type].en} of the foreword`,
        },
        hint: {
          zh: '改成陈述，或把要求移到正文的章',
          en: 'Make it a statement, or move it to a chapter',
        },
      };
    }
  },
};
