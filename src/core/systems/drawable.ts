import type { ChainStage } from './schema.ts';

/**
 * Bounds of the drawing of a chain. Beyond them it says less than a list, and its layout takes minutes: the work grows
 * with nodes and edges, far more than in proportion. Real chains have one or two edges a node.
 */
export const drawable = { nodes: 80, edgesANode: 2, fewEdges: 20, product: 8000 } as const;

interface ChainNode {
  readonly id: string;
  readonly stage: ChainStage;
}

interface ChainEdge {
  readonly from: string;
  readonly to: string;
}

/** The edges that a drawing shows: between two nodes of the flow. Those of supporting nodes would lead everywhere. */
export function listDrawnEdges<Edge extends ChainEdge>(
  nodes: readonly ChainNode[],
  edges: readonly Edge[],
): readonly Edge[] {
  const flow = new Set(nodes.flatMap(({ id, stage }) => (stage === '支撑' ? [] : [id])));
  return edges.filter(({ from, to }) => from !== to && flow.has(from) && flow.has(to));
}

/** The most edges that a drawing of so many nodes shows. */
export function mostDrawnEdges(nodes: number): number {
  const { edgesANode, fewEdges, product } = drawable;
  return Math.min(Math.max(fewEdges, edgesANode * nodes), Math.floor(product / Math.max(1, nodes)));
}

/** What of a chain is too much for a drawing; null where there is one, and where there are no nodes. */
export function findUndrawn(
  nodes: readonly ChainNode[],
  edges: readonly ChainEdge[],
): 'nodes' | 'edges' | null {
  if (nodes.length > drawable.nodes) return 'nodes';
  return listDrawnEdges(nodes, edges).length > mostDrawnEdges(nodes.length) ? 'edges' : null;
}
