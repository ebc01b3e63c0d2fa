import { afterEach, expect, test } from 'vitest';
import { keepLayouts } from '#publish/kept-layouts.ts';
import { setKeptLayouts } from '#site/draw-context.ts';
import { layOutGraph } from '#site/drawings/layout-engine.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';

afterEach(() => setKeptLayouts(undefined));

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

test('a layout that is kept is taken by whoever has the same store, one of another graph is not', async () => {
  const cache = makeFolder();
  setKeptLayouts(keepLayouts(cache));
  const laid = await layOutGraph(graph('b'));
  const other = keepLayouts(cache);
  const names: string[] = [];
  setKeptLayouts({
    find: (name) => {
      names.push(name);
      return other.find(name);
    },
    keep: () => names.push('made'),
  });
  expect(await layOutGraph(graph('b'))).toEqual(laid);
  expect(names).not.toContain('made');
  await layOutGraph(graph('a'));
  expect(names.at(-1)).toBe('made');
  expect(new Set(names).size).toBe(3);
});
