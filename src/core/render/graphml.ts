import { xml } from '../base/html.ts';

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly status: string;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
}

/** A directed graph as GraphML 1.0, which yEd, Gephi and Cytoscape read; an edge names nodes by their ids. */
export function writeGraphml(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string {
  const data = (key: string, value: string) => xml`<data key="${key}">${value}</data>`;
  const key = (id: string, of: string) =>
    xml`<key id="${id}" for="${of}" attr.name="${id}" attr.type="string"/>`;
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${key('label', 'node')}${key('status', 'node')}${key('relation', 'edge')}
<graph id="references" edgedefault="directed">
${nodes.map(({ id, label, status }) => xml`<node id="${id}">${data('label', label)}${data('status', status)}</node>\n`)}${edges.map(({ source, target, relation }) => xml`<edge source="${source}" target="${target}">${data('relation', relation)}</edge>\n`)}</graph>
</graphml>
`.markup;
}
