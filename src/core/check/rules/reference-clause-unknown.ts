import { clauseAddress } from '#core/text/meaning/cited-clauses.ts';
import type { LibraryRule } from '../rule.ts';

export const referenceClauseUnknown: LibraryRule = {
  id: 'reference-clause-unknown',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.5',
  summary: { zh: '提及的库内标准的章条确实存在', en: 'A clause cited of a hosted standard exists' },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
      'standards/local/db9999-t-1-2024/index.md':
        '样例应完整。\n\n注：样例的检验见DB9999/T 12—2023中9.9。\n\n# 参考文献\n\n- DB9999/T 12—2023　样例',
    },
    good: {
      'standards/local/db9999-t-12-2023/index.md': '---\nnumber: DB9999/T 12—2023\n---\n',
      'standards/local/db9999-t-1-2024/index.md':
        '样例应完整。\n\n注：样例的检验见DB9999/T 12—2023中第4章。\n\n# 参考文献\n\n- DB9999/T 12—2023　样例',
    },
  },
  *check({ catalog, rows }) {
    const addresses = new Map<string, ReadonlySet<string>>();
    for (const row of rows) {
      for (const { key, dated, targetClauses, raw, range } of row.references) {
        if (!targetClauses) continue;
        const resolution = catalog.resolve(key, dated);
        const target = resolution.kind === 'hosted' ? resolution.entry.row : undefined;
        if (!target || target.meta.bodyRestricted !== undefined) continue;
        let known = addresses.get(target.key);
        if (!known) addresses.set(target.key, (known = new Set(target.addresses)));
        const absent = new Set(
          targetClauses.flatMap((cited) => {
            const address = clauseAddress(cited);
            return address === undefined || known.has(address) ? [] : [address];
          }),
        );
        if (absent.size === 0) continue;
        yield {
          row,
          at: range,
          message: {
            zh: `${target.number} 里没有 ${[...absent].join('、')}（这里写作 ${raw}）`,
            en: `${target.number} has no clause ${[...absent].join(', ')} (cited as ${raw})`,
          },
          hint: {
            zh: '打开该标准核对条号',
            en: 'Open that standard and check the number of the clause',
          },
        };
      }
    }
  },
};
