import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import { findElement, isElement, textOf } from '../compiled-html.ts';
import type { HtmlElement, HtmlNode } from '../compiled-html.ts';
import { writeExhibit } from './exhibits.ts';
import { writeFootnotes } from './footnotes.ts';
import type { StsContext } from './ids.ts';
import { writeImage, writeInline, writeMath } from './inline.ts';

/** The blocks of a clause, and what NISO STS has at the end of a section only. */
export interface StsBlocks {
  readonly body: Html;
  readonly footnotes: readonly Html[];
}

const INLINE = new Set(['em', 'strong', 'code', 'sup', 'sub', 'br', 'a', 'span', 'img']);
const isInline = (node: HtmlNode): boolean =>
  typeof node === 'string' || !isElement(node) || INLINE.has(node.tag);

/** Blocks of compiled HTML as paragraphs, lists, notes, examples, tables, figures and formulae of NISO STS. */
export function writeBlocks(nodes: readonly HtmlNode[], context: StsContext): StsBlocks {
  const footnotes: Html[] = [];
  const body = groupInline(nodes).map((group) => {
    if (!('tag' in group)) return xml`<p>${writeInline(group, context)}</p>`;
    if (group.classes.includes('footnotes')) {
      footnotes.push(...writeFootnotes(group.children, context, (each) => inside(each, context)));
      return noHtml;
    }
    return writeBlock(group, context);
  });
  return { body: xml`${body}`, footnotes };
}

/** Blocks, and between them stretches of inline nodes; stretches of white space alone are left out. */
function groupInline(nodes: readonly HtmlNode[]): readonly (HtmlElement | readonly HtmlNode[])[] {
  const groups: (HtmlElement | HtmlNode[])[] = [];
  for (const node of nodes) {
    if (isInline(node)) {
      const last = groups.at(-1);
      if (Array.isArray(last)) last.push(node);
      else groups.push([node]);
    } else if (typeof node !== 'string' && isElement(node)) groups.push(node);
  }
  return groups.filter((group) => !Array.isArray(group) || isShown(group));
}

const isShown = (nodes: readonly HtmlNode[]): boolean =>
  textOf(nodes).trim() !== '' || findElement(nodes, ({ tag }) => tag === 'img') !== undefined;

const inside = (nodes: readonly HtmlNode[], context: StsContext): Html =>
  writeBlocks(nodes, context).body;

function writeBlock(block: HtmlElement, context: StsContext): Html {
  const { tag, classes, children } = block;
  const exhibit = writeExhibit(block, context, (nodes) => inside(nodes, context));
  if (exhibit) return exhibit;
  if (classes.includes('note')) return writeRemark('non-normative-note', block, context);
  if (classes.includes('example')) return writeRemark('non-normative-example', block, context);
  if (classes.includes('math')) return writeMath(block, 'disp-formula');
  switch (tag) {
    case 'p':
      return writeParagraph(block, context);
    case 'ol':
    case 'ul':
      return writeList(block, context);
    case 'div':
      return classes.includes('figure-key')
        ? writeKey(children, context)
        : inside(children, context);
    case 'blockquote':
      return xml`<disp-quote>${inside(children, context)}</disp-quote>`;
    case 'pre':
      return xml`<preformat>${textOf(children)}</preformat>`;
    default:
      return inside(children, context);
  }
}

function writeParagraph({ classes, children }: HtmlElement, context: StsContext): Html {
  if (classes.includes('picture')) {
    const images = children.filter((child) => typeof child !== 'string' && isElement(child));
    return xml`${images.map((image) => xml`<p>${writeImage(image, 'inline-graphic')}</p>`)}`;
  }
  const role = ['unit', 'term-source'].find((name) => classes.includes(name));
  return xml`<p${role && xml` content-type="${role}"`}>${writeInline(children, context)}</p>`;
}

const isParagraph = (node: HtmlNode): node is HtmlElement =>
  typeof node !== 'string' && isElement(node) && node.tag === 'p';

/** A note or an example: its label first, which the render put at the head of its first paragraph. */
function writeRemark(
  element: 'non-normative-note' | 'non-normative-example',
  block: HtmlElement,
  context: StsContext,
): Html {
  const isLabel = (node: HtmlNode): boolean =>
    typeof node !== 'string' &&
    isElement(node) &&
    node.classes.some((name) => name === 'note-label' || name === 'example-label');
  const label = findElement([block], isLabel);
  const without = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
    nodes
      .filter((node) => !isLabel(node))
      .map((node) => (isParagraph(node) ? { ...node, children: without(node.children) } : node))
      .filter((node) => !isParagraph(node) || node.children.length > 0);
  return xml`<${element}><label>${textOf(label?.children ?? [])}</label>${inside(without(block.children), context)}</${element}>`;
}

/** GB/T 1.1—2020, 7.5: what stands before an item is kept as its label. */
const LIST_TYPES: Readonly<Record<string, string>> = {
  alpha: 'alpha-lower',
  arabic: 'order',
  dash: 'dash',
  dot: 'bullet',
};

/** 标引序号说明: its numbers are labels, without the dash that is printed behind them. */
function writeKey(nodes: readonly HtmlNode[], context: StsContext): Html {
  return xml`${nodes.map((node) => {
    if (typeof node === 'string' || !isElement(node)) return noHtml;
    if (node.tag !== 'ol') return writeBlock(node, context);
    const items = node.children.map((item) =>
      typeof item !== 'string' && isElement(item)
        ? {
            ...item,
            children: item.children.map((child, at) =>
              at === 1 && typeof child === 'string' ? child.replace(/^——/, '') : child,
            ),
          }
        : item,
    );
    return writeList({ ...node, children: items }, context, 'key');
  })}`;
}

function writeList(list: HtmlElement, context: StsContext, content?: 'key'): Html {
  const style = list.classes.find((name) => name in LIST_TYPES) ?? '';
  const said = list.classes.includes('symbols') ? 'where' : content;
  const use = said ? xml` list-content="${said}"` : noHtml;
  const items = list.children.map((item) => {
    if (typeof item === 'string' || !isElement(item)) return noHtml;
    const marker = item.children.find(
      (node) => typeof node !== 'string' && isElement(node) && node.classes.includes('marker'),
    );
    const rest = item.children.filter((node) => node !== marker);
    const id = item.attributes['id'];
    const label = marker && xml`<label>${textOf([marker])}</label>`;
    return xml`<list-item${id && xml` id="${context.claim(id)}"`}>${label}${inside(rest, context)}</list-item>`;
  });
  return xml`<list list-type="${LIST_TYPES[style] ?? 'simple'}"${use}>${items}</list>`;
}
