import type { Counts, Node, System } from '../../core/systems/index.ts';
import type { Language } from '../../core/model/standard.ts';
import { boxSize, layoutChain } from './chain-layout.ts';
import type { ChainLayout, Direction, PlacedEdge, PlacedNode } from './chain-layout.ts';

/** A box of the map, ready to be drawn. */
export interface MapBox extends PlacedNode {
  readonly node: Node;
  /** The name, broken to the width of the box. */
  readonly lines: readonly string[];
  readonly bar: readonly BarPart[];
}

export type BarKind = 'in-force' | 'underway' | 'unverified' | 'missing';

/** A stretch of the bar of counts; `start` and `length` are shares of its width. */
export interface BarPart {
  readonly kind: BarKind;
  readonly start: number;
  readonly length: number;
}

export interface ChainMap extends Omit<ChainLayout, 'nodes' | 'edges'> {
  readonly direction: Direction;
  readonly boxes: readonly MapBox[];
  readonly edges: readonly (PlacedEdge & { readonly path: string })[];
}

/** Beyond so many nodes a drawing says less than a list, and takes seconds to lay out. */
const mostDrawn = 80;
/** What fits beside the margins of a page. */
const widest = { right: 1216, down: 960 } as const;

const layouts = new WeakMap<System, Promise<readonly (ChainLayout & { direction: Direction })[]>>();

/**
 * The drawings of a chain: from left to right where that fits a page, and from top to bottom for narrower ones. None for
 * a system without nodes, or with too many.
 */
export async function drawChain(system: System, language: Language): Promise<readonly ChainMap[]> {
  let laid = layouts.get(system);
  if (!laid) layouts.set(system, (laid = layOut(system)));
  const nodes = new Map(system.nodes.map((node) => [node.id, node]));
  return (await laid).map(({ nodes: placed, edges, ...layout }) => ({
    ...layout,
    boxes: placed.flatMap((place) => {
      const node = nodes.get(place.id);
      if (!node) return [];
      return [{ ...place, node, lines: breakName(node.name[language]), bar: drawBar(node.counts) }];
    }),
    edges: edges.map((edge) => ({ ...edge, path: roundCorners(edge.points) })),
  }));
}

async function layOut({ nodes, model }: System) {
  if (nodes.length === 0 || nodes.length > mostDrawn) return [];
  const across = await layoutChain(nodes, model.edges, 'right');
  const down = await layoutChain(nodes, model.edges, 'down');
  return [
    ...(across.width <= widest.right ? [{ ...across, direction: 'right' as const }] : []),
    ...(down.width <= widest.down || across.width > widest.right
      ? [{ ...down, direction: 'down' as const }]
      : []),
  ];
}

/** Shares of what is expected. */
export function drawBar({
  expected,
  inForce,
  underway,
  unverified,
  missing,
}: Counts): readonly BarPart[] {
  if (expected === 0) return [];
  const parts: readonly (readonly [BarKind, number])[] = [
    ['in-force', inForce],
    ['underway', underway],
    ['unverified', unverified],
    ['missing', missing],
  ];
  let start = 0;
  return parts.flatMap(([kind, count]) => {
    if (count === 0) return [];
    const part = { kind, start, length: count / expected };
    start += part.length;
    return [part];
  });
}

const lineWidth = boxSize.width - 20;
const wide = 14;
const narrow = 7.2;

const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? wide : narrow), 0);

/** Two lines at most; what does not fit ends in an ellipsis, and the whole name is in the link's label. */
function breakName(name: string): readonly string[] {
  const words = /[\u2e80-\uffef]/.test(name) ? [...name] : name.split(/(?<= )/);
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.length - 1;
    const line = `${lines[last]}${word}`;
    if (widthOf(line.trimEnd()) <= lineWidth || lines[last] === '') lines[last] = line;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => line.trim());
  if (lines.length > 2) kept[1] = `${shorten(kept[1] ?? '')}…`;
  return kept;
}

function shorten(line: string): string {
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`) > lineWidth) cut = [...cut].slice(0, -1).join('');
  return cut;
}

const radius = 6;

/** An SVG path through points, its corners rounded. */
function roundCorners(points: readonly { readonly x: number; readonly y: number }[]): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      const after = points[at + 1];
      if (!before) return `M${round(x)} ${round(y)}`;
      if (!after) return `L${round(x)} ${round(y)}`;
      const toward = (other: { x: number; y: number }) => {
        const length = Math.hypot(other.x - x, other.y - y);
        const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
        return `${round(x + (other.x - x) * share)} ${round(y + (other.y - y) * share)}`;
      };
      return `L${toward(before)}Q${round(x)} ${round(y)} ${toward(after)}`;
    })
    .join('');
}
