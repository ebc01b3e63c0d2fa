import { xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import { isElement, textOf } from '../compiled-html.ts';
import type { HtmlNode } from '../compiled-html.ts';
import type { StsContext } from './ids.ts';
import { writeInline } from './inline.ts';

/**
 * Footnotes of running text, of a table or of a figure, each with its label. A figure may hold no `fn` (NISO STS 1.2): its
 * footnotes are notes.
 */
export function writeFootnotes(
  nodes: readonly HtmlNode[],
  context: StsContext,
  inside: (nodes: readonly HtmlNode[]) => Html,
  element: 'fn' | 'non-normative-note' = 'fn',
): readonly Html[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || !isElement(node) || !node.classes.includes('footnote'))
      return [];
    const [first, ...rest] = node.children;
    const opening = first && typeof first !== 'string' && isElement(first) ? first.children : [];
    const [mark, blank, ...others] = opening;
    const words = typeof blank === 'string' ? [blank.trimStart(), ...others] : opening.slice(1);
    const label = mark && typeof mark !== 'string' ? textOf(mark.children) : '';
    const id = node.attributes['id'];
    return [
      xml`<${element}${id && xml` id="${context.claim(id)}"`}><label>${label}</label><p>${writeInline(words, context)}</p>${inside(rest)}</${element}>`,
    ];
  });
}
