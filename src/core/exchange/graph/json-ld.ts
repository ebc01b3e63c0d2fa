import type { Graph, GraphNode, GraphValue } from './nodes.ts';

type Json = string | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A graph as JSON-LD 1.1: a context of prefixes, and the nodes in their order. Relative ids are relative to the file. */
export function writeJsonLd({ prefixes, nodes }: Graph): string {
  return JSON.stringify({ '@context': prefixes, '@graph': nodes.map(writeNode) });
}

function writeNode({ id, types, properties }: GraphNode): Json {
  const node: Record<string, Json> = {};
  if (id !== undefined) node['@id'] = id;
  if (types.length > 0) node['@type'] = types;
  for (const { name, value } of properties) {
    const written = writeValue(value);
    const before = node[name];
    node[name] =
      before === undefined
        ? written
        : Array.isArray(before)
          ? [...before, written]
          : [before, written];
  }
  return node;
}

function writeValue(value: GraphValue): Json {
  if ('id' in value) return { '@id': value.id };
  if ('blank' in value) return writeNode(value.blank);
  if ('literal' in value) return { '@value': value.literal, '@type': `xsd:${value.type}` };
  return value.language ? { '@value': value.text, '@language': value.language } : value.text;
}
