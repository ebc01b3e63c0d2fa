import { locate } from '#core/systems/index.ts';
import { nearestName } from '../near.ts';
import type { SystemRule } from '../rule.ts';

export const systemBranchUnknown: SystemRule = {
  id: 'system-branch-unknown',
  scope: 'system',
  severity: 'error',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '行和环节写的子体系在 tree 里',
    en: 'Sub-systems that rows and nodes name are in tree',
  },
  examples: {
    bad: { 'systems/a.yaml': "rows:\n  - { system: '7', number: DB9999/T 1-2024, role: 基础 }\n" },
    good: { 'systems/a.yaml': "rows:\n  - { system: '2', number: DB9999/T 1-2024, role: 基础 }\n" },
  },
  *check({ system }) {
    const { model } = system;
    const codes = model.branches.map(({ code }) => code);
    const known = new Set(codes);
    for (const { system: code, path } of [...model.nodes, ...model.rows]) {
      if (code === undefined || known.has(code)) continue;
      const near = nearestName(code, codes);
      yield {
        range: locate(model, path, 'system'),
        message: { zh: `没有子体系 ${code}`, en: `There is no sub-system ${code}` },
        hint: near
          ? { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` }
          : { zh: '在 tree 里加上它', en: 'Add it to tree' },
      };
    }
  },
};
