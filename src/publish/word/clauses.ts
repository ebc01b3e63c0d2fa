import { Paragraph, Tab, TextRun } from 'docx';
import { leadOf, listIndex } from '#core/render/boilerplate.ts';
import type { ParsedClause, ParsedDocument } from '#core/text/index.ts';
import { printWords } from '#core/typst/index.ts';
import { writeBlocks } from './blocks.ts';
import { markPlace, writeInline } from './inline.ts';
import type { WordBlock, WordContext } from './inline.ts';
import type { StyleId } from './looks.ts';

/** Where a clause stands: numbers and styles go by it. */
type Part = 'front' | 'body' | 'annex';

/** Clauses before chapter 1. */
export function writeFront(clauses: readonly ParsedClause[], context: WordContext): WordBlock[] {
  return clauses.flatMap((clause) => writeClause(clause, context, 'front'));
}

/** Chapters, annexes and what follows them. */
export function writeBody(clauses: readonly ParsedClause[], context: WordContext): WordBlock[] {
  let isAnnex = false;
  return clauses.flatMap((clause) => {
    if (clause.level === 1) isAnnex = clause.kind === 'annex';
    return writeClause(clause, { ...context, inAnnex: isAnnex }, isAnnex ? 'annex' : 'body');
  });
}

function writeClause(clause: ParsedClause, context: WordContext, part: Part): WordBlock[] {
  const { document } = context;
  const lead = leadOf(clause, document.clauses, document.language);
  const opening = lead === '' ? [] : [new Paragraph({ style: 'text', text: lead })];
  if (clause.title === '' && clause.kind !== 'term') return writeUntitled(clause, context, part);
  const index = clause.kind === 'index' ? writeIndex(document) : [];
  return [
    writeHead(clause, context, part),
    ...opening,
    ...writeBlocks(clause.blocks, context),
    ...index,
  ];
}

/** An untitled clause begins in its first paragraph. */
function writeUntitled(
  { id, level, blocks }: ParsedClause,
  context: WordContext,
  part: Part,
): WordBlock[] {
  const [first, ...rest] = blocks;
  const isText = first?.type === 'paragraph';
  const style = `${part === 'annex' ? 'annexUntitled' : 'untitled'}${level}` as StyleId;
  const children = markPlace(id, isText ? writeInline(first.children, context) : [], context);
  const numbering =
    part === 'front' ? { numbering: { reference: 'introduction', level: level - 1 } } : {};
  return [
    new Paragraph({ style, ...numbering, children }),
    ...writeBlocks(isText ? rest : blocks, context),
  ];
}

function writeHead(clause: ParsedClause, context: WordContext, part: Part): Paragraph {
  const { kind, id, heading, title, level } = clause;
  const said = heading ? writeInline(heading.children, context) : [new TextRun({ text: title })];
  if (kind === 'term') {
    const indent = context.document.language === 'zh' ? '\u3000\u3000' : '';
    // The name stands in a line below the number (GB/T 1.1—2020, 8.7.3).
    const names = [new TextRun({ text: indent + nameTerm(clause, context.document), break: 1 })];
    const style = `term${level}` as StyleId;
    return new Paragraph({ style, children: markPlace(id, names, context) });
  }
  if (kind === 'annex') {
    const words = printWords[context.document.language];
    const nature = clause.normative ? words.normative : words.informative;
    const children = [
      ...markPlace(id, [new TextRun({ text: nature.trim(), break: 1 })], context),
      new TextRun({ text: title, break: 1 }),
    ];
    return new Paragraph({ style: 'annex', children });
  }
  return new Paragraph({
    style: styleOf(clause, part),
    children: markPlace(id, said, context),
  });
}

function styleOf({ kind, level, address }: ParsedClause, part: Part): StyleId {
  if (level === 1) {
    if (kind === 'bibliography' || kind === 'index') return kind;
    return part === 'front' || address === '' ? 'front' : 'chapter';
  }
  const names = { front: 'intro', body: 'clause', annex: 'annex' };
  return `${names[part]}${level}` as StyleId;
}

/** 「冷链物流 cold chain logistics; CCL」: what an import reads as names of one term. */
function nameTerm(clause: ParsedClause, { terms, clauses, language }: ParsedDocument): string {
  const entry = terms.find((term) => clauses[term.clause] === clause);
  const others = [
    ...(entry?.abbreviations ?? []),
    ...(entry?.admitted ?? []).map((name) => (language === 'zh' ? `许用：${name}` : name)),
  ];
  const names = [clause.titleEn ?? '', ...others].filter((name) => name !== '');
  return `${clause.title} ${names.join('; ')}`.trim();
}

function writeIndex({ terms, clauses }: ParsedDocument): WordBlock[] {
  return listIndex(terms, clauses).map(
    ({ name, address }) =>
      new Paragraph({
        style: 'indexEntry',
        children: [new TextRun({ children: [name, new Tab(), address] })],
      }),
  );
}
