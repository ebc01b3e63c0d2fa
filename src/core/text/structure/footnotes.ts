import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Footnote } from '../document.ts';
import type { Report } from '../report.ts';
import { listNodes } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';
import { annexLetter } from './outline.ts';

/** The footnotes mentioned in the running text, or in one table or figure. */
export interface FootnoteList {
  /** By identifier, in order of first mention. */
  readonly known: Map<string, Footnote>;
  /** Those first mentioned here whose own text has not been numbered. */
  readonly pending: Footnote[];
  /** `a` in a table or figure, `1)` in text (GB/T 1.1—2020, 9.12). */
  readonly lettered: boolean;
}

/** The footnotes an author defined, and which of them were mentioned. */
export interface FootnoteSource {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  readonly mentioned: Set<string>;
}

/** Returns the definitions of footnotes by identifier; of two with one identifier the first, the second is reported. */
export function collectFootnotes(tree: Tree, report: Report): FootnoteSource {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const node of listNodes(tree, 'footnoteDefinition')) {
    const { identifier } = node;
    if (definitions.has(identifier)) {
      report.add({
        rule: 'footnote-duplicate',
        range: report.rangeOf(node),
        message: {
          zh: `脚注 [^${identifier}] 定义了两次，只印第一次的`,
          en: `Footnote [^${identifier}] is defined twice; the first one is printed`,
        },
      });
    } else definitions.set(identifier, node);
  }
  return { definitions, mentioned: new Set() };
}

/** Returns the footnote of a mention with its label; at the first mention in a list it gets the next one. */
export function mentionFootnote(
  node: FootnoteReference,
  list: FootnoteList,
  { definitions, mentioned }: FootnoteSource,
): Footnote {
  const { identifier } = node;
  mentioned.add(identifier);
  const known = list.known.get(identifier);
  if (known) return known;
  const blocks = definitions.get(identifier)?.children ?? [];
  const count = list.known.size;
  const label = list.lettered ? annexLetter(count).toLowerCase() : `${count + 1})`;
  const footnote = { identifier, label, blocks };
  list.known.set(identifier, footnote);
  list.pending.push(footnote);
  return footnote;
}

/** Reports each footnote that is defined and not mentioned. */
export function reportUnmentioned(
  { definitions, mentioned }: FootnoteSource,
  report: Report,
): void {
  for (const [identifier, node] of definitions) {
    if (mentioned.has(identifier)) continue;
    report.add({
      rule: 'footnote-unused',
      range: report.rangeOf(node),
      message: {
        zh: `脚注 [^${identifier}] 没有被提及，不会印出`,
        en: `Footnote [^${identifier}] is never mentioned and is not printed`,
      },
    });
  }
}
