import type { List, ListItem, PhrasingContent } from 'mdast';

interface OpenList {
  readonly node: List;
  readonly marker: string;
  readonly id: string | undefined;
}

/** Lists that are open, the outermost first: items come one by one and find their place. */
export class OpenLists {
  private open: OpenList[] = [];

  close(): void {
    this.open = [];
  }

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** Adds an item; the new outermost list where one begins, else undefined. */
  add(
    item: {
      readonly marker: 'dash' | 'letter' | 'number';
      readonly depth: number;
      readonly id: string | undefined;
      readonly isFirst: boolean;
      /** The paragraph of the file that it comes from. */
      readonly place: number;
    },
    children: PhrasingContent[],
  ): List | undefined {
    const { marker, id, isFirst } = item;
    // A number stands under a letter or a dash, and alone where there is none.
    const depth = this.open.length === 0 ? 1 : Math.min(item.depth, this.open.length + 1, 2);
    this.open.length = Math.min(this.open.length, depth);
    const last = this.open[depth - 1];
    const goesOn =
      last !== undefined &&
      last.marker === marker &&
      !isFirst &&
      (marker === 'dash' || last.id === id);
    const node: ListItem = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
      data: { place: item.place },
    };
    if (goesOn) {
      last.node.children.push(node);
      return undefined;
    }
    const list: List = {
      type: 'list',
      ordered: marker !== 'dash',
      ...(marker !== 'dash' && { start: 1 }),
      spread: false,
      children: [node],
    };
    this.open.length = depth - 1;
    const parent = this.open.at(-1)?.node.children.at(-1);
    this.open.push({ node: list, marker, id });
    if (!parent) return list;
    parent.children.push(list);
    return undefined;
  }
}
