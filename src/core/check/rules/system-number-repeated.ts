import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemNumberRepeated: SystemRule = {
  id: 'system-number-repeated',
  scope: 'system',
  severity: 'error',
  source: 'GB/T 13016—2018',
  summary: { zh: '一项标准在一个体系里只占一行', en: 'A standard has one row in a system' },
  examples: {
    bad: {
      'systems/a.yaml':
        'rows:\n  - { node: store, number: DB9999/T 1-2024, role: 基础 }\n  - { node: road, number: DB9999/T 1-2024, role: 基础 }\n',
    },
    good: {
      'systems/a.yaml':
        'rows:\n  - { node: store, also: [road], number: DB9999/T 1-2024, role: 基础 }\n',
    },
  },
  *check({ system }) {
    for (const { row, first } of system.repeated) {
      yield {
        range: locate(system.model, row.path, 'number'),
        message: {
          zh: `${first.number} 已在 ${first.code}（第 ${locate(system.model, first.path).start.line} 行），这一行不计`,
          en: `${first.number} already stands at ${first.code} (line ${locate(system.model, first.path).start.line}); this row is not counted`,
        },
        hint: {
          zh: '删去这一行，在前一行写 also: [环节]',
          en: 'Delete this row and name the node in also of the first',
        },
      };
    }
  },
};
