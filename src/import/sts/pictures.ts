import type { Image } from 'mdast';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import type { StsContext } from './context.ts';
import { pictureMissing, pictureUnusable } from './reasons.ts';
import { childOf, settle, wordsOf } from './tree.ts';
import type { StsElement } from './tree.ts';

const largest = 16 * 1024 * 1024;

/** A picture of the file as the text shows it; none, with a finding, where it is not there or no page can show it. */
export function takePicture(element: StsElement, title: string, context: StsContext): Image[] {
  const href = element.attributes['xlink:href'] ?? '';
  const words = wordsOf(childOf(element, 'alt-text', 'long-desc'));
  settle([element], 'text');
  const found = context.findPicture(href);
  if (!found) {
    context.leave('picture', element, `${href} ${words}`.trim(), pictureMissing, true);
    return [];
  }
  const { name, bytes } = found;
  if (!isFigureFile(name) || bytes.length > largest) {
    context.unusable.set(name, bytes);
    context.leave('picture', element, `${name} ${words}`.trim(), pictureUnusable, true);
    return [];
  }
  context.pictures.set(name, bytes);
  return [{ type: 'image', url: name, alt: words || title || name }];
}
