import type { RootContent } from 'mdast';
import { childrenOf, findLabel, isLabel } from '../text/syntax/nodes.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { plainText } from '../text/syntax/syntax.ts';
import { renderInline } from './inline.ts';
import type { TypstContext } from './inline.ts';
import { noTypst, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** What tables and figures have alike. */
export interface ExhibitParts {
  /** Arguments: its address, number, title, and the unit of all values. */
  readonly head: Typst;
  readonly inner: TypstContext;
  readonly rest: readonly RootContent[];
  /** The footnotes below it, one a paragraph. */
  readonly footnotes: readonly Typst[];
}

/** Returns the parts of a table or a figure. */
export function openExhibit(block: ContainerDirective, context: TypstContext): ExhibitParts {
  const { id = '', label = '', footnotes = [] } = context.marks.get(block) ?? {};
  const title = findLabel(block);
  const alternative = `${label} ${title ? plainText(title) : ''}`.trim();
  const inner = { ...context, inExhibit: true, alternative };
  const unit = block.attributes?.unit;
  return {
    head: typst`id: ${id}, label: ${label}, title: [${title ? renderInline(title.children, inner) : noTypst}], unit: [${unit ? toContent(unit) : noTypst}]`,
    inner,
    rest: block.children.filter((child) => !isLabel(child)),
    footnotes: footnotes.map(({ label: mark, blocks: [first, ...more] }) => {
      const text = first ? renderInline(childrenOf(first), inner) : noTypst;
      return typst`#exhibit-footnote(${mark})[${text}${inner.renderBlocks(more, inner)}]\n`;
    }),
  };
}
