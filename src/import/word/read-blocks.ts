import type { Left, LeftKind, Paragraph, Block, Cell, Table } from './pieces.ts';
import { textOfPieces } from './pieces.ts';
import { RunReader } from './read-runs.ts';
import { depthOf, findDefaultStyle, readNumbering, readStyles, toCount } from './styles.ts';
import type { ListFormat, ParagraphStyle } from './styles.ts';
import { childOf, elementsOf, isOn, valOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';
import type { WordFile } from './open-word.ts';

/** A document as it is read: blocks of the body and of notes, and what is not in their text. */
export interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  readonly left: readonly Left[];
  readonly paragraphs: number;
}

/** Elements that hold blocks and are none. */
const holders = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:body',
]);

const removed = new Set(['w:del', 'w:moveFrom']);

/** Reads the blocks of a document in their order, its notes after it. */
export function readDocument(file: WordFile): ReadDocument {
  const reader = new BlockReader(file);
  const body = childOf(file.main, 'w:body');
  const blocks = body ? reader.readBlocks(body) : [];
  const notes = new Map<string, readonly Block[]>();
  for (const part of ['footnotes', 'endnotes'] as const) {
    const tree = file[part];
    for (const note of tree ? elementsOf(tree) : []) {
      const id = note.attributes['w:id'] ?? '';
      const isSeparator = note.attributes['w:type'] !== undefined;
      if (!isSeparator) notes.set(`${part}:${id}`, reader.readBlocks(note));
    }
  }
  reader.readComments(file.comments);
  return { blocks, notes, left: reader.left, paragraphs: reader.place };
}

class BlockReader {
  readonly left: Left[] = [];
  place = 0;
  private readonly styles: ReadonlyMap<string, ParagraphStyle>;
  private readonly plain: string | undefined;
  private readonly formatOf: (numId: string, level: number) => ListFormat | undefined;
  private readonly runs: RunReader;

  constructor(file: WordFile) {
    this.styles = readStyles(file.styles);
    this.plain = findDefaultStyle(file.styles);
    this.formatOf = readNumbering(file.numbering);
    this.runs = new RunReader({
      relationships: file.relationships,
      leave: (kind, text, why, needsPerson) => this.leave(kind, text, why, needsPerson),
      readBox: (content) => this.readBlocks(content, true),
    });
  }

  private leave(kind: LeftKind, text: string, why: Left['why'], needsPerson: boolean): void {
    this.left.push({ kind, place: this.place, text, why, needsPerson });
  }

  readBlocks(holder: WordElement, isFramed = false): readonly Block[] {
    const blocks: Block[] = [];
    for (const element of elementsOf(holder)) {
      if (element.name === 'w:p') blocks.push(...this.readParagraph(element, isFramed));
      else if (element.name === 'w:tbl') blocks.push(this.readTable(element, isFramed));
      else if (element.name === 'w:sectPr') blocks.push({ kind: 'section', place: this.place });
      else if (element.name === 'w:altChunk')
        this.runs.leaveObject(`altChunk ${element.attributes['r:id'] ?? ''}`);
      else if (removed.has(element.name)) this.runs.leaveDeleted(element);
      else if (element.name === 'mc:AlternateContent')
        blocks.push(...this.readAlternatives(element, isFramed));
      else if (element.name === 'w:sdt') blocks.push(...this.readControl(element, isFramed));
      else if (holders.has(element.name)) blocks.push(...this.readBlocks(element, isFramed));
    }
    return blocks;
  }

  /** Of the same blocks in two forms the first. */
  private readAlternatives(element: WordElement, isFramed: boolean): readonly Block[] {
    const [first, ...others] = elementsOf(element);
    const blocks = first ? this.readBlocks(first, isFramed) : [];
    this.runs.leaveTwins(others);
    return blocks;
  }

