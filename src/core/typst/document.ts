import { findCrossReferences } from '../text/meaning/mentions.ts';
import { leadOf, listIndex } from '../render/boilerplate.ts';
import type { ParsedClause, ParsedDocument } from '../text/document.ts';
import { renderBlocks } from './blocks.ts';
import { renderCover } from './cover.ts';
import { describeMarks } from './describe.ts';
import { contentsDepth } from './contents.ts';
import type { CoverFacts } from './cover.ts';
import { renderInline, renderText } from './inline.ts';
import type { TypstContext } from './inline.ts';
import { noTypst, toArray, toContent, typst } from './typst.ts';
import type { Typst } from './typst.ts';
import { printWords } from './words.ts';

/** What a standard is printed with, beside its text. */
export interface PrintFacts extends CoverFacts {
  /** Families of fonts, those that are tried first before others: of the text, and of titles. */
  readonly fonts: { readonly text: readonly string[]; readonly title: readonly string[] };
  /** Files of figures that are there. */
  readonly figures: ReadonlySet<string>;
  /** Formulae, as they are written, that are not to be drawn. */
  readonly literal?: ReadonlySet<string>;
}

/**
 * Returns a standard as source of Typst, in the look of GB/T 1.1—2020. It stands on `standard.typ`; of what an author wrote
 * nothing is read as markup or code.
 */
export function composeTypst(document: ParsedDocument, facts: PrintFacts): string {
  const { language, clauses } = document;
  const context: TypstContext = {
    language,
    marks: document.marks,
    labels: document.labels,
    grids: document.grids,
    mentions: document.mentions,
    figures: facts.figures,
    literal: facts.literal ?? new Set(),
    footnotes: new Map(document.footnotes.map((footnote) => [footnote.identifier, footnote])),
    bodies: facts.bodies ?? new Map(),
    renderBlocks,
  };
  const isFront = ({ kind }: ParsedClause) => kind === 'foreword' || kind === 'introduction';
  const start = clauses.findIndex((clause) => clause.level === 1 && !isFront(clause));
  const cut = start === -1 ? clauses.length : start;
  const render = (clause: ParsedClause) => renderClause(clause, document, context);
  const own = printWords[language];
  return typst`#import "/standard.typ": *
#show: standard.with(
  language: ${language},
  region: ${own.region},
  number: ${facts.number},
  title: ${facts.title},
  author: ${toArray(facts.issuers)},
  keywords: ${toArray(facts.keywords)},
  text-fonts: ${toArray(facts.fonts.text)},
  title-fonts: ${toArray(facts.fonts.title)},
  mark: ${describeMarks(facts, language)},
  continued: ${own.continued},
  key-words: ${own.key},
)
${renderCover(facts, language)}
#front-pages[
#contents(${own.contents}, depth: ${contentsDepth(clauses)})
${clauses.slice(0, cut).map(render)}]
#text-pages(${facts.title})[
${clauses.slice(cut).map(render)}]
`.source;
}

function renderClause(
  clause: ParsedClause,
  document: ParsedDocument,
  context: TypstContext,
): Typst {
  const { language } = document;
  const lead = leadOf(clause, document.clauses, language);
  const index = clause.kind === 'index' && renderIndex(document);
  const opening = lead ? typst`#p[${renderText(lead, context)}]\n` : noTypst;
  const blocks = renderClauseBlocks(clause, context);
  return typst`\n${renderHead(clause, document, context)}${opening}${blocks}${index}`;
}

/** An untitled clause begins in its first paragraph; the others below their headings. */
function renderClauseBlocks(clause: ParsedClause, context: TypstContext): Typst {
  if (clause.title !== '' || clause.kind === 'term') return renderBlocks(clause.blocks, context);
  const { id, address, level } = clause;
  const [first, ...rest] = clause.blocks;
  const isLead = first?.type === 'paragraph';
  const text = isLead ? renderInline(first.children, context) : noTypst;
  const below = isLead ? rest : clause.blocks;
  return typst`#untitled(${id}, ${address}, level: ${level})[${text}]\n${renderBlocks(below, context)}`;
}

function renderHead(
  clause: ParsedClause,
  { language, terms, clauses }: ParsedDocument,
  context: TypstContext,
): Typst {
  const { kind, id, address, level, heading } = clause;
  if (clause.title === '' && kind !== 'term') return noTypst;
  if (kind === 'term') {
    const entry = terms.find((term) => clauses[term.clause] === clause);
    const english = clause.titleEn ?? '';
    const others = [...(entry?.abbreviations ?? []), ...(entry?.admitted ?? [])];
    return typst`#term(${id}, ${address}, ${clause.title}, ${english}, ${toArray(others)}, level: ${level})\n`;
  }
  // A title is found in contents, bookmarks and the text: it has no footnotes.
  const title = { ...context, inLink: true };
  if (kind === 'annex') {
    const nature = printWords[language][clause.normative ? 'normative' : 'informative'];
    return typst`#annex(${id}, ${clause.label}, ${nature})[${resolve(clause.title, context)}]\n`;
  }
  const text = heading ? renderInline(heading.children, title) : toContent(clause.title);
  return address === ''
    ? typst`#element(${id}, level: ${level}, kind: ${kind})[${text}]\n`
    : typst`#titled(${id}, ${address}, level: ${level})[${text}]\n`;
}

/** A title as the outline read it, with the words of what it refers to. */
function resolve(title: string, { labels }: TypstContext): Typst {
  let text = title;
  for (const { id } of findCrossReferences(title)) {
    text = text.replace(`[#${id}]`, labels.get(id) ?? `[#${id}]`);
  }
  return toContent(text);
}

function renderIndex({ terms, clauses }: ParsedDocument): Typst {
  const rows = listIndex(terms, clauses).map(
    ({ name, id, address }) => typst`(${name}, ${id}, ${address}), `,
  );
  return typst`#index-list(${rows})\n`;
}
