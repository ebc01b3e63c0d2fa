import type { Nodes, RootContent } from 'mdast';
import { childrenOf, spanOf } from '../text/syntax/nodes.ts';

/** Returns where nodes of the given types stand in blocks and below them, in order; what a found node holds is not searched. */
export function* findBlocks(
  blocks: readonly RootContent[],
  types: readonly Nodes['type'][],
): Iterable<{ readonly start: number; readonly end: number }> {
  for (const block of blocks) {
    const span = spanOf(block);
    if (span && types.includes(block.type)) yield span;
    else yield* findBlocks(childrenOf(block), types);
  }
}
