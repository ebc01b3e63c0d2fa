import { locate } from '#core/systems/index.ts';
import { sinceOf } from '../citations.ts';
import type { SystemRule } from '../rule.ts';

export const systemNumberWithdrawn: SystemRule = {
  id: 'system-number-withdrawn',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: { zh: '体系里没有已废止的标准', en: 'A system holds no withdrawn standard' },
  examples: {
    bad: {
      'systems/a.yaml': 'rows:\n  - { node: store, number: GB/T 7000-2008, role: 基础 }\n',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 7000-2008,样例,废止,2026-01-01\n',
    },
    good: {
      'systems/a.yaml':
        'rows:\n  - { node: store, number: GB/T 7000-2008, keep: true, remark: 供对照, role: 基础 }\n',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 7000-2008,样例,废止,2026-01-01\n',
    },
  },
  *check({ system }) {
    for (const { subject, state, keep, path, number } of system.rows) {
      if (subject.kind !== 'standard' || state !== 'withdrawn' || keep) continue;
      const since = sinceOf(subject.status);
      yield {
        range: locate(system.model, path, 'number'),
        message: {
          zh: `${number} 已废止${since.zh}，仍在体系里`,
          en: `${number} has been withdrawn${since.en} and still stands in the system`,
        },
        hint: {
          zh: '换成现行的标准，或改写成 planned；撤下的编号放进 retired',
          en: 'Put in a standard in force, or write planned; the code of a row taken out goes to retired',
        },
      };
    }
  },
};
