import { memo } from '#core/base/memo.ts';
import type { Catalog, CatalogEntry } from '#core/catalog/index.ts';
import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemPlanExists: SystemRule = {
  id: 'system-plan-exists',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '计划的标准还没有发布；发布以后改写成编号',
    en: 'A planned standard does not exist yet; once it does its number takes the place',
  },
  examples: {
    bad: {
      'systems/a.yaml': 'rows:\n  - { node: store, planned: 样例, level: 地方, role: 基础 }\n',
    },
    good: {
      'systems/a.yaml': 'rows:\n  - { node: store, planned: 冷库节能, level: 地方, role: 基础 }\n',
    },
  },
  *check({ system, catalog }) {
    const plans = system.rows.filter(({ subject }) => subject.kind === 'planned');
    if (plans.length === 0) return;
    const { titles, numbers } = indexPublished(catalog);
    for (const { subject, title, path } of plans) {
      if (subject.kind !== 'planned') continue;
      const { plan } = subject.plan;
      const found = (plan && numbers.get(bare(plan))) || titles.get(bare(title.zh));
      if (!found) continue;
      yield {
        range: locate(system.model, path, 'planned'),
        message: {
          zh: `计划的《${title.zh}》已经有了：${found.number}`,
          en: `The planned "${title.en ?? title.zh}" exists: ${found.number}`,
        },
        hint: {
          zh: `把 planned、stage、level、year、plan 换成 number: ${found.key}`,
          en: `Replace planned, stage, level, year and plan by number: ${found.key}`,
        },
      };
    }
  },
};

/** What there is, by title and by plan number: the same for all systems. */
const indexPublished = memo((catalog: Catalog) => {
  const titles = new Map<string, CatalogEntry>();
  const numbers = new Map<string, CatalogEntry>();
  for (const entry of catalog.entries) {
    const { status } = catalog.statusOf(entry);
    if (status === '草案' || status === '废止' || status === '被代替') continue;
    titles.set(bare(entry.title), entry);
    const plan = entry.row?.meta.planNumber;
    if (plan) numbers.set(bare(plan), entry);
  }
  return { titles, numbers };
});

/** A title or plan number without spaces and case. */
function bare(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}
