import { locate } from '#core/systems/index.ts';
import { sinceOf } from '../citations.ts';
import type { SystemRule } from '../rule.ts';

export const systemNumberWithdrawn: SystemRule = {
  id: 'system-number-withdrawn',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: { zh: '体系里没有已废止的标准', en: 'A system holds no withdrawn standard' },
  example: '体系里列了已废止、没有接替者的标准；有意保留的写 `keep: true` 和 `remark`',
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
