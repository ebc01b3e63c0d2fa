import { TableOfContents } from 'docx';
import { contentsDepth, printWords } from '#core/typst/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import type { BookmarkNames } from './bookmarks.ts';

/**
 * The contents: a field that Word fills in with page numbers, and until then the headings with links, for readers that update
 * no fields.
 */
export function writeContents(
  { clauses, language }: ParsedDocument,
  bookmarks: BookmarkNames,
): TableOfContents {
  const depth = contentsDepth(clauses);
  const blank = language === 'zh' ? '\u3000' : ' ';
  return new TableOfContents(printWords[language].contents, {
    hyperlink: true,
    headingStyleRange: `1-${depth}`,
    useAppliedParagraphOutlineLevel: true,
    cachedEntries: clauses
      .filter(({ title, kind, level }) => title !== '' && kind !== 'term' && level <= depth)
      .map(({ id, kind, address, label, title, level, normative }) => {
        const words = printWords[language];
        const nature = normative ? words.normative : words.informative;
        const number = kind === 'annex' ? label + nature : address;
        return {
          title: number === '' ? title : number + blank + title,
          level,
          href: bookmarks.of(id),
        };
      }),
  });
}
