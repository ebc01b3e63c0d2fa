import type {
  BlockContent,
  DefinitionContent,
  Paragraph as MarkdownParagraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

type Content = BlockContent | DefinitionContent;

/** A block of the dialect: `:::table[题]{#id unit="…"}` round what it holds. */
export function makeBlock(
  name: 'table' | 'figure' | 'formula' | 'example' | 'note',
  {
    label,
    id,
    ...attributes
  }: {
    readonly label?: PhrasingContent[];
    readonly id?: string | undefined;
    readonly unit?: string | undefined;
    readonly headRows?: string | undefined;
  },
  children: readonly RootContent[],
): ContainerDirective {
  const title: MarkdownParagraph[] =
    label && label.length > 0
      ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }]
      : [];
  const given = Object.entries({ id, ...attributes }).filter(([, value]) => value !== undefined);
  return {
    type: 'containerDirective',
    name,
    attributes: Object.fromEntries(given) as Record<string, string>,
    children: [...title, ...(children as Content[])],
  };
}

/** `注：` or `示例：` before a text, or what an English text has there. */
export function makeMarked(
  mark: '注：' | '示例：' | 'Note: ' | 'Example: ',
  children: readonly PhrasingContent[],
): MarkdownParagraph {
  return { type: 'paragraph', children: [{ type: 'text', value: mark }, ...children] };
}
