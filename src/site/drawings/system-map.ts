import { memo } from '#core/base/memo.ts';
import type { Counts, Node, SystemFacts } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { chainStages } from '#core/systems/index.ts';
import { boxInside, boxSize, layoutChain } from './chain-layout.ts';
import type { ChainLayout, Direction, PlacedEdge, PlacedNode } from './chain-layout.ts';
import { isDrawn } from '../files/system-file-list.ts';
import { breakName } from './system-map-names.ts';

/** A box of the map, ready to be drawn. */
export interface MapBox extends PlacedNode {
  readonly node: Node<unknown>;
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

/** An arrow of the map, ready to be drawn. */
export interface MapEdge extends PlacedEdge {
  readonly path: string;
  /** Where it leads from and to, and what the chain says of it. */
  readonly title: string;
}

export interface ChainMap extends Omit<ChainLayout, 'nodes' | 'edges'> {
  readonly direction: Direction;
  /** The smallest screen it is drawn for. */
  readonly screen: Screen;
  /** Of the drawings of a system the one that is largest on paper. */
  readonly onPaper: boolean;
  /** From upstream to downstream, what supports them last; within a stage as they are read: by rows. */
  readonly boxes: readonly MapBox[];
  readonly edges: readonly MapEdge[];
  /** Length of the longest bar of counts. */
  readonly barLength: number;
  /** The most that a place of it should have: its bar is the whole one, others are as much shorter. */
  readonly most: number;
  /** All of it with its bands and the names of stages. */
  readonly view: View;
}

/** A viewBox. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the boxes of a map: its bands are so much wider, and the names of stages stand beside a map from top to bottom. */
export const mapMargin = { band: 10, side: { zh: 58, en: 98 } } as const;

/** Widest drawings, in pixels, that are still easy to read on a tablet, a small and a usual screen. */
const rooms = { tablet: 800, laptop: 1080, desktop: 1216 } as const;
export type Screen = keyof typeof rooms;

/** What a sheet of A3 has for the map beside the structure, at 96 pixels to the inch; see `system-print.css`. */
const paper = { width: 1088, height: 996 } as const;

/** Nothing is drawn larger than this; see there. */
const mostOnPaper = 1.25;

type Layout = ChainLayout & { readonly direction: Direction };

const layoutsOf = memo(layOut);

/**
 * The drawings of a chain, the one for wide pages first; each fits the smallest `screen` named. From left to right where
 * that is not too wide, else from top to bottom. None for a system without nodes, or with too many of them or of edges.
 */
export async function drawChain(
  system: SystemFacts<unknown>,
  language: Language,
): Promise<readonly ChainMap[]> {
  const found = await layoutsOf(system);
  const views = found.map((layout) => viewOf(layout, language));
  const sizes = views.map(sizeOnPaper);
  const largest = sizes.indexOf(Math.max(...sizes));
  return views.map((view, at) => {
    const layout = found[at] as Layout;
    return {
      ...layout,
      screen: screenFor(layout),
      onPaper: at === largest,
      boxes: fillBoxes(system, layout, language),
      edges: layout.edges.map((edge) => ({
        ...edge,
        path: roundCorners(edge.points),
        title: describeEdge(system, edge, language),
      })),
      barLength: fitBar(system),
      most: mostExpected(system.nodes),
      view,
    };
  });
}

function fillBoxes(
  system: SystemFacts<unknown>,
  layout: Layout,
  language: Language,
): readonly MapBox[] {
  const nodes = new Map(system.nodes.map((node) => [node.id, node]));
  const stageOf = ({ node }: MapBox) => (node.stage ? chainStages.indexOf(node.stage) : 0);
  return layout.nodes
    .flatMap((place): readonly MapBox[] => {
      const node = nodes.get(place.id);
      if (!node) return [];
      return [{ ...place, node, lines: breakName(node.name[language]), bar: drawBar(node.counts) }];
    })
    .toSorted((a, b) => stageOf(a) - stageOf(b) || a.y - b.y || a.x - b.x);
}

function describeEdge(
  { nodes, model }: SystemFacts<unknown>,
  edge: PlacedEdge,
  language: Language,
): string {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name[language] ?? id;
  const label = model.edges.find(
    ({ from, to, back }) => from === edge.from && to === edge.to && back === edge.back,
  )?.label;
  const said = label && (language === 'en' ? label.en || label.zh : label.zh);
  const way = `${nameOf(edge.from)} → ${nameOf(edge.to)}`;
  return said ? `${way}${language === 'en' ? ': ' : '：'}${said}` : way;
}

/** Beside the longest of the counts. */
function fitBar({ nodes }: SystemFacts<unknown>): number {
  const longest = Math.max(...nodes.map(({ counts }) => widthOfShare(counts)));
  return boxSize.width - 2 * boxInside.left - boxInside.shareGap - longest;
}

/** Of `12/13` at 13 px. */
function widthOfShare({ inForce, expected }: Counts): number {
  return 7.4 * `${inForce}${expected}`.length + 4;
}

function viewOf({ direction, width, height }: Layout, language: Language): View {
  const { band, side } = mapMargin;
  // Names of columns stand above them, those of rows beside them.
  const beside = direction === 'down' ? side[language] : 0;
  const above = direction === 'down' ? band : 0;
  return {
    left: -beside - band,
    top: -above,
    width: width + beside + 2 * band,
    height: height + above + band,
  };
}

async function layOut(system: SystemFacts<unknown>): Promise<readonly Layout[]> {
  if (!isDrawn(system)) return [];
  const wide = await findLayout(system, rooms.desktop);
  if (!wide) return [];
  if (fullWidth(wide) <= rooms.laptop) return [wide];
  const narrow = await findLayout(system, rooms.laptop);
  return narrow && fullWidth(narrow) <= rooms.laptop ? [wide, narrow] : [wide];
}

/** The lowest of the layouts that are not wider than `room`, or the narrowest; null where none ends. */
async function findLayout(
  { nodes, model }: SystemFacts<unknown>,
  room: number,
): Promise<Layout | null> {
  let narrowest: Layout | undefined;
  const tries: readonly (readonly [Direction, number?])[] = [
    ['right'],
    ['down'],
    ...[7, 6, 5, 4, 3].map((abreast) => ['down', abreast] as const),
  ];
  for (const [direction, abreast] of tries) {
    // One after the other: the second is only wanted where the first does not fit.
    const laid = await layoutChain(nodes, model.edges, direction, abreast);
    if (!laid) return narrowest ?? null;
    const layout = { ...laid, direction };
    if (fullWidth(layout) <= room) return layout;
    if (!narrowest || layout.width < narrowest.width) narrowest = layout;
  }
  return narrowest as Layout;
}

function fullWidth(layout: Layout): number {
  return viewOf(layout, 'en').width;
}

function sizeOnPaper({ width, height }: View): number {
  return Math.min(paper.width / width, paper.height / height, mostOnPaper);
}

function screenFor(layout: Layout): Screen {
  const width = fullWidth(layout);
  if (width <= rooms.tablet) return 'tablet';
  return width <= rooms.laptop ? 'laptop' : 'desktop';
}

/**
 * The largest number of standards expected at one of some places, the measure of their bars; 0 where there are none.
 */
export function mostExpected(places: readonly { readonly counts: Counts }[]): number {
  return Math.max(0, ...places.map(({ counts }) => counts.expected));
}

/** Below this a bar is too short to tell its parts. */
const shortestBar = 0.15;

/** Length of a bar as a share of the longest: by what the place should have, beside the place that should have most. */
export function scaleBar({ expected }: Pick<Counts, 'expected'>, most: number): number {
  return most === 0 ? 1 : Math.min(1, Math.max(shortestBar, expected / most));
}

/** How much of what is expected is not in force, in thirds, 1 to 3; absent where nothing is in force or all is. */
export function lackOf({ inForce, expected }: Counts): number | undefined {
  if (inForce === 0 || inForce === expected) return undefined;
  return Math.ceil(((expected - inForce) * 3) / expected);
}

/** Parts of a bar from left to right, each with its start and length as a share of what is expected. */
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
