import type { Nodes } from 'mdast';
import { childrenOf } from './nodes.ts';
import type { NodeOf } from './nodes.ts';

/** The nodes of a document, all and, texts aside, by type, in the order of the document. */
export interface Tree {
  readonly nodes: readonly Nodes[];
  readonly byType: ReadonlyMap<string, readonly Nodes[]>;
}

/** Returns a node and all below it, walked once. */
export function readTree(root: Nodes): Tree {
  const nodes: Nodes[] = [];
  const byType = new Map<string, Nodes[]>();
  const visit = (node: Nodes): void => {
    nodes.push(node);
    if (node.type !== 'text') {
      const alike = byType.get(node.type);
      if (alike) alike.push(node);
      else byType.set(node.type, [node]);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return { nodes, byType };
}

/** Returns the nodes of a type, in the order of the document; texts are not kept by type. */
export function listNodes<Type extends Exclude<Nodes['type'], 'text'>>(
  { byType }: Pick<Tree, 'byType'>,
  type: Type,
): readonly NodeOf<Type>[] {
  const isOfType = (node: Nodes): node is NodeOf<Type> => node.type === type;
  return (byType.get(type) ?? []).filter(isOfType);
}
