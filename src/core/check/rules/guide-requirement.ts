import type { DocumentRule } from '../rule.ts';

const whole = (verb: string): string =>
  `---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\nfunctionType: 指南\n---\n\n# 范围\n\n本文件给出了样例的建议。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例的选用\n\n样例${verb}每年检查一次。`;

export const guideRequirement: DocumentRule = {
  id: 'guide-requirement',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 20001.7',
  summary: {
    zh: '指南类标准给出建议和信息，不提要求；每个文件提示一次',
    en: 'A guide gives recommendations and information and requires nothing; said once a file',
  },
  examples: { bad: whole('应'), good: whole('宜') },
  *check({ doc, modals, rangeOf }) {
    if (doc.meta?.functionType !== '指南') return;
    const required = doc.provisions.filter(({ type }) => type === 'requirement');
    const first = modals.find(
      ({ type, run }) =>
        type === 'requirement' && required.some(({ clause }) => clause === run.clause),
    );
    if (!first) return;
    const { run, index, verb } = first;
    yield {
      range: rangeOf(run, index, index + verb.length),
      message: {
        zh: `指南里有 ${required.length} 条要求`,
        en: `The guide holds ${required.length} requirement${required.length === 1 ? '' : 's'}`,
      },
      hint: {
        zh: '改成推荐（宜）或陈述；确实要提要求的，改 functionType',
        en: 'Make them recommendations (宜) or statements, or change functionType',
      },
    };
  },
};
