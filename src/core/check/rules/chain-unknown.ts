import { nearestName } from '../near.ts';
import type { LibraryRule } from '../rule.ts';

export const chainUnknown: LibraryRule = {
  id: 'chain-unknown',
  scope: 'library',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '产业链在 vocabulary/chains.yaml 里',
    en: 'A chain stands in vocabulary/chains.yaml',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-1-2024/index.md':
        '---\nnumber: DB9999/T 1—2024\nchains: [coldchain]\n---\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
    good: {
      'standards/local/db9999-t-1-2024/index.md':
        '---\nnumber: DB9999/T 1—2024\nchains: [cold-chain]\n---\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
  },
  *check({ rows, chains }) {
    if (chains.length === 0) return;
    for (const row of rows) {
      for (const [index, id] of row.meta.chains.entries()) {
        if (chains.includes(id)) continue;
        const near = nearestName(id, chains);
        yield {
          row,
          at: { meta: `chains.${index}` },
          message: {
            zh: `产业链“${id}”不在 vocabulary/chains.yaml 里`,
            en: `The chain "${id}" is not in vocabulary/chains.yaml`,
          },
          hint: { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` },
        };
      }
    }
  },
};
