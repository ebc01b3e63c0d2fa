import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemRowNowhere: SystemRule = {
  id: 'system-row-nowhere',
  scope: 'system',
  severity: 'error',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '每一行都有位置：环节（node）或子体系（system）',
    en: 'Each row has a place: a node, or a sub-system',
  },
  examples: {
    bad: { 'systems/a.yaml': 'rows:\n  - { number: DB9999/T 1-2024, role: 基础 }\n' },
    good: { 'systems/a.yaml': 'rows:\n  - { node: store, number: DB9999/T 1-2024, role: 基础 }\n' },
  },
  *check({ system }) {
    for (const { node, system: code, path } of system.model.rows) {
      if (node !== undefined || code !== undefined) continue;
      yield {
        range: locate(system.model, path),
        message: {
          zh: '这一行没有位置，没有计入体系',
          en: 'This row has no place and is not in the system',
        },
        hint: {
          zh: '写 node（环节），或 system（子体系编码）',
          en: 'Write node, or system (the code of a sub-system)',
        },
      };
    }
  },
};
