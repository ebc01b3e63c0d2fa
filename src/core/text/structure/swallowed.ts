import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import { isOpenComment } from '../syntax/unsafe.ts';

const heading = /^#{1,6}[ \t]/m;

/** What is missing, or mentioned in vain, because the text that holds it became part of a block. */
const consequences =
  /^(?:anchor-lost|xref-unknown|required-elements|core-element|specification-without-test|footnote-unused|reference-unused|term-unused|exhibit-unmentioned|annex-unreached|single-subclause)$/;

/** Whether a block that was never closed took headings into it: a code block, a comment, a `:::` block. */
function hasSwallowed(root: SyntaxNode, source: string): boolean {
  return (root.children ?? []).some((node) => {
    const { type, value = '', position } = node;
    if (type === 'containerDirective')
      return (node.children ?? []).some((child) => child.type === 'heading');
    if (!heading.test(value)) return false;
    if (type === 'html') return isOpenComment(value);
    const written = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    return type === 'code' && /^[`~]{3}/.test(written) && !/\n[ \t>]*[`~]{3,}[ \t]*$/.test(written);
  });
}

/** Findings without those that follow from a block that was never closed; that it is open is a finding of its own. */
export function leaveOutConsequences<T extends Pick<Diagnostic, 'rule'>>(
  found: readonly T[],
  root: SyntaxNode,
  source: string,
): readonly T[] {
  if (!found.some(({ rule }) => consequences.test(rule)) || !hasSwallowed(root, source))
    return found;
  return found.filter(({ rule }) => !consequences.test(rule));
}
