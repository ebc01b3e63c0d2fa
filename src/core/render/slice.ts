import type { Nodes, RootContent } from 'mdast';
import { childrenOf } from '../text/syntax/nodes.ts';

/** How much of a run's text a node holds; footnote marks and images hold none. */
export function widthOf(node: Nodes): number {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value.length;
    case 'break':
    case 'html':
      return 1;
    default:
      return childrenOf(node).reduce((width, child) => width + widthOf(child), 0);
  }
}

/**
 * The part of inline nodes between two offsets of their text, elements cut where a border falls into them. What holds no
 * text stands outside of the part when it stands at a border of it, unless `isOuter`.
 */
export function sliceNodes(
  nodes: readonly RootContent[],
  start: number,
  end: number,
  isOuter: boolean,
): readonly RootContent[] {
  const part: RootContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const from = at;
    const width = widthOf(node);
    at += width;
    if (width === 0) {
      if (isOuter ? from >= start && from <= end : from > start && from < end) part.push(node);
      continue;
    }
    if (at <= start || from >= end) continue;
    if (from >= start && at <= end) part.push(node);
    else if (node.type === 'text') {
      const value = node.value.slice(Math.max(0, start - from), end - from);
      part.push({ ...node, value });
    } else if ('children' in node) {
      const children = sliceNodes(node.children, start - from, end - from, isOuter);
      part.push(Object.assign({ ...node }, { children }));
    } else part.push(node);
  }
  return part;
}
