import { indexReferences, isOwn, listedReferences } from '../references.ts';
import type { DocumentRule } from '../rule.ts';

export const referenceUnlisted: DocumentRule = {
  id: 'reference-unlisted',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '规范性提及的文件列入“规范性引用文件”，资料性提及的列入那里或“参考文献”',
    en: 'A document cited normatively is listed in chapter 2; one cited informatively there or in the bibliography',
  },
  examples: {
    bad: '样例应符合 GB/T 191—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  *check(view) {
    if (view.isAmendment) return;
    const { references } = view.doc;
    const normative = indexReferences(listedReferences(view));
    const bibliography = indexReferences(references.filter(({ role }) => role === 'bibliography'));
    const seen = new Set<string>();
    for (const reference of references) {
      if (reference.role !== 'text' || seen.has(reference.key)) continue;
      if (normative.covers(reference) || isOwn(view, reference.key)) continue;
      const inBibliography = bibliography.covers(reference);
      if (reference.informative && inBibliography) continue;
      seen.add(reference.key);
      yield {
        range: reference.range,
        message: inBibliography
          ? {
              zh: `${reference.raw} 在正文里是规范性提及，却只列在参考文献中`,
              en: `${reference.raw} is cited normatively but listed in the bibliography only`,
            }
          : {
              zh: `提到了 ${reference.raw}，但没有列入${reference.informative ? '规范性引用文件或参考文献' : '规范性引用文件'}`,
              en: `${reference.raw} is cited but not listed in ${reference.informative ? 'the normative references or the bibliography' : 'the normative references'}`,
            },
        hint: reference.informative
          ? {
              zh: `在“# 参考文献”里加一项 ${reference.raw}`,
              en: `Add ${reference.raw} to the bibliography`,
            }
          : {
              zh: `在“# 规范性引用文件”里加一项 ${reference.raw}`,
              en: `Add ${reference.raw} to the normative references`,
            },
      };
    }
  },
};
