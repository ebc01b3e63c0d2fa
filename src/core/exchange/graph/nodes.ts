/** A value of a property: another node, a text with its language, or a literal of a datatype of XML Schema. */
export type GraphValue =
  | { readonly id: string }
  | { readonly blank: GraphNode }
  | { readonly text: string; readonly language?: string | undefined }
  | { readonly literal: string; readonly type: 'boolean' | 'date' | 'decimal' };

export interface GraphProperty {
  /** Prefix and name: `dcterms:title`. */
  readonly name: string;
  readonly value: GraphValue;
}

/** A thing that is said something of. */
export interface GraphNode {
  /** An IRI, may be relative to the folder of the standard (`./#zones`); absent of nodes that are values only. */
  readonly id?: string;
  readonly types: readonly string[];
  readonly properties: readonly GraphProperty[];
}

export interface Graph {
  /** Namespaces by prefix, all that occur. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly nodes: readonly GraphNode[];
}

type Given = string | null | undefined;

/** A property with a text, in the language that is named; nothing where there is no text. */
export const say = (name: string, text: Given, language?: string): readonly GraphProperty[] =>
  text ? [{ name, value: { text, language } }] : [];

/** The same for each of several texts. */
export const sayAll = (name: string, texts: readonly string[], language?: string) =>
  texts.flatMap((text) => say(name, text, language));

/** A property with a day `YYYY-MM-DD`; nothing where there is none. */
export const sayDay = (name: string, day: Given): readonly GraphProperty[] =>
  day ? [{ name, value: { literal: day, type: 'date' } }] : [];

/** A property that leads to another node of the graph. */
export const lead = (name: string, id: Given): readonly GraphProperty[] =>
  id ? [{ name, value: { id } }] : [];

/** A property with a number, written out in full as `xsd:decimal` asks; of what is no finite number nothing. */
export function sayNumber(name: string, value: number): readonly GraphProperty[] {
  if (!Number.isFinite(value)) return [];
  const short = String(value);
  const literal = /e/i.test(short) ? value.toFixed(20).replace(/\.?0+$/, '') : short;
  return [{ name, value: { literal, type: 'decimal' } }];
}
