import type { Branch } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { EXPORT_WORDS } from '../i18n/system-export.ts';
import { wrapText } from './svg-drawing.ts';
import type { ShownSystem } from '../views/shapes.ts';

/** A numbered box of the 结构图. */
export interface TreeBox {
  readonly branch: Branch<unknown>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The name, broken to the width. */
  readonly lines: readonly string[];
  /** Names the branches that share standards with it; may be empty. */
  readonly related: readonly string[];
  /** Index of the box it belongs to; null at the top. */
  readonly parent: number | null;
}

/** Two branches of the top that share standards: a dashed line between their boxes. */
export interface TreeLink {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly bottom: number;
  readonly standards: number;
}

export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  /** One box for each branch, in their order. */
  readonly boxes: readonly TreeBox[];
  readonly links: readonly TreeLink[];
  /** Heights of the lines that carry the rows of columns, and the boxes below each. */
  readonly buses: readonly { readonly y: number; readonly columns: readonly number[] }[];
}

export const treeGap = { column: 28, indent: 22, box: 12, lane: 15, bus: 22, row: 34 } as const;
/** Of a column with up to three layers. */
const leastWidth = 176;
const mostColumns = 10;
export const nameSize = 14;
export const relatedSize = 11;

/**
 * The sub-systems of the top side by side, what belongs to them below: layers of GB/T 13016 from top to bottom. Places in
 * user units from the bottom of the box of the whole system.
 */
export function layOutTree(system: ShownSystem, language: Language): TreeLayout {
  const { branches } = system;
  const pairs = pairRelated(system);
  const deepest = Math.max(0, ...branches.map(({ depth }) => depth));
  const columnWidth = leastWidth + Math.max(0, deepest - 3) * treeGap.indent;
  const topOf = branches.map((_, at) => climb(branches, at));
  const tops = branches.flatMap(({ parent }, at) => (parent === null ? [at] : []));
  const columns = Math.min(mostColumns, tops.length);
  const isOneRow = tops.length <= mostColumns;
  const shared = isOneRow ? countShared(pairs, topOf) : [];
  const left = new Map(
    tops.map((at, index) => [at, (index % columns) * (columnWidth + treeGap.column)]),
  );
  const { links, height: lanes } = placeLinks(shared, left, columnWidth);
  const sizes = sizeBoxes(branches, pairs, columnWidth, language);
  const { boxes, buses, height } = placeBoxes(
    { branches, sizes, tops, topOf, left, lanes },
    columns,
  );
  const offset = treeGap.bus * 2 + lanes;
  return {
    width: columns * columnWidth + Math.max(0, columns - 1) * treeGap.column,
    height,
    boxes,
    links: links.map((link) => ({ ...link, y: offset - link.y, bottom: offset })),
    buses,
  };
}

type Pair = readonly [number, number];

/** Indexes of branches that share a standard: that of its own, and one it also serves; a pair for each standard. */
function pairRelated({ branches, nodes, rows }: ShownSystem): readonly Pair[] {
  const branchOfNode = new Map(
    nodes.map(({ id, system }) => [id, branches.findIndex(({ code }) => code === system)]),
  );
  return rows.flatMap(({ branch, also }) =>
    [...new Set(also.map((id) => branchOfNode.get(id) ?? -1))]
      .filter((other) => other >= 0 && other !== branch)
      .map((other) => [branch, other] as const),
  );
}

type BoxSize = Pick<TreeBox, 'width' | 'height' | 'lines' | 'related'>;

function sizeBoxes(
  branches: readonly Branch<unknown>[],
  pairs: readonly Pair[],
  columnWidth: number,
  language: Language,
): readonly BoxSize[] {
  const relations = branches.map(() => new Set<number>());
  for (const [one, other] of pairs) {
    relations[one]?.add(other);
    relations[other]?.add(one);
  }
  const say = EXPORT_WORDS[language].relatedTo;
  return branches.map(({ name, depth }, at) => {
    const width = columnWidth - (depth - 1) * treeGap.indent;
    const lines = wrapText(name[language], width - 20, nameSize, 3);
    const others = [...(relations[at] ?? [])].toSorted((a, b) => a - b);
    const text = others.map((each) => branches[each]?.code).join(' ');
    const related = text === '' ? [] : wrapText(say(text), width - 20, relatedSize, 2);
    const height = 34 + lines.length * 18 + related.length * 15;
    return { width, lines, height, related };
  });
}

