import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainStages } from '#core/systems/index.ts';
import { boxSize, layoutChain } from '#site/drawings/chain-layout.ts';
import type {
  ChainLayout,
  Direction,
  LayoutEdge,
  LayoutNode,
  Point,
} from '#site/drawings/chain-layout.ts';

interface Chain {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  readonly direction: Direction;
  readonly abreast: number | undefined;
}

/** Chains as they may be written: ways back against the flow, edges twice, to themselves, and to nodes that are not there. */
const chains: fc.Arbitrary<Chain> = fc.integer({ min: 0, max: 14 }).chain((count) =>
  fc.record({
    nodes: fc
      .array(fc.constantFrom(...chainStages), { minLength: count, maxLength: count })
      .map((stages) => stages.map((stage, at) => ({ id: `n${at}`, stage }))),
    edges: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: count }).map((at) => `n${at}`),
        to: fc.integer({ min: 0, max: count }).map((at) => `n${at}`),
        back: fc.boolean(),
      }),
      { maxLength: 24 },
    ),
    direction: fc.constantFrom<Direction>('right', 'down'),
    abreast: fc.constantFrom(undefined, 2, 4),
  }),
);

async function lay({ nodes, edges, direction, abreast }: Chain): Promise<ChainLayout> {
  const layout = await layoutChain(nodes, edges, direction, abreast);
  if (!layout) throw new Error('no layout');
  return layout;
}

const tolerance = 0.01;

function onBorder(point: Point | undefined, box: Point | undefined): boolean {
  if (!point || !box) return false;
  const [x, y] = [point.x - box.x, point.y - box.y];
  const { width, height } = boxSize;
  const near = (a: number, b: number) => Math.abs(a - b) <= tolerance;
  const within = (value: number, length: number) =>
    value >= -tolerance && value <= length + tolerance;
  return (
    ((near(x, 0) || near(x, width)) && within(y, height)) ||
    ((near(y, 0) || near(y, height)) && within(x, width))
  );
}

const boxOf = ({ nodes }: ChainLayout, id: string) => nodes.find((node) => node.id === id);

/** Layouts of random chains, each looked at. */
const always = (look: (layout: ChainLayout, chain: Chain) => void) =>
  fc.assert(
    fc.asyncProperty(chains, async (chain) => look(await lay(chain), chain)),
    { numRuns: 60 },
  );

describe('the layout of a chain', { timeout: 120_000 }, () => {
  test('places every node once, inside the drawing', () =>
    always((layout, { nodes }) => {
      expect(layout.nodes.map(({ id }) => id).toSorted()).toEqual(
        nodes.map(({ id }) => id).toSorted(),
      );
      for (const { x, y } of layout.nodes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + boxSize.width).toBeLessThanOrEqual(layout.width + tolerance);
        expect(y + boxSize.height).toBeLessThanOrEqual(layout.height + tolerance);
      }
    }));

  test('lets no box lie on another', () =>
    always(({ nodes }) => {
      for (const [at, a] of nodes.entries()) {
        for (const b of nodes.slice(at + 1)) {
          const apart =
            Math.abs(a.x - b.x) >= boxSize.width || Math.abs(a.y - b.y) >= boxSize.height;
          expect(apart, `${a.id} ${b.id}`).toBe(true);
        }
      }
    }));

  test('keeps the stages in their order, what supports them last', () =>
    always((layout, { nodes, direction }) => {
      const reach = (stage: string) => {
        const boxes = nodes.flatMap((node) =>
          node.stage === stage ? (boxOf(layout, node.id) ?? []) : [],
        );
        const axis = direction === 'right' && stage !== '支撑' ? 'x' : 'y';
        return boxes.map((box) => box[axis]);
      };
      const flow = ['上游', '中游', '下游'].map(reach).filter((starts) => starts.length > 0);
      for (const [at, next] of flow.slice(1).entries()) {
        expect(Math.max(...(flow[at] ?? []))).toBeLessThan(Math.min(...next));
      }
      const support = reach('支撑');
      const above = nodes.flatMap(({ id, stage }) =>
        stage === '支撑' ? [] : (boxOf(layout, id)?.y ?? []),
      );
      const bottom = Math.max(-Infinity, ...above) + boxSize.height;
      expect(Math.min(Infinity, ...support)).toBeGreaterThan(bottom);
    }));

  test('draws each edge between nodes of the flow from border to border, in right angles', () =>
    always((layout, { nodes, edges }) => {
      const inFlow = new Set(nodes.flatMap(({ id, stage }) => (stage === '支撑' ? [] : [id])));
      const expected = edges.filter(
        ({ from, to }) => inFlow.has(from) && inFlow.has(to) && from !== to,
      );
      expect(layout.edges.map(({ from, to }) => [from, to])).toEqual(
        expected.map(({ from, to }) => [from, to]),
      );
      for (const { from, to, points } of layout.edges) {
        expect(points.length).toBeGreaterThanOrEqual(2);
        expect(onBorder(points[0], boxOf(layout, from)), `${from} start`).toBe(true);
        expect(onBorder(points.at(-1), boxOf(layout, to)), `${to} end`).toBe(true);
        for (const [at, { x, y }] of points.slice(1).entries()) {
          const before = points[at];
          const straight =
            Math.abs(x - (before?.x ?? 0)) <= tolerance ||
            Math.abs(y - (before?.y ?? 0)) <= tolerance;
          expect(straight, `${from} ${to}`).toBe(true);
        }
      }
    }));

  test('is the same for the same chain', () =>
    fc.assert(
      fc.asyncProperty(chains, async (chain) => {
        expect(await lay(chain)).toEqual(await lay(chain));
      }),
      { numRuns: 25 },
    ));

  test('puts fewer boxes abreast where it is told to', async () => {
    const nodes = Array.from({ length: 9 }, (_, at) => ({
      id: `n${at}`,
      stage: at === 0 ? ('上游' as const) : ('中游' as const),
    }));
    const edges = nodes.slice(1).map(({ id }) => ({ from: 'n0', to: id, back: false }));
    const free = await lay({ nodes, edges, direction: 'down', abreast: undefined });
    const narrow = await lay({ nodes, edges, direction: 'down', abreast: 3 });
    expect(free.width).toBeGreaterThan(8 * boxSize.width);
    expect(narrow.width).toBeLessThan(5 * boxSize.width);
    expect(narrow.height).toBeGreaterThan(free.height);
  });
});
