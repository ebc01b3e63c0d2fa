import ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { ChainStage } from '../../core/systems/schema.ts';

export interface LayoutNode {
  readonly id: string;
  readonly stage: ChainStage;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  /** A way back on purpose. */
  readonly back: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Point {
  readonly id: string;
}

export interface PlacedEdge extends LayoutEdge {
  /** From the border of one box to the border of the other, corners between. */
  readonly points: readonly Point[];
}

/** Columns of stages from left to right, or rows from top to bottom. */
export type Direction = 'right' | 'down';

/** A column or row of the map: a stage of the flow, from its first box to its last. */
export interface StageBand {
  readonly stage: ChainStage;
  readonly start: number;
  readonly length: number;
}

/** Places in user units of an SVG; boxes are `boxSize` wide and high. */
export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly bands: readonly StageBand[];
  /** Top of the row of supporting nodes; absent when there are none. */
  readonly supportTop?: number;
}

export const boxSize = { width: 148, height: 72 } as const;

const gap = { layer: 44, node: 20, edge: 10, band: 40, head: 32 } as const;
const flow: readonly ChainStage[] = ['上游', '中游', '下游'];

/** Placing of boxes that follows edges closely costs too much beyond this many. */
const carefulUpTo = 80;

// Starting it takes most of a second; layouts on one instance follow one another.
let engine: InstanceType<typeof ELK> | undefined;

/**
 * Lay a chain out stage after stage; supporting nodes stand in rows below, and their edges are not drawn, since they
 * would lead everywhere. The same chain gives the same map.
 */
export async function layoutChain(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  direction: Direction,
): Promise<ChainLayout> {
  const main = nodes.filter(({ stage }) => stage !== '支撑');
  const support = nodes.filter(({ stage }) => stage === '支撑');
  const known = new Set(main.map(({ id }) => id));
  const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  // Stages in rows have their names at the left, in columns above.
  const head = direction === 'right' ? { x: 0, y: gap.head } : { x: 0, y: 0 };
  engine ??= new ELK();
  const graph: ElkNode = await engine.layout<ElkNode>({
    id: 'chain',
    layoutOptions: optionsFor(main.length, direction),
    children: main.map(({ id, stage }) => ({
      id,
      ...boxSize,
      layoutOptions: { 'elk.partitioning.partition': String(flow.indexOf(stage)) },
    })),
    edges: drawn.map(({ from, to, back }, index) => ({
      id: `e${index}`,
      // A way back would push its start behind its end: it is laid out forwards and drawn backwards.
      sources: [back ? to : from],
      targets: [back ? from : to],
    })),
  });
  const placed = (graph.children ?? []).map((node) => placeNode(node, head));
  const width = Math.max(graph.width ?? 0, boxSize.width * Math.min(4, support.length));
  const bottom = main.length > 0 ? head.y + (graph.height ?? 0) : 0;
  const rows = placeSupport(support, width, bottom + gap.band + gap.head);
  return {
    width: Math.max(width, ...rows.map(({ x }) => x + boxSize.width)),
    height: Math.max(bottom, ...rows.map(({ y }) => y + boxSize.height)),
    nodes: [...placed, ...rows],
    edges: drawn.map((edge, index) => ({
      ...edge,
      points: pointsOf(graph.edges?.[index], edge.back, head),
    })),
    bands: findBands(main, placed, direction),
    ...(support.length > 0 ? { supportTop: bottom + gap.band } : {}),
  };
}

function optionsFor(count: number, direction: Direction): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction.toUpperCase(),
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.partitioning.activate': 'true',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.spacing.nodeNode': String(gap.node),
    'elk.spacing.edgeNode': String(gap.edge),
    'elk.spacing.edgeEdge': String(gap.edge / 2),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(gap.layer),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(gap.edge),
    'elk.layered.spacing.edgeEdgeBetweenLayers': String(gap.edge / 2),
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.strategy': count > carefulUpTo ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': count > carefulUpTo ? '1' : '7',
    'elk.randomSeed': '1',
  };
}

function placeNode({ id, x = 0, y = 0 }: ElkNode, head: Point): PlacedNode {
  return { id, x: x + head.x, y: y + head.y };
}

function pointsOf(edge: ElkExtendedEdge | undefined, back: boolean, head: Point): readonly Point[] {
  const [section] = edge?.sections ?? [];
  if (!section) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(
    ({ x, y }) => ({ x: x + head.x, y: y + head.y }),
  );
  return back ? points.toReversed() : points;
}

function placeSupport(
  nodes: readonly LayoutNode[],
  width: number,
  top: number,
): readonly PlacedNode[] {
  const step = boxSize.width + gap.node;
  const fit = Math.max(1, Math.floor((width + gap.node) / step));
  const rows = Math.ceil(nodes.length / fit);
  // Rows of about equal length, spread over the width of the map.
  const columns = Math.max(1, Math.ceil(nodes.length / Math.max(1, rows)));
  const spread = columns > 1 ? (width - boxSize.width) / (columns - 1) : 0;
  return nodes.map(({ id }, index) => ({
    id,
    x: (index % columns) * Math.min(spread, step * 1.6),
    y: top + Math.floor(index / columns) * (boxSize.height + gap.node),
  }));
}

function findBands(
  nodes: readonly LayoutNode[],
  placed: readonly PlacedNode[],
  direction: Direction,
): readonly StageBand[] {
  return flow.flatMap((stage): readonly StageBand[] => {
    const ids = new Set(nodes.filter((node) => node.stage === stage).map(({ id }) => id));
    const starts = placed
      .filter(({ id }) => ids.has(id))
      .map(({ x, y }) => (direction === 'right' ? x : y));
    if (starts.length === 0) return [];
    const start = Math.min(...starts);
    const size = direction === 'right' ? boxSize.width : boxSize.height;
    return [{ stage, start, length: Math.max(...starts) + size - start }];
  });
}
