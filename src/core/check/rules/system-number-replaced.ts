import { heirsInForce } from '#core/catalog/index.ts';
import { locate } from '#core/systems/index.ts';
import { sinceOf } from '../citations.ts';
import type { SystemRule } from '../rule.ts';

export const systemNumberReplaced: SystemRule = {
  id: 'system-number-replaced',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '体系里没有已被代替的标准；只有一个接替者的可自动改',
    en: 'A system holds no replaced standard; a single successor is put in by fix',
  },
  examples: {
    bad: {
      'systems/a.yaml': 'rows:\n  - { node: store, number: GB/T 191-2000, role: 基础 }\n',
      'catalogue/a.csv':
        'number,title,status,replaced_by,as_of\nGB/T 191-2000,样例,被代替,GB/T 191-2008,2026-01-01\nGB/T 191-2008,样例,现行,,2026-01-01\n',
    },
    good: {
      'systems/a.yaml': 'rows:\n  - { node: store, number: GB/T 191-2008, role: 基础 }\n',
      'catalogue/a.csv':
        'number,title,status,replaced_by,as_of\nGB/T 191-2000,样例,被代替,GB/T 191-2008,2026-01-01\nGB/T 191-2008,样例,现行,,2026-01-01\n',
    },
  },
  *check({ system, catalog }) {
    const standing = new Set(
      system.rows.flatMap(({ subject }) =>
        subject.kind === 'standard' ? [subject.entry.key] : [],
      ),
    );
    for (const { subject, state, keep, path, number } of system.rows) {
      if (subject.kind !== 'standard' || state !== 'replaced' || keep) continue;
      const heirs = heirsInForce(subject.entry, catalog);
      const names =
        heirs.map((heir) => `${heir.number}《${heir.title}》`).join('、') ||
        subject.status.replacedBy.join('、');
      const [heir, ...others] = heirs;
      const undoubted = heir && others.length === 0 && !standing.has(heir.key);
      const since = sinceOf(subject.status);
      yield {
        range: locate(system.model, path, 'number'),
        message: {
          zh: `${number} 已被代替${since.zh}，仍在体系里`,
          en: `${number} has been replaced${since.en} and still stands in the system`,
        },
        hint: names
          ? { zh: `现行的是 ${names}`, en: `In force: ${names}` }
          : { zh: '查明接替它的标准', en: 'Find out what replaces it' },
        ...(undoubted && { replacement: quoteNumber(heir.key) }),
      };
    }
  },
};

/** As a YAML scalar: quoted where a plain one could mean something else. */
function quoteNumber(key: string): string {
  return /^[A-Z][\w/. -]*$/.test(key) ? key : `'${key}'`;
}
