import type { ListItem } from 'mdast';
import { readItemId, remarkKind } from '../text/structure/block-kinds.ts';
import { renderInline } from './inline.ts';
import type { TypstContext } from './inline.ts';
import { noTypst, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** Returns the content of a list item. */
export function renderItem(item: ListItem, context: TypstContext): Typst {
  const id = context.marks.get(item)?.id;
  const skip = readItemId(item)?.length ?? 0;
  const body = item.children.map((child, at) => {
    if (child.type !== 'paragraph' || remarkKind(child) !== null) {
      return typst`\n${context.renderBlocks([child], context)}`;
    }
    const text = renderInline(child.children, context, at === 0 ? skip : 0);
    return at === 0 ? text : typst`\n#p[${text}]\n`;
  });
  return typst`${id ? typst`#anchor(${id});` : noTypst}${body}`;
}