interface Columns {
  readonly branches: readonly Branch<unknown>[];
  readonly sizes: readonly BoxSize[];
  /** Indexes of the branches of the top, and for each branch the one it hangs below. */
  readonly tops: readonly number[];
  readonly topOf: readonly number[];
  readonly left: ReadonlyMap<number, number>;
  /** Height of the lines above the boxes. */
  readonly lanes: number;
}

/** Rows of at most `columns` columns, each box below the one before it. */
function placeBoxes(
  { branches, sizes, tops, topOf, left, lanes }: Columns,
  columns: number,
): Pick<TreeLayout, 'boxes' | 'buses' | 'height'> {
  const tallest = Math.max(0, ...tops.map((at) => sizes[at]?.height ?? 0));
  const boxes: TreeBox[] = [];
  const buses: TreeLayout['buses'][number][] = [];
  let top = 0;
  for (let start = 0; start < tops.length; start += columns) {
    const row = tops.slice(start, start + columns);
    const y = top + treeGap.bus;
    buses.push({ y, columns: row });
    let bottom = 0;
    for (const at of row) {
      let next = y + treeGap.bus + lanes;
      for (const [index, branch] of branches.entries()) {
        const size = sizes[index];
        if (topOf[index] !== at || !size) continue;
        const x = (left.get(at) ?? 0) + (branch.depth - 1) * treeGap.indent;
        const height = branch.parent === null ? tallest : size.height;
        boxes[index] = { branch, x, y: next, ...size, height, parent: branch.parent };
        next += height + treeGap.box;
      }
      bottom = Math.max(bottom, next - treeGap.box);
    }
    top = bottom + treeGap.row;
  }
  return { boxes, buses, height: Math.max(0, top - treeGap.row) };
}

function climb(branches: readonly Branch<unknown>[], start: number): number {
  let at = start;
  for (;;) {
    const parent = branches[at]?.parent ?? null;
    if (parent === null) return at;
    at = parent;
  }
}

interface Shared {
  readonly one: number;
  readonly other: number;
  readonly standards: number;
}

function countShared(pairs: readonly Pair[], topOf: readonly number[]): readonly Shared[] {
  const counts = new Map<string, Shared>();
  for (const [a, b] of pairs) {
    const ends = [topOf[a] ?? 0, topOf[b] ?? 0].toSorted((x, y) => x - y);
    const [one = 0, other = 0] = ends;
    if (one === other) continue;
    const key = `${one} ${other}`;
    counts.set(key, { one, other, standards: (counts.get(key)?.standards ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Lines above the boxes, each in a lane where it meets no other; short ones lie lowest. `y` counts upwards. */
function placeLinks(
  shared: readonly Shared[],
  left: ReadonlyMap<number, number>,
  columnWidth: number,
): { readonly links: readonly Omit<TreeLink, 'bottom'>[]; readonly height: number } {
  const ends = new Map<number, number[]>();
  for (const { one, other } of shared) {
    ends.set(one, [...(ends.get(one) ?? []), other]);
    ends.set(other, [...(ends.get(other) ?? []), one]);
  }
  // Left and right of the solid line in the middle; the far ones next to it, so that lines do not cross where they rise.
  const endAt = (at: number, other: number): number => {
    const half = columnWidth / 2;
    const isRight = other > at;
    const side = (ends.get(at) ?? [])
      .filter((each) => each > at === isRight)
      .toSorted((a, b) => b - a);
    const step = half / (side.length + 1);
    return (left.get(at) ?? 0) + (isRight ? half : 0) + (side.indexOf(other) + 1) * step;
  };
  const lanes: { start: number; end: number }[][] = [];
  const links = shared
    .toSorted((a, b) => a.other - a.one - (b.other - b.one) || a.one - b.one)
    .map(({ one, other, standards }) => {
      const span = { start: endAt(one, other), end: endAt(other, one) };
      const isFree = (lane: readonly { start: number; end: number }[]) =>
        lane.every(({ start, end }) => end + 8 < span.start || start - 8 > span.end);
      const free = lanes.findIndex(isFree);
      const lane = free < 0 ? lanes.push([]) - 1 : free;
      lanes[lane]?.push(span);
      return { from: span.start, to: span.end, y: (lane + 1) * treeGap.lane, standards };
    });
  return { links, height: lanes.length > 0 ? (lanes.length + 1) * treeGap.lane : 0 };
}
