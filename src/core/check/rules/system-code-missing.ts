import { codesOfRows, locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemCodeMissing: SystemRule = {
  id: 'system-code-missing',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '有的行写了体系编号，其余的也写；可自动补',
    en: 'Where some rows have a code all have one; it can be put in by fix',
  },
  examples: {
    bad: {
      'systems/a.yaml':
        "rows:\n  - { node: store, code: '1-1', number: DB9999/T 1-2024, role: 基础 }\n  - { node: road, planned: 冷库节能, level: 地方, role: 基础 }\n",
    },
    good: {
      'systems/a.yaml':
        "rows:\n  - { node: store, code: '1-1', number: DB9999/T 1-2024, role: 基础 }\n  - { node: road, code: '2-1', planned: 冷库节能, level: 地方, role: 基础 }\n",
    },
  },
  *check({ system }) {
    const { model } = system;
    if (model.rows.every(({ code }) => code === undefined)) return;
    const codes = codesOfRows(model);
    for (const row of model.rows) {
      if (row.code !== undefined) continue;
      const code = codes.get(row) ?? '';
      const role = locate(model, row.path, 'role');
      const subject = locate(model, row.path, row.planned ? 'planned' : 'number');
      // Keys on one line stand in braces; of a row written line by line the indentation is not known here.
      const inBraces = role.start.line === subject.start.line;
      yield {
        range: role,
        message: {
          zh: '这一行没有体系编号，别的行有',
          en: 'This row has no code while others have',
        },
        hint: { zh: `写 code: '${code}'`, en: `Write code: '${code}'` },
        ...(inBraces && { replacement: `${row.role}, code: '${code}'` }),
      };
    }
  },
};
