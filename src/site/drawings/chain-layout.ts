import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import { listDrawnEdges } from '#core/systems/index.ts';
import type { ChainStage } from '#core/systems/index.ts';
import { layOutGraph } from './layout-engine.ts';

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

/**
 * A column or row of the map: a stage of the flow, from its first box to its last. In a map from top to bottom the
 * supporting nodes are a row like the others.
 */
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
  /** Bottom of the stages of the flow. */
  readonly flowBottom: number;
  /** In a map from left to right, the top of what stands below it: the supporting nodes, if there are any. */
  readonly supportTop?: number;
}

export const boxSize = { width: 164, height: 60 } as const;

/** Within a box, from its left and top: lines of the name, the bar of counts, and the counts themselves. */
export const boxInside = {
  left: 10,
  right: 7,
  line: 20,
  lineStep: 16,
  bar: 46,
  barHeight: 6,
  share: 53,
  shareGap: 10,
} as const;

const gap = { layer: 36, node: 16, edge: 12, band: 36, head: 32 } as const;
const flow: readonly ChainStage[] = ['上游', '中游', '下游'];

/**
 * Lay a chain out stage after stage; supporting nodes stand in rows below, and their edges are not drawn, since they
 * would lead everywhere. The same chain gives the same map. Null where it cannot be laid out.
 * @param abreast most boxes side by side in one layer, as far as the edges allow; any number when absent
 */
export async function layoutChain(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  direction: Direction,
  abreast?: number,
): Promise<ChainLayout | null> {
  const main = nodes.filter(({ stage }) => stage !== '支撑');
  const support = nodes.filter(({ stage }) => stage === '支撑');
  const drawn = listDrawnEdges(nodes, edges);
  // Stages in rows have their names at the left, in columns above.
  const head = direction === 'right' ? { x: 0, y: gap.head } : { x: 0, y: 0 };
  const ends = joinEdges(drawn);
  const graph = await layOutGraph({
    id: 'chain',
    layoutOptions: optionsFor(direction, abreast),
    children: main.map(({ id, stage }) => ({
      id,
      ...boxSize,
      layoutOptions: {
        'elk.partitioning.partition': String(flow.indexOf(stage)),
        'elk.portConstraints': 'FIXED_SIDE',
      },
      ports: listPorts(id, ends, direction),
    })),
    edges: ends.map(({ source, target }, index) => ({
      id: `e${index}`,
      sources: [source.port],
      targets: [target.port],
    })),
  });
  if (!graph) return null;
  const placed = (graph.children ?? []).map((node) => placeNode(node, head));
  const width = Math.max(graph.width ?? 0, boxSize.width * Math.min(4, support.length));
  const bottom = main.length > 0 ? head.y + (graph.height ?? 0) : 0;
  const supportTop = main.length > 0 ? bottom + gap.band : 0;
  const rows = placeSupport(support, width, supportTop + head.y);
  const bands = findBands(nodes, [...placed, ...rows], direction);
  return {
    width: Math.max(width, ...rows.map(({ x }) => x + boxSize.width)),
    height: Math.max(bottom, ...rows.map(({ y }) => y + boxSize.height)),
    nodes: [...placed, ...rows],
    edges: drawn.map((edge, index) => ({
      ...edge,
      points: pointsOf(graph.edges?.[index], edge.back, head),
    })),
    bands,
    flowBottom: bottom,
    ...(support.length > 0 && direction === 'right' ? { supportTop } : {}),
  };
}

interface EdgeEnd {
  readonly node: string;
  readonly port: string;
}

interface EdgeEnds {
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
}

/**
 * Where edges leave and arrive. Those that fan out from a box or run together into one share a point there, and so a
 * trunk, at that end only: were trunks joined at both, nobody could tell which box leads to which.
 * A way back would push its start behind its end: it is laid out forwards, on points of its own, and drawn backwards.
 */
function joinEdges(edges: readonly LayoutEdge[]): readonly EdgeEnds[] {
  const forward = edges.filter(({ back }) => !back);
  const countOf = (key: 'from' | 'to', id: string) =>
    forward.filter((edge) => edge[key] === id).length;
  return edges.map(({ from, to, back }, index): EdgeEnds => {
    const [start, end] = back ? [to, from] : [from, to];
    const fansOut = !back && countOf('from', from) >= countOf('to', to);
    return {
      source: { node: start, port: fansOut ? `${start} out` : `${start} out ${index}` },
      target: { node: end, port: fansOut || back ? `${end} in ${index}` : `${end} in` },
    };
  });
}

function listPorts(id: string, ends: readonly EdgeEnds[], direction: Direction): ElkPort[] {
  const portsOf = (key: 'source' | 'target', side: string): ElkPort[] => {
    const names = ends.flatMap((each) => (each[key].node === id ? [each[key].port] : []));
    return [...new Set(names)].map((name) => ({
      id: name,
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': side },
    }));
  };
  const [first, last] = direction === 'right' ? ['WEST', 'EAST'] : ['NORTH', 'SOUTH'];
  return [...portsOf('target', first), ...portsOf('source', last)];
}

function optionsFor(direction: Direction, abreast: number | undefined): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction.toUpperCase(),
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.partitioning.activate': 'true',
    // Parts without an edge between them would each have stages of their own.
    'elk.separateConnectedComponents': 'false',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.spacing.nodeNode': String(gap.node),
    'elk.spacing.edgeNode': String(gap.edge),
    'elk.spacing.edgeEdge': String(gap.edge / 2),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(gap.layer),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(gap.edge),
    'elk.layered.spacing.edgeEdgeBetweenLayers': String(gap.edge / 2),
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': '12',
    ...(abreast === undefined
      ? {}
      : {
          'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
          'elk.layered.layering.coffmanGraham.layerBound': String(abreast),
        }),
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

/** Rows of equal length, as wide as the map allows. */
function placeSupport(
  nodes: readonly LayoutNode[],
  width: number,
  top: number,
): readonly PlacedNode[] {
  const step = { x: boxSize.width + gap.node, y: boxSize.height + gap.node };
  const fit = Math.max(1, Math.floor((width + gap.node) / step.x));
  const rows = Math.max(1, Math.ceil(nodes.length / fit));
  const columns = Math.max(1, Math.ceil(nodes.length / rows));
  return nodes.map(({ id }, index) => ({
    id,
    x: (index % columns) * step.x,
    y: top + Math.floor(index / columns) * step.y,
  }));
}

function findBands(
  nodes: readonly LayoutNode[],
  placed: readonly PlacedNode[],
  direction: Direction,
): readonly StageBand[] {
  const stages = direction === 'right' ? flow : [...flow, '支撑' as const];
  return stages.flatMap((stage): readonly StageBand[] => {
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
