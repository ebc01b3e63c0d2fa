import type { Image, List } from 'mdast';
import { splitFigure } from '../text/structure/figure-images.ts';
import { isFigureFile } from '../text/syntax/unsafe.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { renderItem } from './items.ts';
import { openExhibit } from './exhibit.ts';
import type { TypstContext } from './inline.ts';
import { toArray, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** Where the figures of a standard lie for Typst. */
export const figureFolder = '/figures/';

/** A figure with its parts, key, notes and title (GB/T 1.1—2020, 9.7). */
export function renderFigure(block: ContainerDirective, context: TypstContext): Typst {
  const { head, inner, rest, footnotes } = openExhibit(block, context);
  const { drawings, others } = splitFigure(rest);
  const parts = drawings.map(
    ({ image, title }) => typst`part[${toContent(title)}][${renderImage(image, inner)}], `,
  );
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
