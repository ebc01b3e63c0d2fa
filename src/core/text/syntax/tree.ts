import type { SyntaxNode } from './syntax.ts';

/** The nodes of a document, all and, texts aside, by type, in the order of the document. */
export interface Tree {
  readonly nodes: readonly SyntaxNode[];
  readonly byType: ReadonlyMap<string, readonly SyntaxNode[]>;
}

/** Returns a node and all below it, walked once. */
export function readTree(root: SyntaxNode): Tree {
  const nodes: SyntaxNode[] = [];
  const byType = new Map<string, SyntaxNode[]>();
  const visit = (node: SyntaxNode): void => {
    const { type, children } = node;
    nodes.push(node);
    if (type !== 'text') {
      const alike = byType.get(type);
      if (alike) alike.push(node);
      else byType.set(type, [node]);
    }
    if (children) for (const child of children) visit(child);
  };
  visit(root);
  return { nodes, byType };
}

/** Returns the author's source of a node; nothing of a generated one. */
export function sourceOf({ position }: SyntaxNode, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
