import type { Graph, GraphNode, GraphProperty, GraphValue } from './nodes.ts';

/** A graph as RDF 1.1 Turtle. Relative ids are relative to the file. */
export function writeTurtle({ prefixes, nodes }: Graph): string {
  const heads = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const bodies = nodes.map(
    (node) => `<${writeIri(node.id ?? '')}> ${writeProperties(node, '  ')} .`,
  );
  return `${heads.join('\n')}\n\n${bodies.join('\n\n')}\n`;
}

function writeProperties({ types, properties }: GraphNode, indent: string): string {
  const said = [
    ...(types.length > 0 ? [`a ${types.join(', ')}`] : []),
    ...properties.map((property) => writeProperty(property, indent)),
  ];
  return said.join(` ;\n${indent}`);
}

function writeProperty({ name, value }: GraphProperty, indent: string): string {
  return `${name} ${writeValue(value, indent)}`;
}

function writeValue(value: GraphValue, indent: string): string {
  if ('id' in value) return `<${writeIri(value.id)}>`;
  if ('blank' in value) return `[ ${writeProperties(value.blank, `${indent}  `)} ]`;
  if ('literal' in value) return `"${value.literal}"^^xsd:${value.type}`;
  return writeString(value.text) + (value.language ? `@${value.language}` : '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A quoted string; control characters by their code. */
function writeString(text: string): string {
  const escaped = text.replaceAll(
    // eslint-disable-next-line no-control-regex
    /["\\\u0000-\u001F\u007F]/g,
    (found) => ESCAPES[found] ?? `\\u${found.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** What an IRI may not hold is written by its code. */
const writeIri = (iri: string): string =>
  iri.replaceAll(
    /[\u0000-\u0020<>"{}|^`\\]/g,
    (found) => `\\u${found.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
