import { Document, Paragraph } from 'docx';
import type { ParsedClause, ParsedDocument } from '#core/text/index.ts';
import { describeMarks, printWords } from '#core/typst/index.ts';
import type { CoverFacts } from '#core/typst/index.ts';
import { BookmarkNames } from './bookmarks.ts';
import { writeBlocks } from './blocks.ts';
import { writeBody, writeFront } from './clauses.ts';
import { writeContents } from './contents.ts';
import { writeCover } from './cover.ts';
import type { WordContext, WordFigures } from './inline.ts';
import { listNumbering } from './numbering.ts';
import type { WordProperties } from './properties.ts';
import { writeCoverSection, writeSections } from './sections.ts';
import { describeDefaults, listStyles, textWidth } from './styles.ts';

/** A document of Word, and what of the text could not be written as it is meant. */
export interface ComposedWord {
  readonly document: Document;
  readonly properties: WordProperties;
  /** Formulas that stand as LaTeX. */
  readonly literal: readonly string[];
  /** Figures that are not there, or that Word cannot show. */
  readonly lost: readonly string[];
}

/** A standard as a Word document in the look of GB/T 1.1—2020, with the style names of the official editing tool. */
export function composeWord(
  document: ParsedDocument,
  facts: CoverFacts,
  figures: WordFigures,
): ComposedWord {
  const { clauses, language } = document;
  const context: WordContext = {
    document,
    bookmarks: new BookmarkNames(),
    figures,
    footnotes: new Map(),
    literal: [],
    lost: [],
    wide: new Set(),
    count: { lists: 0 },
    tags: new Map(),
    writeBlocks,
  };
  const words = printWords[language];
  const isFront = ({ kind }: ParsedClause) => kind === 'foreword' || kind === 'introduction';
  const start = clauses.findIndex((clause) => clause.level === 1 && !isFront(clause));
  const cut = start === -1 ? clauses.length : start;
  const front = [
    new Paragraph({ style: 'contents', text: words.contents }),
    writeContents(document, context.bookmarks),
    ...writeFront(clauses.slice(0, cut), context),
  ];
  const body = [
    new Paragraph({ style: 'title', text: facts.title }),
    ...writeBody(clauses.slice(cut), context),
    writeEnd(),
  ];
  const marks = describeMarks(facts, language);
  const head = { number: facts.number, marks };
  return {
    document: new Document({
      features: { updateFields: true },
      evenAndOddHeaderAndFooters: true,
      styles: { default: describeDefaults(language), paragraphStyles: listStyles(language) },
      numbering: { config: listNumbering(language) },
      footnotes: writeFootnotes(context),
      sections: [
        writeCoverSection(writeCover(facts, language)),
        ...writeSections(front, context.wide, 'upperRoman', head),
        ...writeSections(body, context.wide, 'decimal', head),
      ],
    }),
    properties: {
      title: facts.title,
      subject: facts.number,
      creator: facts.issuers.join(language === 'zh' ? '、' : ', '),
      description: marks,
      keywords: facts.keywords,
      language: language === 'zh' ? 'zh-CN' : 'en',
      issued: facts.issued,
    },
    literal: context.literal,
    lost: context.lost,
  };
}

/** The line below the last element (GB/T 1.1—2020, 8.1 and annex E). */
const writeEnd = (): Paragraph => {
  const side = (textWidth.upright * 3) / 8;
  return new Paragraph({
    style: 'end',
    indent: { left: Math.round(side), right: Math.round(side) },
    border: { bottom: { style: 'single', size: 8, space: 1, color: 'auto' } },
  });
};

function writeFootnotes(context: WordContext): Record<string, { children: Paragraph[] }> {
  const { document, footnotes } = context;
  return Object.fromEntries(
    [...footnotes].map(([identifier, number]) => {
      const note = document.footnotes.find((each) => each.identifier === identifier);
      const blocks = writeBlocks(note?.blocks ?? [], { ...context, inExhibit: true }, 'note');
      return [String(number), { children: blocks.filter((each) => each instanceof Paragraph) }];
    }),
  );
}
