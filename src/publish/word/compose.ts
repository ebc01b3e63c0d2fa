import {
  Document,
  Footer,
  Header,
  NumberFormat,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { leadOf, listIndex } from '#core/render/boilerplate.ts';
import type { ParsedClause, ParsedDocument } from '#core/text/index.ts';
import type { CoverFacts } from '#core/typst/index.ts';
import { BookmarkNames } from './bookmarks.ts';
import { writeBlocks } from './blocks.ts';
import { writeCover } from './cover.ts';
import { markPlace, writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';
import { fonts, listStyles, numbering, outlineOf } from './styles.ts';
import type { StyleId } from './styles.ts';

/** A document of Word, and what of the text could not be written as it is meant. */
export interface ComposedWord {
  readonly document: Document;
  /** Formulas that stand as LaTeX. */
  readonly literal: readonly string[];
  /** Figures that are not there, or that Word cannot show. */
  readonly lost: readonly string[];
}

/** A4 with the margins of standards (GB/T 1.1—2020, annex E), in twips. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1134, left: 1418, right: 1134 },
};

/** A standard as a Word document in the look of GB/T 1.1—2020, with the style names of the official editing tool. */
export function composeWord(
  document: ParsedDocument,
  facts: CoverFacts,
  figures: ReadonlyMap<string, Uint8Array>,
): ComposedWord {
  const context: WordContext = {
    document,
    bookmarks: new BookmarkNames(),
    figures,
    footnotes: new Map(),
    literal: [],
    lost: [],
    count: { lists: 0 },
    tags: new Map(),
    writeBlocks,
  };
  const { clauses } = document;
  const isFront = ({ kind }: ParsedClause) => kind === 'foreword' || kind === 'introduction';
  const start = clauses.findIndex((clause) => clause.level === 1 && !isFront(clause));
  const cut = start === -1 ? clauses.length : start;
  const front = clauses.slice(0, cut).flatMap((clause) => writeClause(clause, context, 'front'));
  const body = writeBody(clauses.slice(cut), context);
  const marks = `${facts.isSample ? '样例 · Sample　' : ''}以正式文本为准`;
  const section = (
    children: readonly FileChild[],
    format?: 'upperRoman' | 'decimal',
  ): ISectionOptions => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        ...page,
        ...(format && {
          pageNumbers: {
            start: 1,
            formatType: NumberFormat[format === 'decimal' ? 'DECIMAL' : 'UPPER_ROMAN'],
          },
        }),
      },
    },
    ...(format && {
      headers: { default: head(facts.number, marks) },
      footers: { default: foot() },
    }),
    children,
  });
  return {
    document: new Document({
      title: facts.title,
      subject: facts.number,
      creator: facts.issuers.join('、'),
      description: marks,
      features: { updateFields: true },
      styles: {
        default: { document: { run: { font: fonts.text, size: 21 } } },
        paragraphStyles: listStyles(),
      },
      numbering: { config: numbering },
      footnotes: writeFootnotes(context),
      sections: [
        section(writeCover(facts)),
        section(
          [
            new Paragraph({ style: 'contents', text: '目次' }),
            new TableOfContents('目次', { hyperlink: true, useAppliedParagraphOutlineLevel: true }),
            ...front,
          ],
          'upperRoman',
        ),
        section([new Paragraph({ style: 'title', text: facts.title }), ...body], 'decimal'),
      ],
    }),
    literal: context.literal,
    lost: context.lost,
  };
}

const head = (number: string, marks: string): Header =>
  new Header({
    children: [
      new Paragraph({ alignment: 'right', children: [new TextRun({ text: number })] }),
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ text: marks, size: 15, color: '808080' })],
      }),
    ],
  });

const foot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'right',
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

function writeBody(clauses: readonly ParsedClause[], context: WordContext): WordBlock[] {
  let isAnnex = false;
  return clauses.flatMap((clause) => {
    if (clause.level === 1) isAnnex = clause.kind === 'annex';
    return writeClause(clause, context, isAnnex ? 'annex' : 'body');
  });
}

