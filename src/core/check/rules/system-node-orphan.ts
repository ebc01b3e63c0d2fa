import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemNodeOrphan: SystemRule = {
  id: 'system-node-orphan',
  scope: 'system',
  severity: 'warning',
  source: '标链',
  summary: { zh: '每个环节有走向或有标准', en: 'Each node has an edge or a row' },
  examples: {
    bad: { 'systems/a.yaml': 'edges: []\n' },
    good: { 'systems/a.yaml': 'edges:\n  - { from: store, to: road }\n' },
  },
  *check({ system }) {
    const { model, nodes } = system;
    const linked = new Set(model.edges.flatMap(({ from, to }) => [from, to]));
    for (const { id, name, path, rows, related } of nodes) {
      if (linked.has(id) || rows.length + related.length > 0) continue;
      yield {
        range: locate(model, path, 'id'),
        message: {
          zh: `环节“${name.zh}”没有走向，也没有标准`,
          en: `The node "${name.en}" has neither an edge nor a standard`,
        },
        hint: {
          zh: '在 edges 里连上它，或加上它的标准（没有的写 planned）',
          en: 'Join it in edges, or add its standards (planned ones too)',
        },
      };
    }
  },
};
