import type { DocumentRule } from '../rule.ts';

const verification =
  /试验|检验|检测|测试|测定|验证|证实|判定|核查|核验|检查|评价|评定|验收|监测|测量/;

export const specificationWithoutTest: DocumentRule = {
  id: 'specification-without-test',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 20001.5',
  summary: {
    zh: '规范类标准除要求外还有证实方法（试验、检验、评价等章条）',
    en: 'A specification standard holds, beside requirements, how they are verified',
  },
  examples: {
    bad: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\nfunctionType: 规范\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\nfunctionType: 规范\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。\n\n# 证实方法\n\n目视检查样例是否完整。",
  },
  *check({ doc, metaRange }) {
    const { meta, clauses } = doc;
    if (meta?.functionType !== '规范' || meta.bodyRestricted !== undefined) return;
    if (
      clauses.some(
        ({ kind, title }) =>
          ['chapter', 'clause', 'annex'].includes(kind) && verification.test(title),
      )
    )
      return;
    yield {
      range: metaRange('functionType'),
      message: {
        zh: '规范类标准没有证实方法：找不到试验、检验、评价之类的章条',
        en: 'The specification has no chapter or clause on testing, inspection or evaluation',
      },
      hint: {
        zh: '补写“试验方法”“证实方法”等章，逐条对应要求；不是规范类的改 functionType',
        en: 'Add a chapter on how each requirement is verified, or change functionType',
      },
    };
  },
};
