import type { Image, List, RootContent } from 'mdast';
import { isFigureFile } from '../text/syntax/unsafe.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { isBareImage, renderItem } from './items.ts';
import { openExhibit } from './exhibit.ts';
import type { TypstContext } from './inline.ts';
import { toArray, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** Where the figures of a standard lie for Typst. */
export const figureFolder = '/figures/';

/** A figure with its parts, key, notes and title (GB/T 1.1—2020, 9.7). */
export function renderFigure(block: ContainerDirective, context: TypstContext): Typst {
  const { head, inner, rest, footnotes } = openExhibit(block, context);
  const images: Image[] = [];
  const others: RootContent[] = [];
  for (const child of rest) {
    if (child.type === 'paragraph' && child.children.every(isBareImage)) {
      images.push(...child.children.filter((each) => each.type === 'image'));
    } else others.push(child);
  }
  const parts = images.map((image, at) => {
    const letter = images.length > 1 ? `${String.fromCharCode(97 + (at % 26))}) ` : '';
    const caption = (letter + (image.title ?? '')).trim();
    return typst`part[${toContent(caption)}][${renderImage(image, inner)}], `;
  });
  const below = others.map((child) =>
    child.type === 'list' && child.ordered === true
      ? renderKey(child, inner)
      : inner.renderBlocks([child], inner),
  );
  return typst`#standard-figure(${head}, ${parts})[\n${below}${footnotes}]\n`;
}

/** 标引序号说明 (GB/T 1.1—2020, 9.7.4). */
function renderKey(list: List, context: TypstContext): Typst {
  const labels = list.children.map((_, at) => `${at + 1}——`);
  const items = list.children.map((item) => typst`[${renderItem(item, context)}], `);
  return typst`#key(${toArray(labels)}, ${items})\n`;
}

/** Returns an image; of one that is no figure of the standard, or is not there, its alternative text. */
export function renderImage(
  { url, alt }: Image,
  { figures, alternative = '' }: TypstContext,
): Typst {
  // PDF/UA wants words for each image.
  const text = alt?.trim() ? alt : alternative || url;
  return isFigureFile(url) && figures.has(url)
    ? typst`#drawing(${figureFolder + url}, ${text});`
    : typst`#emph[${toContent(text)}];`;
}
