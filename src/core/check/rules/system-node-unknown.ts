import { locate } from '#core/systems/index.ts';
import { nearestName } from '../near.ts';
import type { SystemRule } from '../rule.ts';

export const systemNodeUnknown: SystemRule = {
  id: 'system-node-unknown',
  scope: 'system',
  severity: 'error',
  source: '标链',
  summary: { zh: '行和走向写的环节在 nodes 里', en: 'Nodes that rows and edges name are in nodes' },
  examples: {
    bad: { 'systems/a.yaml': 'rows:\n  - { node: stroe, number: DB9999/T 1-2024, role: 基础 }\n' },
    good: { 'systems/a.yaml': 'rows:\n  - { node: store, number: DB9999/T 1-2024, role: 基础 }\n' },
  },
  *check({ system }) {
    const { model } = system;
    const ids = [...new Set(model.nodes.map(({ id }) => id))];
    const known = new Set(ids);
    const named = [
      ...model.edges.flatMap(({ from, to, path }) => [
        { id: from, path, key: 'from' },
        { id: to, path, key: 'to' },
      ]),
      ...model.rows.flatMap(({ node, also, path }) => [
        ...(node === undefined ? [] : [{ id: node, path, key: 'node' }]),
        ...also.map((id, index) => ({ id, path, key: `also.${index}` })),
      ]),
    ];
    for (const { id, path, key } of named) {
      if (known.has(id)) continue;
      const near = nearestName(id, ids);
      yield {
        range: locate(model, path, key),
        message: { zh: `没有环节“${id}”`, en: `There is no node "${id}"` },
        hint: near
          ? { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` }
          : { zh: '在 nodes 里加上它', en: 'Add it to nodes' },
      };
    }
  },
};
