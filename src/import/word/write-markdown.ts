import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';

/** A standard in the Markdown of the library: front matter and text; what a draft says is text and never a mark. */
export function writeMarkdown(meta: Readonly<Record<string, unknown>>, root: Root): string {
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
  });
  // A time or a ratio is no directive: names of directives begin with a letter.
  const plain = text.replace(/(\d)\\:(?=\d)/g, '$1:');
  return `---\n${stringify(meta, { lineWidth: 0 })}---\n\n${plain}`;
}
