import type { DocumentRule } from '../rule.ts';

export const referenceListStyle: DocumentRule = {
  id: 'reference-list-style',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '引用文件清单的各项前没有序号，末尾没有句号',
    en: 'Items of the list of references carry no serial number and no full stop',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志。\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 GB/T 191—2008 的规定。',
  },
  keeps: ['Co., Ltd.', 'Inc.', 'No.', 'Vol.'],
  *check({ doc, clauseOf, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (run.place !== 'list' || clauseOf(run)?.kind !== 'references') continue;
      const end = /(?:[。；;]|(?<![A-Za-z])\.)\s*$/.exec(run.text);
      if (end) {
        yield {
          range: rangeOf(run, end.index),
          message: {
            zh: '引用文件清单的项末不加标点',
            en: 'No punctuation at the end of a listed reference',
          },
          hint: { zh: '删去它', en: 'Delete it' },
          fix: fixOf(run, end.index, run.text.length, ''),
        };
      }
      const serial = /^(?:[[［(（]?\d{1,3}[\]］)）、]|[a-z]\))[\s　]*/.exec(run.text);
      if (serial) {
        yield {
          range: rangeOf(run, 0, serial[0].length),
          message: { zh: '引用文件清单不编序号', en: 'Listed references carry no serial number' },
          hint: { zh: '删去它', en: 'Delete it' },
          fix: fixOf(run, 0, serial[0].length, ''),
        };
      }
    }
  },
};
