import type { Root } from 'mdast';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { sourceOf } from '../syntax/nodes.ts';
import { isOpenComment } from '../syntax/unsafe.ts';

const heading = /^#{1,6}[ \t]/m;

/** What is missing, or mentioned in vain, because the text that holds it became part of a block. */
const consequences =
  /^(?:anchor-lost|xref-unknown|required-elements|core-element|specification-without-test|footnote-unused|reference-unused|term-unused|exhibit-unmentioned|annex-unreached|single-subclause)$/;

/** Whether a block that was never closed took headings into it: a code block, a comment, a `:::` block. */
function hasSwallowed(root: Root, source: string): boolean {
  return root.children.some((node) => {
    if (node.type === 'containerDirective')
      return node.children.some((child) => child.type === 'heading');
    if ((node.type !== 'html' && node.type !== 'code') || !heading.test(node.value)) return false;
    if (node.type === 'html') return isOpenComment(node.value);
    const written = sourceOf(node, source);
    return /^[`~]{3}/.test(written) && !/\n[ \t>]*[`~]{3,}[ \t]*$/.test(written);
  });
}

/** Findings without those that follow from a block that was never closed; that it is open is a finding of its own. */
export function leaveOutConsequences<T extends Pick<Diagnostic, 'rule'>>(
  found: readonly T[],
  root: Root,
  source: string,
): readonly T[] {
  if (!found.some(({ rule }) => consequences.test(rule)) || !hasSwallowed(root, source))
    return found;
  return found.filter(({ rule }) => !consequences.test(rule));
}
