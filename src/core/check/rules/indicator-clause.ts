import { findCrossReferences } from '#core/text/meaning/mentions.ts';
import type { DocumentRule } from '../rule.ts';

export const indicatorClause: DocumentRule = {
  id: 'indicator-clause',
  scope: 'document',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '指标所指的条（clause、method）在文件里',
    en: 'The clauses an indicator names (clause, method) exist',
  },
  examples: {
    bad: "---\nnumber: Q/SFH 001—2024\ntitle: 样例\nissuers: [某某家电有限公司]\nics: ['97.040']\nissued: 2024-01-05\nimplemented: 2024-03-01\nindicators:\n  - { name: 噪声, clause: noise, max: 40, unit: dB }\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: Q/SFH 001—2024\ntitle: 样例\nissuers: [某某家电有限公司]\nics: ['97.040']\nissued: 2024-01-05\nimplemented: 2024-03-01\nindicators:\n  - { name: 噪声, clause: noise, max: 40, unit: dB }\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 噪声 {#noise}\n\n噪声应不大于 40 dB。",
  },
  *check({ doc, metaRange }) {
    for (const [index, { name, clause, method }] of (doc.meta?.indicators ?? []).entries()) {
      const named = [
        ['clause', clause] as const,
        ...findCrossReferences(method ?? '').map(({ id }) => ['method', id] as const),
      ];
      for (const [key, id] of named) {
        if (id === undefined || doc.labels.has(id)) continue;
        yield {
          range: metaRange(`indicators.${index}.${key}`),
          message: {
            zh: `指标“${name}”指向 ${id}，文件里没有这个标识`,
            en: `The indicator "${name}" points to ${id}, which is no id in this file`,
          },
          hint: {
            zh: `在规定它的条的标题后写 {#${id}}`,
            en: `Write {#${id}} after the heading of the clause that sets it`,
          },
        };
      }
    }
  },
};
