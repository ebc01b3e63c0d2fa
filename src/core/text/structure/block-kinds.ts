import { lookUp } from '#core/base/look-up.ts';
import type { ListItem, Nodes } from 'mdast';
import type { Exhibit } from '#core/model/standard.ts';
import { childrenOf } from '../syntax/nodes.ts';
import { examplePrefix, notePrefix } from './words.ts';

export type ExhibitKind = Exhibit['kind'];

const directiveKinds: Readonly<Record<string, ExhibitKind | 'note' | 'example'>> = {
  table: 'table',
  表: 'table',
  figure: 'figure',
  图: 'figure',
  formula: 'formula',
  公式: 'formula',
  note: 'note',
  注: 'note',
  example: 'example',
  示例: 'example',
};

/** What a container directive of the dialect is; null for any other block. */
export function directiveKind(node: Nodes): ExhibitKind | 'note' | 'example' | null {
  return node.type === 'containerDirective' ? (lookUp(directiveKinds, node.name) ?? null) : null;
}

/** `note` or `example` for a directive or for a paragraph that opens with 注： or 示例：. */
export function remarkKind(node: Nodes): 'note' | 'example' | null {
  const kind = directiveKind(node);
  if (kind === 'note' || kind === 'example') return kind;
  if (node.type !== 'paragraph') return null;
  const [first] = node.children;
  const opening = first?.type === 'text' ? first.value : '';
  return notePrefix.test(opening) ? 'note' : examplePrefix.test(opening) ? 'example' : null;
}

/** `{#early} 到货前` → the id and the length it takes. */
export function readItemId(
  item: ListItem,
): { readonly id: string; readonly length: number } | null {
  const [block] = item.children;
  const first = block && childrenOf(block)[0];
  const match = first?.type === 'text' ? /^\{#([^\s{}]+)\}\s*/.exec(first.value) : null;
  return match ? { id: match[1] ?? '', length: match[0].length } : null;
}
