import type { DocumentRule } from '../rule.ts';

const tracing =
  /追溯|证实|记录|档案|存档|留存|检查|检验|检测|验证|核查|核验|验收|监督|评价|评定|确认/;

const whole = (chapter: string): string =>
  `---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\nfunctionType: 规程\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例的步骤\n\n样例应依次摆放。${chapter}`;

export const procedureWithoutTracing: DocumentRule = {
  id: 'procedure-without-tracing',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 20001.6',
  summary: {
    zh: '规程类标准除程序外还有追溯、证实方法（记录、检查、验收等章条）',
    en: 'A procedure standard holds, beside the steps, how they are traced or verified',
  },
  examples: {
    bad: whole(''),
    good: whole('\n\n# 过程记录\n\n每次摆放的时间应登记。'),
  },
  *check({ doc, metaRange }) {
    const { meta, clauses } = doc;
    if (meta?.functionType !== '规程' || meta.bodyRestricted !== undefined) return;
    const isTraced = clauses.some(
      ({ kind, title }) => ['chapter', 'clause', 'annex'].includes(kind) && tracing.test(title),
    );
    if (isTraced) return;
    yield {
      range: metaRange('functionType'),
      message: {
        zh: '规程类标准没有追溯或证实方法：找不到记录、检查、验收之类的章条',
        en: 'The procedure has no chapter or clause on records, inspection or acceptance',
      },
      hint: {
        zh: '补写怎样证明程序执行过的章条，如“过程记录”；不是规程类的改 functionType',
        en: 'Add a clause on how it is shown that the steps were taken, or change functionType',
      },
    };
  },
};
