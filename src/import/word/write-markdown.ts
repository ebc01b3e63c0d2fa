import type { Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import type { Handle, Handlers } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';

declare module 'unist' {
  interface Data {
    /** The paragraph of the file that a node comes from. */
    place?: number;
  }
}

/** A line of a text, counted from 1, and the paragraph of the file that it begins with. */
export interface LineOfPlace {
  readonly place: number;
  readonly line: number;
}

/** A standard in the Markdown of the library: front matter and text; what a draft says is text and never a mark. */
export function writeMarkdown(
  meta: Readonly<Record<string, unknown>>,
  root: Root,
): { readonly markdown: string; readonly lines: readonly LineOfPlace[] } {
  const head = `---\n${stringify(meta, { lineWidth: 0 })}---\n\n`;
  const lines: LineOfPlace[] = [];
  const above = head.split('\n').length - 1;
  const text = toMarkdown(root, {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    fences: true,
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmFootnoteToMarkdown(),
      directiveToMarkdown(),
      mathToMarkdown(),
    ],
    unsafe: [
      { character: '^', inConstruct: 'phrasing' },
      { character: '{', after: '#', inConstruct: 'phrasing' },
      { character: '<', after: '<', inConstruct: 'phrasing' },
    ],
    // Lines of a paragraph follow each other; blank lines part all else.
    join: [],
    handlers: noteLines((place, line) => lines.push({ place, line: above + line })),
  });
  // A time or a ratio is no directive: names of directives begin with a letter.
  const plain = text.replace(/(\d)\\:(?=\d)/g, '$1:');
  return { markdown: `${head}${plain}`, lines };
}

/** Handlers as they are, which tell in which line the node of a place begins. */
function noteLines(tell: (place: number, line: number) => void): Partial<Handlers> {
  const wrap = (handle: Handle | undefined): Handle => {
    if (!handle) throw new TypeError('no handler');
    return (node: Nodes, parent, state, info) => {
      const place = node.data?.place;
      if (place !== undefined) tell(place, info.now.line);
      return handle(node, parent, state, info);
    };
  };
  const given = { ...defaultHandlers, ...directiveToMarkdown().handlers };
  return {
    heading: wrap(given.heading),
    paragraph: wrap(given.paragraph),
    listItem: wrap(given.listItem),
    containerDirective: wrap(given.containerDirective),
  };
}