function writeClause(
  clause: ParsedClause,
  context: WordContext,
  part: 'front' | 'body' | 'annex',
): WordBlock[] {
  const { document } = context;
  const lead = leadOf(clause, document.clauses, document.language);
  const opening = lead === '' ? [] : [new Paragraph({ style: 'text', text: lead })];
  if (clause.title === '' && clause.kind !== 'term') return writeUntitled(clause, context, part);
  const index = clause.kind === 'index' ? writeIndex(document) : [];
  return [
    ...writeHead(clause, context, part),
    ...opening,
    ...writeBlocks(clause.blocks, context),
    ...index,
  ];
}

/** An untitled clause begins in its first paragraph. */
function writeUntitled(
  { id, level, blocks }: ParsedClause,
  context: WordContext,
  part: 'front' | 'body' | 'annex',
): WordBlock[] {
  const [first, ...rest] = blocks;
  const isText = first?.type === 'paragraph';
  const style = `${part === 'annex' ? 'annexUntitled' : 'untitled'}${level}` as StyleId;
  const children = markPlace(id, isText ? writeInline(first.children, context) : [], context);
  return [
    new Paragraph({ style, ...numberOf(part, level), children }),
    ...writeBlocks(isText ? rest : blocks, context),
  ];
}

const numberOf = (part: 'front' | 'body' | 'annex', level: number) =>
  part === 'front'
    ? {}
    : { numbering: { reference: part === 'annex' ? 'annexes' : 'clauses', level: level - 1 } };

function writeHead(
  clause: ParsedClause,
  context: WordContext,
  part: 'front' | 'body' | 'annex',
): WordBlock[] {
  const { kind, id, level, heading, title } = clause;
  if (kind === 'term') {
    const style = `term${Math.min(level, 3)}` as StyleId;
    const children = markPlace(
      id,
      [new TextRun({ text: nameTerm(clause, context.document) })],
      context,
    );
    return [new Paragraph({ style, ...numberOf(part, level), children })];
  }
  const said = heading ? writeInline(heading.children, context) : [new TextRun({ text: title })];
  if (kind === 'annex') {
    const nature = clause.normative ? '（规范性）' : '（资料性）';
    return [
      new Paragraph({
        style: 'annex',
        ...numberOf('annex', 1),
        outlineLevel: 0,
        pageBreakBefore: true,
        children: markPlace(id, [new TextRun({ text: nature, break: 1 })], context),
      }),
      new Paragraph({ style: 'annexTitle', text: title }),
    ];
  }
  const style = styleOf(clause, part);
  const outlineLevel = outlineOf(style);
  const isNumbered = clause.address !== '' && part !== 'front';
  return [
    new Paragraph({
      style,
      ...(isNumbered && numberOf(part, level)),
      ...(outlineLevel !== undefined && { outlineLevel }),
      pageBreakBefore: level === 1 && !isNumbered,
      children: markPlace(id, said, context),
    }),
  ];
}

function styleOf({ kind, level }: ParsedClause, part: 'front' | 'body' | 'annex'): StyleId {
  if (level === 1) {
    if (kind === 'bibliography' || kind === 'index') return kind;
    return part === 'front' ? 'front' : 'chapter';
  }
  if (part === 'front') return level === 2 ? 'intro2' : 'intro3';
  return `${part === 'annex' ? 'annex' : 'clause'}${level}` as StyleId;
}

/** 「冷链物流 cold chain logistics; CCL」: what an import reads as names of one term. */
function nameTerm(clause: ParsedClause, { terms, clauses }: ParsedDocument): string {
  const entry = terms.find((term) => clauses[term.clause] === clause);
  const others = [
    ...(entry?.abbreviations ?? []),
    ...(entry?.admitted ?? []).map((name) => `许用：${name}`),
  ];
  const names = [clause.titleEn ?? '', ...others].filter((name) => name !== '');
  return `${clause.title} ${names.join('; ')}`.trim();
}

function writeIndex({ terms, clauses }: ParsedDocument): WordBlock[] {
  return listIndex(terms, clauses).map(
    ({ name, address }) => new Paragraph({ style: 'indexEntry', text: `${name}\t${address}` }),
  );
}

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
