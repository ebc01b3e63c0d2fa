import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Image, RootContent } from 'mdast';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { childrenOf, isLabel } from '#core/text/syntax/nodes.ts';
import type { ContainerDirective } from '#core/text/syntax/nodes.ts';
import { printWords } from '#core/typst/index.ts';
import { measureFigure } from '#library/figure-size.ts';
import { typeOf } from '#library/figures.ts';
import { writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';
import { writeCaption, writeExhibitNotes } from './tables.ts';

/** Pixels that a page has room for. */
const widest = 560;
const highest = 760;

/** One white point (PNG), where a drawing could not be made a picture: Word shows the drawing from 2016 on. */
const blank = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  ),
  (sign) => sign.charCodeAt(0),
);

/** A figure with its parts, key, notes and title (GB/T 1.1—2020, 9.7). */
export function writeFigure(block: ContainerDirective, context: WordContext): WordBlock[] {
  const inner = { ...context, inExhibit: true };
  const rest = block.children.filter((child) => !isLabel(child));
  return [
    ...rest.flatMap((child) =>
      child.type === 'list' && child.ordered === true
        ? [
            new Paragraph({ style: 'keyItem', text: printWords[context.document.language].key }),
            ...child.children.map(
              (item, at) =>
                new Paragraph({
                  style: 'keyItem',
                  children: [
                    new TextRun({ text: `${at + 1}——` }),
                    ...item.children.flatMap((each) => writeInline(childrenOf(each), inner)),
                  ],
                }),
            ),
          ]
        : inner.writeBlocks([child], inner, 'note'),
    ),
    ...writeCaption(block, inner),
    ...writeExhibitNotes(block, inner),
  ];
}

/** A paragraph of nothing but images, as images; null of any other. */
export function writePictures(
  { children }: RootContent & { readonly type: 'paragraph' },
  context: WordContext,
): WordBlock[] | null {
  const isPicture =
    children.some(({ type }) => type === 'image') &&
    children.every(
      (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
    );
  if (!isPicture) return null;
  return children
    .filter((child) => child.type === 'image')
    .map((image) => new Paragraph({ style: 'picture', children: [writeImage(image, context)] }));
}

function writeImage(
  { url, alt, title }: Image,
  { figures, lost }: WordContext,
): ImageRun | TextRun {
  const bytes = isFigureFile(url) ? figures.files.get(url) : undefined;
  const type = typeOf(url) ?? '';
  const format = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }[type];
  if (!bytes || format === undefined) {
    lost.push(url);
    return new TextRun({ text: alt ?? url, italics: true });
  }
  const size = measureFigure({ bytes: Buffer.from(bytes), type }) ?? { width: 480, height: 320 };
  const scale = Math.min(1, widest / size.width, highest / size.height);
  const common = {
    transformation: {
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
    },
    altText: { name: url, title: title ?? '', description: alt ?? '' },
  };
  if (format !== 'svg')
    return new ImageRun({ type: format as 'png' | 'jpg', data: bytes, ...common });
  const picture = figures.pictures.get(url) ?? blank;
  return new ImageRun({
    type: 'svg',
    data: bytes,
    fallback: { type: 'png', data: picture },
    ...common,
  });
}
