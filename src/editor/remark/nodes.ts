import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** Attributes of an element as hast writes them. */
export type Properties = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Returns a node that is drawn as an element of a name with attributes (`data.hName`, `data.hProperties`). */
export function asElement<Node extends Nodes>(
  node: Node,
  name: string,
  properties: Properties = {},
): Node {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return { ...node, data: { ...node.data, hName: name, hProperties: Object.fromEntries(given) } };
}

/** Returns a block that is drawn as an element of a name. */
export function makeBlock(
  name: string,
  properties: Properties,
  children: readonly RootContent[],
): RootContent {
  // A quotation is the only block of mdast that may hold any other.
  const block = { type: 'blockquote' as const, children: [...children] as never[] };
  return asElement(block, name, properties);
}

/** Returns a stretch within a line that is drawn as an element of a name. */
export function makeSpan(
  name: string,
  properties: Properties,
  children: readonly RootContent[],
): PhrasingContent {
  const span = { type: 'emphasis' as const, children: [...children] as PhrasingContent[] };
  return asElement(span, name, properties);
}

/** Returns a text node. */
export function makeText(value: string): PhrasingContent {
  return { type: 'text', value };
}
