import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemCodeRepeated: SystemRule = {
  id: 'system-code-repeated',
  scope: 'system',
  severity: 'error',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '体系编号不重复，撤下的不再用',
    en: 'Codes of a system are unique, and retired ones are not used again',
  },
  examples: {
    bad: {
      'systems/a.yaml':
        "rows:\n  - { node: store, code: '1-1', number: DB9999/T 1-2024, role: 基础 }\n  - { node: road, code: '1-1', planned: 冷库节能, level: 地方, role: 基础 }\n",
    },
    good: {
      'systems/a.yaml':
        "rows:\n  - { node: store, code: '1-1', number: DB9999/T 1-2024, role: 基础 }\n  - { node: road, code: '2-1', planned: 冷库节能, level: 地方, role: 基础 }\n",
    },
  },
  *check({ system }) {
    const { branches, rows, retired } = system.model;
    const seen = new Map<string, number | null>(retired.map((code) => [code.toUpperCase(), null]));
    for (const { code, path } of [...branches, ...rows]) {
      if (code === undefined) continue;
      const range = locate(system.model, path, 'code');
      const before = seen.get(code.toUpperCase());
      if (before === undefined) {
        seen.set(code.toUpperCase(), range.start.line);
        continue;
      }
      yield {
        range,
        message:
          before === null
            ? {
                zh: `编号 ${code} 已撤下（retired），不能再用`,
                en: `The code ${code} is retired and cannot be used again`,
              }
            : {
                zh: `编号 ${code} 已在第 ${before} 行`,
                en: `The code ${code} already stands on line ${before}`,
              },
        hint: { zh: '换一个没有用过的编号', en: 'Take a code that was never used' },
      };
    }
  },
};
