import {
  drawable,
  findUndrawn,
  listDrawnEdges,
  locate,
  mostDrawnEdges,
} from '#core/systems/index.ts';
import type { ExampleFiles, SystemRule } from '../rule.ts';

/** A chain whose first node leads to all others. */
const chainOf = (count: number): ExampleFiles => {
  const ids = Array.from({ length: count }, (_, index) => `n${index + 1}`);
  const nodes = ids.map(
    (id) => `  - { id: ${id}, name: { zh: 环节, en: Link }, stage: 支撑, system: '1' }\n`,
  );
  const edges = ids.slice(1).map((id) => `  - { from: n1, to: ${id} }\n`);
  const rows = '  - { node: n1, number: DB9999/T 1-2024, role: 基础 }\n';
  const parts = ['nodes:\n', ...nodes, 'edges:\n', ...edges, 'rows:\n', rows];
  return { 'systems/a.yaml': parts.join('') };
};

export const systemChainLarge: SystemRule = {
  id: 'system-chain-large',
  scope: 'system',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: `画得出图的产业链：至多 ${drawable.nodes} 个环节，走向至多是环节的 ${drawable.edgesANode} 倍`,
    en: `A chain can be drawn: ${drawable.nodes} nodes at most, and ${drawable.edgesANode} edges a node`,
  },
  examples: {
    bad: chainOf(drawable.nodes + 1),
    good: chainOf(drawable.nodes),
  },
  *check({ system }) {
    const { model } = system;
    const { nodes, edges } = model;
    const reason = findUndrawn(nodes, edges);
    if (reason === 'nodes') {
      yield {
        range: locate(model, nodes[drawable.nodes]?.path ?? ''),
        message: {
          zh: `有 ${nodes.length} 个环节，超过 ${drawable.nodes} 个不画图，只列出环节`,
          en: `There are ${nodes.length} nodes; beyond ${drawable.nodes} they are listed and not drawn`,
        },
        hint: {
          zh: '合并环节，或分成几个体系',
          en: 'Join nodes, or divide the chain into several systems',
        },
      };
    }
    if (reason === 'edges') {
      const drawn = listDrawnEdges(nodes, edges);
      const most = mostDrawnEdges(nodes.length);
      yield {
        range: locate(model, drawn[most]?.path ?? ''),
        message: {
          zh: `${nodes.length} 个环节有 ${drawn.length} 条走向，超过 ${most} 条不画图，只列出环节`,
          en: `There are ${drawn.length} edges between ${nodes.length} nodes; beyond ${most} they are listed and not drawn`,
        },
        hint: {
          zh: '只写直接相连的走向；都相连的，用一个环节汇合，或放到“支撑”里',
          en: 'Write edges between neighbours only; let a node join what leads everywhere, or make it a supporting one (支撑)',
        },
      };
    }
  },
};
