import { expect, test } from 'vitest';
import { layOutGraph } from '#site/drawings/layout-engine.ts';

const graph = (target: string) => ({
  id: 'chain',
  layoutOptions: { 'elk.algorithm': 'layered' },
  children: [
    { id: 'a', width: 10, height: 10 },
    { id: 'b', width: 10, height: 10 },
  ],
  edges: [{ id: 'e', sources: ['a'], targets: [target] }],
});

test('a graph that cannot be laid out gives nothing, and the next is laid out all the same', async () => {
  const [before, broken, after] = await Promise.all(
    ['b', 'nowhere', 'b'].map((target) => layOutGraph(graph(target))),
  );
  expect(before?.children?.map(({ x }) => x)).toEqual([12, 42]);
  expect(broken).toBeNull();
  const places = (laid: typeof before) => laid?.children?.map(({ id, x, y }) => [id, x, y]);
  expect(places(after)).toEqual(places(before));
});
