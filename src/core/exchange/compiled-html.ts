import { readText } from '../base/html.ts';

/** An element of the HTML that a clause was compiled to. */
export interface HtmlElement {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

/** A mention of another standard: its key, the clause that is named of it, and what was written. */
export interface HtmlMention {
  readonly key: string;
  readonly clause: string;
  readonly children: readonly HtmlNode[];
}

export type HtmlNode = string | HtmlElement | HtmlMention;

/** Whether a node is an element of HTML. */
export const isElement = (node: HtmlNode): node is HtmlElement =>
  typeof node !== 'string' && 'tag' in node;
/** Whether a node is a mention of another standard. */
export const isMention = (node: HtmlNode): node is HtmlMention =>
  typeof node !== 'string' && 'key' in node;

const VOID = new Set(['br', 'img', 'hr', 'wbr']);
const token =
  /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE001|\uE002|[^<\uE000\uE002]+|</giu;
const attribute = /([a-z][\w:-]*)(?:="([^"]*)")?/giu;

interface Open {
  readonly tag: string;
  readonly children: HtmlNode[];
}

/**
 * The tree of HTML that the render made, mentions of other standards as nodes of their own, and sources of figures as names of
 * files of the standard's folder. What is no markup of the render is text; an element that is never ended ends with the whole.
 */
export function readCompiledHtml(source: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: Open[] = [{ tag: '', children: root }];
  const top = (): Open => open[open.length - 1] ?? { tag: '', children: root };
  for (const match of source.matchAll(token)) {
    const [whole, slash, tag, attributes = '', key, clause = ''] = match;
    if (tag !== undefined) {
      if (slash) {
        if (top().tag === tag && open.length > 1) open.pop();
        continue;
      }
      const children: HtmlNode[] = [];
      top().children.push({ ...readAttributes(attributes), tag, children });
      if (!VOID.has(tag) && !attributes.endsWith('/')) open.push({ tag, children });
    } else if (key !== undefined) {
      const children: HtmlNode[] = [];
      top().children.push({ key: readText(key), clause: readText(clause), children });
      open.push({ tag: '\uE000', children });
    } else if (whole === '\uE002') {
      if (top().tag === '\uE000') open.pop();
    } else top().children.push(readEntities(whole));
  }
  return root;
}

function readAttributes(written: string): Pick<HtmlElement, 'classes' | 'attributes'> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    const text = readEntities(value);
    attributes[name.toLowerCase()] = text.startsWith('\uE003')
      ? decodeURIComponent(text.slice(1))
      : text;
  }
  const classes = (attributes['class'] ?? '').split(' ').filter((name) => name !== '');
  return { classes, attributes };
}

/** KaTeX writes an apostrophe as `&#x27;`; everything else has the entities of our own templates. */
const readEntities = (text: string): string => readText(text).replaceAll('&#x27;', "'");

/** The words of some nodes, without markup. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

/** The first element of some nodes that fulfils a condition, in their order, parents before children. */
export function findElement(
  nodes: readonly HtmlNode[],
  fulfils: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (isElement(node) && fulfils(node)) return node;
    const found = findElement(node.children, fulfils);
    if (found) return found;
  }
  return undefined;
}