  /** A content control around blocks: what it holds, unless it is the hint that something should be written there. */
  private readControl(control: WordElement, isFramed: boolean): readonly Block[] {
    const content = childOf(control, 'w:sdtContent');
    if (!content) return [];
    return this.runs.within(control, () => this.readBlocks(content, isFramed));
  }

  private readParagraph(element: WordElement, inFrame: boolean): readonly Block[] {
    this.place += 1;
    const { place } = this;
    const format = childOf(element, 'w:pPr');
    const style = this.styles.get(valOf(format, 'w:pStyle') ?? this.plain ?? '');
    const { pieces, bookmarks, boxes } = this.runs.readParagraph(element);
    const outline = depthOf(valOf(format, 'w:outlineLvl')) ?? style?.outline;
    const list = this.readList(format, style);
    const paragraph: Paragraph = {
      kind: 'paragraph',
      place,
      names: style?.names ?? [],
      ...(outline !== undefined && { outline }),
      ...(list && { list }),
      pieces,
      bookmarks,
      isFramed: inFrame || childOf(format, 'w:framePr') !== undefined,
      isRight: /^(?:right|end)$/.test(valOf(format, 'w:jc') ?? ''),
      isBold:
        pieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== '') &&
        pieces.every((piece) => piece.kind !== 'text' || piece.text.trim() === '' || piece.isBold),
      boxes,
    };
    const ends = childOf(format, 'w:sectPr') ? [{ kind: 'section' as const, place }] : [];
    return [paragraph, ...ends];
  }

  /** The list of a paragraph: its own, or that of its style; `numId` 0 is none. */
  private readList(format: WordElement | undefined, style: ParagraphStyle | undefined) {
    const own = childOf(format, 'w:numPr');
    const id = valOf(own, 'w:numId') ?? style?.numId;
    if (id === undefined || id === '0') return undefined;
    const level = toCount(valOf(own, 'w:ilvl')) ?? style?.level ?? 0;
    const of = this.formatOf(id, level);
    return of && { ...of, id, level };
  }

  private readTable(element: WordElement, isFramed: boolean): Table {
    const place = this.place + 1;
    const rows = [...listRows(element)].flatMap((row) => {
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        this.runs.leaveDeleted(row);
        return [];
      }
      const cells = [...listCells(row)].map((cell) => this.readCell(cell, isFramed));
      return [{ cells, isHead: isOn(properties, 'w:tblHeader') }];
    });
    return { kind: 'table', place, rows, isFramed: isFramed || isFloating(element) };
  }

  private readCell(element: WordElement, isFramed: boolean): Cell {
    const properties = childOf(element, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    return {
      blocks: this.readBlocks(element, isFramed),
      columns: Math.min(toCount(valOf(properties, 'w:gridSpan')) ?? 1, 64) || 1,
      ...(merge && { merged: merge.attributes['w:val'] === 'restart' ? 'start' : 'on' }),
    };
  }

  readComments(tree: WordElement | undefined): void {
    for (const comment of tree ? elementsOf(tree) : []) {
      const text = this.readBlocks(comment)
        .map((block) => (block.kind === 'paragraph' ? textOfPieces(block.pieces) : ''))
        .join('\n');
      const who = comment.attributes['w:author'] ?? '';
      this.leave(
        'comment',
        text,
        { zh: `批注（${who}）没有进正文`, en: `a comment (${who}) is not in the text` },
        true,
      );
    }
  }
}

/** Rows of this table, not of tables in its cells; they may be in content controls. */
function* listRows(table: WordElement): Generator<WordElement> {
  for (const element of elementsOf(table)) {
    if (element.name === 'w:tr') yield element;
    else if (holders.has(element.name)) yield* listRows(element);
  }
}

function* listCells(row: WordElement): Generator<WordElement> {
  for (const element of elementsOf(row)) {
    if (element.name === 'w:tc') yield element;
    else if (holders.has(element.name)) yield* listCells(element);
  }
}

const isFloating = (table: WordElement): boolean =>
  childOf(childOf(table, 'w:tblPr'), 'w:tblpPr') !== undefined;
