import { loadFact, storeFactOf } from '#library/facts.ts';
import type { KeptLayouts } from '#site/draw-context.ts';

/** A chain takes some ten, 20 KB each; where there are so many, most are of chains as they were once. */
const most = 1000;

/** Layouts of graphs in the store of a cache, for all processes that draw. */
export function keepLayouts(cache: string): KeptLayouts {
  return {
    find: (name) => loadFact(cache, `layout ${name}`),
    keep: (name, layout) => storeFactOf(cache, { kind: 'layout', most }, name, layout),
  };
}
