import type { RootContent } from 'mdast';
import type { Footnote, ParsedDocument } from '../text/document.ts';
import { childrenOf } from '../text/syntax/nodes.ts';
import { html } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { renderBlocks, renderFootnotes } from './blocks.ts';
import type { RenderContext } from './inline.ts';

const words = { zh: '脚注', en: 'Footnotes' } as const;

/**
 * Draws the blocks of clauses, each with the text footnotes it mentions first right below it: no browser can put one at
 * the foot of a printed page (GB/T 1.1 has them there), and on a screen there is no page.
 */
export function startBlocks(
  { footnotes, marks }: Pick<ParsedDocument, 'footnotes' | 'marks'>,
  context: RenderContext,
): (blocks: readonly RootContent[]) => Html {
  const left = new Map(footnotes.map((footnote) => [footnote.identifier, footnote]));
  const take = (node: RootContent): readonly Footnote[] => {
    const footnote = node.type === 'footnoteReference' && left.get(node.identifier);
    // A table may letter a footnote of the same name by itself.
    if (footnote && marks.get(node)?.label === footnote.label) {
      left.delete(footnote.identifier);
      return [footnote];
    }
    return childrenOf(node).flatMap(take);
  };
  /** Those of a block, then those that these mention. */
  const takeAll = (block: RootContent): readonly Footnote[] => {
    const taken = [...take(block)];
    for (const { blocks } of taken) taken.push(...blocks.flatMap(take));
    return taken;
  };
  const label = words[context.language];
  if (footnotes.length === 0) return (blocks) => renderBlocks(blocks, context);
  const renderOne = (block: RootContent) => {
    const taken = takeAll(block);
    const below = renderFootnotes(taken, context);
    const drawn = renderBlocks([block], context);
    return taken.length > 0
      ? html`${drawn}<div class="footnotes" role="note" aria-label="${label}">${below}</div>`
      : drawn;
  };
  return (blocks) => html`${blocks.map(renderOne)}`;
}
