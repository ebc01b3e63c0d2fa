import { parseNumber } from '#core/number/index.ts';
import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

/** Looking for near numbers costs milliseconds each. */
const mostSuggestions = 200;

export const systemNumberUnknown: SystemRule = {
  id: 'system-number-unknown',
  scope: 'system',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '体系里的编号在库里或目录里；没有的，给出相近的编号',
    en: 'A number of a system is in the library or its catalogue; if not, near ones are offered',
  },
  examples: {
    bad: {
      'systems/a.yaml': 'rows:\n  - { node: store, number: GB/T 30928-2014, role: 基础 }\n',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 30982-2014,样例,现行,2026-01-01\n',
    },
    good: {
      'systems/a.yaml': 'rows:\n  - { node: store, number: GB/T 30982-2014, role: 基础 }\n',
      'catalogue/a.csv': 'number,title,status,as_of\nGB/T 30982-2014,样例,现行,2026-01-01\n',
    },
  },
  *check({ system, catalog }) {
    let asked = 0;
    for (const { subject, path, number } of system.rows) {
      if (subject.kind !== 'unknown' || catalog.isKnownAbsent(number)) continue;
      const parsed = parseNumber(number);
      const dated = parsed.ok && parsed.number.year !== null;
      const resolution = catalog.resolve(subject.key, dated);
      const near =
        resolution.kind !== 'unknown'
          ? []
          : resolution.editions.length > 0
            ? resolution.editions.map((edition) => edition.number)
            : ++asked > mostSuggestions
              ? []
              : resolution.nearest.map(({ key }) => catalog.byKey(key)?.number ?? key);
      const names = near.join('、');
      yield {
        range: locate(system.model, path, 'number'),
        message: {
          zh: `库和目录里没有 ${number}`,
          en: `${number} is neither in the library nor in its catalogue`,
        },
        hint:
          names === ''
            ? {
                zh: '核对编号；确有其标准的，在 content/catalogue/ 加一行；还没有的，改写成 planned',
                en: 'Check the number; if it exists, add a row to content/catalogue/; if it does not yet, write planned',
              }
            : { zh: `是不是 ${names}？`, en: `Did you mean ${names}?` },
      };
    }
  },
};
