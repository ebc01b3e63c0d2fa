import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import { findElement, isElement, isMention, textOf } from '../compiled-html.ts';
import type { HtmlElement, HtmlNode } from '../compiled-html.ts';
import { toXmlId } from './ids.ts';
import type { StsContext } from './ids.ts';

/** `break` is allowed in titles and cells only (NISO STS 1.2). */
export type Place = 'text' | 'cell';

/** Inline nodes of compiled HTML as the content of a paragraph, a title or a cell of NISO STS. */
export function writeInline(
  nodes: readonly HtmlNode[],
  context: StsContext,
  place: Place = 'text',
): Html {
  return xml`${nodes.map((node) => writeNode(node, context, place))}`;
}

function writeNode(node: HtmlNode, context: StsContext, place: Place): Html {
  if (typeof node === 'string') return xml`${node}`;
  const inner = (): Html => writeInline(node.children, context, place);
  if (isMention(node)) {
    const dated = /-\d{4}\b/.test(node.key) ? 'dated' : 'undated';
    return xml`<std><std-ref type="${dated}">${inner()}</std-ref></std>`;
  }
  switch (node.tag) {
    case 'em':
      return xml`<italic>${inner()}</italic>`;
    case 'strong':
      return xml`<bold>${inner()}</bold>`;
    case 'code':
      return xml`<monospace>${inner()}</monospace>`;
    case 'sup':
      return writeSuperscript(node, context, place);
    case 'sub':
      return xml`<sub>${inner()}</sub>`;
    case 'br':
      return place === 'cell' ? xml`<break/>` : xml`<styled-content style-type="line-break"/>`;
    case 'img':
      return writeImage(node, 'inline-graphic');
    case 'a':
      return writeLink(node, inner(), context);
    case 'span':
      return writeSpan(node, inner(), context);
    default:
      return inner();
  }
}

function writeSuperscript(node: HtmlElement, context: StsContext, place: Place): Html {
  const link = findElement(node.children, ({ tag }) => tag === 'a');
  const target = link?.attributes['href'];
  if (node.classes.includes('footnote-ref') && target) {
    return xml`<xref ref-type="fn" rid="${toXmlId(target.slice(1))}"><sup>${textOf(node.children)}</sup></xref>`;
  }
  return xml`<sup>${writeInline(node.children, context, place)}</sup>`;
}

function writeLink(node: HtmlElement, inner: Html, { kindOf }: StsContext): Html {
  const href = node.attributes['href'] ?? '';
  if (!href.startsWith('#')) {
    return xml`<ext-link ext-link-type="uri" xlink:href="${href}">${inner}</ext-link>`;
  }
  const id = href.slice(1);
  const kind = kindOf(id);
  return kind ? xml`<xref ref-type="${kind}" rid="${toXmlId(id)}">${inner}</xref>` : inner;
}

function writeSpan(node: HtmlElement, inner: Html, context: StsContext): Html {
  const { classes, attributes } = node;
  if (classes.includes('katex') || classes.includes('katex-display')) {
    return writeMath(node, 'inline-formula');
  }
  if (classes.includes('provision')) {
    const id = attributes['id'];
    const detail = context.takeDetail(id, textOf(node.children));
    return xml`<styled-content${id && xml` id="${context.claim(id)}"`} style-type="${attributes['data-type'] ?? ''}"${detail && xml` style-detail="${detail}"`} specific-use="provision">${inner}</styled-content>`;
  }
  return inner;
}

/** A picture of the standard's folder, with what it shows in words. */
export function writeImage(
  { attributes }: HtmlElement,
  element: 'graphic' | 'inline-graphic',
): Html {
  const words = attributes['alt'] ? xml`<alt-text>${attributes['alt']}</alt-text>` : noHtml;
  return xml`<${element} xlink:href="${attributes['src'] ?? ''}">${words}</${element}>`;
}

/** A formula as MathML and as the TeX it was written in; one that could not be drawn as it is written. */
export function writeMath(
  node: HtmlElement,
  element: 'inline-formula' | 'disp-formula',
  id?: string,
  label?: string,
): Html {
  const math = findElement([node], ({ tag }) => tag === 'math');
  const tex = findElement([node], ({ tag }) => tag === 'annotation');
  const head = xml`${id && xml` id="${id}"`}`;
  const number = label ? xml`<label>${label}</label>` : noHtml;
  if (!math || !tex) {
    return xml`<${element}${head}>${number}<tex-math>${textOf(node.children)}</tex-math></${element}>`;
  }
  const drawn = findElement(math.children, ({ tag }) => tag === 'mrow') ?? math;
  const display = element === 'disp-formula' ? xml` display="block"` : noHtml;
  return xml`<${element}${head}>${number}<alternatives><mml:math${display}>${writeMathMl(drawn)}</mml:math><tex-math>${textOf(tex.children)}</tex-math></alternatives></${element}>`;
}

function writeMathMl(node: HtmlNode): Html {
  if (typeof node === 'string') return xml`${node}`;
  if (!isElement(node)) return noHtml;
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => name !== 'xmlns' && name !== 'class' && name !== 'style')
    .map(([name, value]) => xml` ${name}="${value}"`);
  return xml`<mml:${node.tag}${attributes}>${node.children.map(writeMathMl)}</mml:${node.tag}>`;
}
