import type { Counts, Node, System } from '../../core/systems/index.ts';
import type { Language } from '../../core/model/standard.ts';
import { boxSize, layoutChain } from './chain-layout.ts';
import type { ChainLayout, Direction, PlacedEdge, PlacedNode } from './chain-layout.ts';
import { isDrawn } from './system-file-list.ts';

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
  /** The smallest screen it is drawn for. */
  readonly screen: Screen;
  readonly boxes: readonly MapBox[];
  readonly edges: readonly (PlacedEdge & { readonly path: string })[];
}

/** Room around the boxes of a map: its bands are so much wider, and the names of stages stand beside a map from top to bottom. */
export const mapMargin = { band: 10, side: { zh: 58, en: 98 } } as const;

/** Widest drawings, in pixels, that are still easy to read on a tablet, a small and a usual screen. */
const rooms = { tablet: 800, laptop: 1080, desktop: 1216 } as const;
export type Screen = keyof typeof rooms;

type Layout = ChainLayout & { readonly direction: Direction };

const layouts = new WeakMap<System, Promise<readonly Layout[]>>();

/**
 * The drawings of a chain, the one for wide pages first; each fits the smallest `screen` named. From left to right where
 * that is not too wide, else from top to bottom. None for a system without nodes, or with too many.
 */
export async function drawChain(system: System, language: Language): Promise<readonly ChainMap[]> {
  let laid = layouts.get(system);
  if (!laid) layouts.set(system, (laid = layOut(system)));
  const nodes = new Map(system.nodes.map((node) => [node.id, node]));
  return (await laid).map((found) => {
    const { nodes: placed, edges, ...layout } = found;
    return {
      ...layout,
      screen: screenFor(found),
      boxes: placed.flatMap((place) => {
        const node = nodes.get(place.id);
        if (!node) return [];
        return [
          { ...place, node, lines: breakName(node.name[language]), bar: drawBar(node.counts) },
        ];
      }),
      edges: edges.map((edge) => ({ ...edge, path: roundCorners(edge.points) })),
    };
  });
}

async function layOut(system: System): Promise<readonly Layout[]> {
  if (!isDrawn(system)) return [];
  const wide = await findLayout(system, rooms.desktop);
  if (fullWidth(wide) <= rooms.laptop) return [wide];
  const narrow = await findLayout(system, rooms.laptop);
  return fullWidth(narrow) <= rooms.laptop ? [wide, narrow] : [wide];
}

/** The lowest of the layouts that are not wider than `room`, or the narrowest. */
async function findLayout({ nodes, model }: System, room: number): Promise<Layout> {
  let narrowest: Layout | undefined;
  const tries: readonly (readonly [Direction, number?])[] = [
    ['right'],
    ['down'],
    ...[7, 6, 5, 4, 3].map((abreast) => ['down', abreast] as const),
  ];
  for (const [direction, abreast] of tries) {
    // One after the other: the second is only wanted where the first does not fit.
    const layout = { ...(await layoutChain(nodes, model.edges, direction, abreast)), direction };
    if (fullWidth(layout) <= room) return layout;
    if (!narrowest || layout.width < narrowest.width) narrowest = layout;
  }
  return narrowest as Layout;
}

function fullWidth({ width, direction }: Layout): number {
  const { band, side } = mapMargin;
  return width + 2 * band + (direction === 'down' ? side.en : 0);
}

function screenFor(layout: Layout): Screen {
  const width = fullWidth(layout);
  if (width <= rooms.tablet) return 'tablet';
  return width <= rooms.laptop ? 'laptop' : 'desktop';
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
/** Sizes of letters as drawn: names in Chinese at 14 px, in a sans serif of Latin letters at 13 px. */
const hanWidth = 14;
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\uffef]/, hanWidth],
  [/[ijl.,:;'’|!]/, 3.3],
  [/[ tfrI/()[\]-]/, 4.3],
  [/[cksvxyz]/, 6.6],
  [/[mwMW%@—…]/, 11.3],
  [/[A-Z&]/, 9],
];
const letter = 7.3;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, each) => sum + (letterWidths.find(([kind]) => kind.test(each))?.[1] ?? letter),
    0,
  );

/** Two lines at most; what does not fit ends in an ellipsis, and the whole name is in the link's label. */
function breakName(name: string): readonly string[] {
  const words = name
    .split(/(?<=[ 、，])|(?=[与和及（])/)
    .flatMap((word) => (widthOf(word.trimEnd()) <= lineWidth ? [word] : [...word]));
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
