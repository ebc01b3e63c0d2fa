import { indexCitations, listedReferences } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceUnused: DocumentRule = {
  id: 'reference-unused',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '列入“规范性引用文件”的文件在正文里被规范性提及',
    en: 'Every normative reference is cited normatively in the text',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  *check(view) {
    const { meta, references } = view.doc;
    if (meta?.bodyRestricted !== undefined) return;
    const mentions = references.filter(({ role }) => role === 'text' || role === 'source');
    const binding = mentions.filter(({ informative, role }) => !informative || role === 'source');
    const cited = indexCitations(mentions);
    const bound = indexCitations(binding);
    for (const listed of listedReferences(view)) {
      if (bound(listed)) continue;
      yield {
        range: listed.range,
        message: !cited(listed)
          ? { zh: `正文没有提到 ${listed.raw}`, en: `${listed.raw} is listed but never cited` }
          : {
              zh: `${listed.raw} 只在资料性内容里提到`,
              en: `${listed.raw} is cited in informative text only`,
            },
        hint: {
          zh: '在用到它的条文里提及，或从本章删去、移到参考文献',
          en: 'Cite it where it applies, or remove it or move it to the bibliography',
        },
      };
    }
  },
};
