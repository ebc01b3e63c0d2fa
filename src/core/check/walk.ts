import type { SyntaxNode } from '../text/syntax/syntax.ts';

/** A node and all below it, in the order of the document. */
export function* nodesOf(node: SyntaxNode): Iterable<SyntaxNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** The author's source of a node; empty for a generated one. */
export function sourceOf({ position }: SyntaxNode, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
