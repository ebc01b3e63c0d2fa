import type { Nodes, RootContent } from 'mdast';

/**
 * The tree of a text is mdast (CommonMark, GFM, front matter), with directives, formulae and superscripts as the
 * parser adds them to these types, and with what the dialect adds below. Offsets and columns count UTF-16 code units.
 */
declare module 'mdast' {
  interface HeadingData {
    /** `{#id .group was="earlier"}` behind a heading. */
    hProperties?: Record<string, string | string[]> | undefined;
  }
  interface Link {
    /** Of `[text][id]`: the definition it goes by. */
    identifier?: string;
  }
  interface Image {
    /** Of `![text][id]`: the definition it goes by. */
    identifier?: string;
  }
}

/** A place in the source. */
export type Point = NonNullable<Nodes['position']>['start'];

/** A node of one type. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { readonly type: Type }>;

export type ContainerDirective = NodeOf<'containerDirective'>;
export type TextDirective = NodeOf<'textDirective'>;

const none: readonly RootContent[] = [];

/** Returns the children of a node; none of one that cannot have any. */
export function childrenOf(node: Nodes): readonly RootContent[] {
  return 'children' in node ? node.children : none;
}

/** Returns the literal text of a node (a text, code, a formula, HTML); none of one with children. */
export function valueOf(node: Nodes): string {
  return 'value' in node ? node.value : '';
}

/** Returns the offsets in the source between which a node stands; null of a generated one. */
export function spanOf({ position }: Pick<Nodes, 'position'>): {
  readonly start: number;
  readonly end: number;
} | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

/** Returns the author's source of a node; nothing of a generated one. */
export function sourceOf(node: Pick<Nodes, 'position'>, source: string): string {
  const span = spanOf(node);
  return span ? source.slice(span.start, span.end) : '';
}

/** Returns the title in brackets behind the name of a `:::` block, `:::table[title]`; undefined where it has none. */
export function findLabel(block: Nodes): NodeOf<'paragraph'> | undefined {
  return childrenOf(block).find(isLabel);
}

/** Whether a node is the title in brackets of a `:::` block. */
export function isLabel(node: Nodes): node is NodeOf<'paragraph'> {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}
