import type { Heading, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { checkDocument } from '#core/check/index.ts';
import type { StandardMeta } from '#core/model/meta.ts';
import type { CompiledText, Language } from '#core/model/standard.ts';
import { leadOf, listIndex } from '#core/render/boilerplate.ts';
import { renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import type { LedgerEntry, ParsedClause, ParsedDocument } from '#core/text/index.ts';
import { toBlocks, toFootnotes } from './blocks.ts';
import { asElement, makeBlock, makeSpan, makeText } from './nodes.ts';
import { toPhrasing } from './phrasing.ts';
import type { Context } from './phrasing.ts';

export interface StandardOptions {
  readonly language?: Language;
  /** Of a translation: the front matter of the original. */
  readonly original?: StandardMeta | null;
  /** Anchors published before (`anchors.tsv`). */
  readonly ledger?: readonly LedgerEntry[];
  /** The address of another standard by its key (`GB/T 191-2008`); without it numbers are no links. */
  readonly addressOf?: (key: string) => string | undefined;
  /** The language of messages. */
  readonly spoken?: 'zh' | 'en';
}

/** What the plugin leaves in `file.data.standard`. */
export interface ReadStandard extends Pick<
  CompiledText,
  'clauses' | 'provisions' | 'terms' | 'exhibits' | 'references'
> {
  readonly meta: StandardMeta | null;
}

/**
 * The dialect of standards (docs/authoring.md) as a plugin of unified: it parses in place of remark-parse and gives mdast
 * with `data.hName` and `data.hProperties`, which remark-rehype draws with the ids and numbers of the library's own pages.
 * Findings are messages of the file; clauses, provisions, terms, exhibits and references are in `file.data.standard`.
 */
export const remarkStandard: Plugin<[StandardOptions?], Root> = function (options = {}) {
  this.parser = (text, file) => readStandard(text, file, options);
  // Where another parser was set later, the tree is read again from the text.
  return (tree, file) =>
    file.data['standard'] === undefined ? readStandard(String(file), file, options) : tree;
};

function readStandard(text: string, file: VFile, options: StandardOptions): Root {
  const { language = 'zh', original = null, ledger = [], spoken = 'zh' } = options;
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const document = parseDocument(source, {
    file: file.path ?? 'index.md',
    language,
    original,
    ledger,
  });
  const { text: compiled, diagnostics } = renderDocument(document);
  for (const { message, hint, range, rule, severity } of [
    ...document.diagnostics,
    ...diagnostics,
    ...checkDocument(document),
  ]) {
    const { start, end } = range;
    const told = file.message(message[spoken], {
      place: { start: { ...start }, end: { ...end } },
      ruleId: rule,
      source: 'biaolian',
    });
    if (hint) told.note = hint[spoken];
    // An error is no reason to stop: the rest of the text is there.
    told.fatal = severity === 'info' ? undefined : false;
  }
  const { clauses, provisions, terms, exhibits, references } = compiled;
  const read: ReadStandard = {
    meta: document.meta,
    clauses,
    provisions,
    terms,
    exhibits,
    references,
  };
  file.data['standard'] = read;
  return toRoot(document, options);
}

function toRoot(document: ParsedDocument, { addressOf = () => undefined }: StandardOptions): Root {
  const context: Context = { document, addressOf, footnotePrefix: 'fn' };
  const children = document.clauses.flatMap((clause): readonly RootContent[] => [
    toHeading(clause, context),
    ...toLead(clause, document),
    ...toBlocks(clause.blocks, context),
    ...(clause.kind === 'index' ? toIndex(document) : []),
  ]);
  const footnotes = toFootnotes(document.footnotes, context);
  const below =
    footnotes.length > 0 ? [makeBlock('section', { className: ['footnotes'] }, footnotes)] : [];
  const yaml = document.root.children.filter(({ type }) => type === 'yaml');
  return { type: 'root', children: [...yaml, ...children, ...below] };
}

/** The sentence that GB/T 1.1 has before references and terms, where the author wrote none. */
function toLead(clause: ParsedClause, { clauses, language }: ParsedDocument): RootContent[] {
  const lead = leadOf(clause, clauses, language);
  return lead ? [{ type: 'paragraph', children: [makeText(lead)] }] : [];
}

/** The index of terms, each with the link to its entry. */
function toIndex({ terms, clauses }: ParsedDocument): RootContent[] {
  return listIndex(terms, clauses).map(({ name, id, address }) => {
    const link = makeSpan('a', { className: ['xref'], href: `#${id}` }, [makeText(address)]);
    return { type: 'paragraph', children: [makeText(`${name}　`), link] };
  });
}

/** The heading of a clause with its printed number: 「5.2.1」, 「附录A（规范性）」. */
function toHeading(clause: ParsedClause, context: Context): Heading {
  const { heading, kind, address, label, title, titleEn, normative, level, id } = clause;
  const isAnnex = kind === 'annex';
  const nature = {
    zh: normative ? '（规范性）' : '（资料性）',
    en: normative ? ' (normative)' : ' (informative)',
  }[context.document.language];
  const number = isAnnex ? `${label}${nature}` : address;
  const name =
    heading && kind !== 'term' && !isAnnex
      ? toPhrasing(heading.children, context)
      : [makeText([title, titleEn].filter(Boolean).join('　'))];
  const printed = number
    ? [makeSpan('span', { className: ['clause-number'] }, [makeText(number)]), makeText('　')]
    : [];
  const depth = Math.min(Math.max(level, 1), 6) as Heading['depth'];
  const node: Heading = { type: 'heading', depth, children: [...printed, ...name] };
  return asElement(node, `h${depth}`, { id, className: ['clause', kind] });
}
