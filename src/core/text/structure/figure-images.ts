import type { Image, Nodes, RootContent } from 'mdast';

/** Whether a node is an image or a blank between images. */
export function isBareImage(node: Nodes): boolean {
  return node.type === 'image' || (node.type === 'text' && node.value.trim() === '');
}

/** A figure's drawings with their titles (`a) …`, a letter where there are several), and what stands beside them. */
export function splitFigure(blocks: readonly RootContent[]): {
  readonly drawings: readonly { readonly image: Image; readonly title: string }[];
  readonly others: readonly RootContent[];
} {
  const images: Image[] = [];
  const others: RootContent[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.children.every(isBareImage)) {
      images.push(...block.children.filter((child) => child.type === 'image'));
    } else others.push(block);
  }
  const drawings = images.map((image, at) => {
    const letter = images.length > 1 ? `${String.fromCharCode(97 + (at % 26))}) ` : '';
    return { image, title: (letter + (image.title ?? '')).trim() };
  });
  return { drawings, others };
}
