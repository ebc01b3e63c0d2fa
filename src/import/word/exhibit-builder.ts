import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Account } from './account.ts';
import { makeBlock, makeMarked } from './exhibits.ts';
import { dropStart } from './phrasing.ts';
import type { Pictures } from './pictures.ts';
import { textOfPieces } from './pieces.ts';
import type { Paragraph, Piece, Table } from './pieces.ts';
import {
  endLine,
  figureMissing,
  nestedTable,
  pictureAlone,
  tableFootnote,
  tableMissing,
} from './reasons.ts';
import { listParagraphs, paragraphsOf, toGrid } from './tables.ts';
import type { TextRoot } from './text-root.ts';

interface Caption {
  readonly paragraph: Paragraph;
  readonly mark: string;
  unit?: string;
}

/** A typed number and the title beside it: 「表1」, 箱内温度. */
export interface TypedCaption {
  readonly label: string;
  readonly title: string;
}

interface ExhibitHost {
  readonly account: Account;
  readonly pictures: Pictures;
  readonly text: TextRoot;
}

/** Tables, figures, formulas, notes and examples: what stands open until the next paragraph says what it belongs to. */
export class ExhibitBuilder {
  /** Tables, figures and formulas by the numbers that the draft has typed; null once one is lost, and the count with it. */
  captions: TypedCaption[] | null = [];
  private readonly host: ExhibitHost;
  private caption: Caption | undefined;
  private shown: { paragraph: Paragraph; piece: Extract<Piece, { kind: 'picture' }> }[] = [];
  /** Key and notes that stand between pictures and their caption. */
  private parts: RootContent[] = [];
  private example: { nodes: RootContent[] } | undefined;
  /** The block that notes and footnotes right after it belong to. */
  private exhibit: ReturnType<typeof makeBlock> | undefined;

  constructor(host: ExhibitHost) {
    this.host = host;
  }

  /** Takes a paragraph that is the unit of a table, a formula, or what its letters mean; false where it is none. */
  takeText(paragraph: Paragraph, text: string, isFormula: boolean): boolean {
    if (this.takeKey(paragraph, text)) return true;
    const { caption } = this;
    const isUnit = paragraph.isRight || /^单位\s*[：:为]/u.test(text);
    if (caption && caption.unit === undefined && isUnit) {
      caption.unit = text;
      this.host.account.keep(paragraph);
      return true;
    }
    const [formula, ...others] = paragraph.pieces.filter((piece) => piece.kind === 'formula');
    const rest = textOfPieces(paragraph.pieces.filter((piece) => piece.kind !== 'formula')).trim();
    const isNumber = /^[.…·\s]*[（(]?(?:[A-Z][.．])?\d{0,3}[)）]?$/u.test(rest);
    if (
      formula &&
      others.length === 0 &&
      isNumber &&
      (isFormula || formula.isBlock || rest !== '')
    ) {
      this.addFormula(paragraph, formula.latex, rest);
      return true;
    }
    return this.explainFormula(paragraph, text);
  }

  /** 标引序号说明 below a picture: 「1——送风口」 (GB/T 1.1—2020, 9.7.4). */
  private takeKey(paragraph: Paragraph, text: string): boolean {
    if (this.shown.length === 0) return false;
    const mark = /^\d{1,2}\s*(?:——|—|──)\s*/u.exec(text)?.[0];
    if (mark === undefined && !text.startsWith('标引序号说明')) return false;
    this.host.account.keep(paragraph, mark ?? text);
    if (mark === undefined) return true;
    const said = this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: said }],
    };
    const last = this.parts.at(-1);
    if (last?.type === 'list') last.children.push(item);
    else
      this.parts.push({ type: 'list', ordered: true, start: 1, spread: false, children: [item] });
    return true;
  }

  /** 「式中：」 and what its letters mean, a line each: 「η——效率」. */
  private explainFormula(paragraph: Paragraph, text: string): boolean {
    if (this.exhibit?.name !== 'formula') return false;
    const { children } = this.exhibit;
    const last = children.at(-1);
    const isItem = children.length > 1 && /^[^。；，]{1,30}?\s*(?:——|—|──)/u.test(text);
    if (!text.startsWith('式中') && !isItem) return false;
    const said = this.host.text.phrase(paragraph.pieces, paragraph);
    this.host.account.keep(paragraph);
    if (!isItem) {
      children.push({ type: 'paragraph', children: said });
      return true;
    }
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: said }],
    };
    if (last?.type === 'list') last.children.push(item);
    else children.push({ type: 'list', ordered: false, spread: false, children: [item] });
    return true;
  }

  /** Where an item of a list goes: into the block of a formula that it explains, else into the text. */
  pushList(list: RootContent | undefined): void {
    if (!list) return;
    if (this.exhibit?.name === 'formula' && list.type === 'list') this.exhibit.children.push(list);
    else this.host.text.push(list);
  }

  /** An item ends all but a formula. */
  startItem(): void {
    if (this.exhibit?.name !== 'formula') this.exhibit = undefined;
    this.flushParts();
  }

  addNote(paragraph: Paragraph, mark: string): void {
    const { exhibit } = this;
    if (this.shown.length > 0) {
      this.host.account.keep(paragraph, mark);
      const said = this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
      this.parts.push(makeMarked('注：', said));
      return;
    }
    this.flushParts();
    this.host.text.lists.close();
    this.host.account.keep(paragraph, mark);
    const note = makeMarked(
      '注：',
      this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
    );
    if (exhibit && exhibit.name !== 'formula') exhibit.children.push(note);
    else this.host.text.push(note);
  }

  /** A footnote of a table or a figure: its letter in the exhibit becomes the mark of it. */
  addTableFootnote(paragraph: Paragraph): void {
    const text = textOfPieces(paragraph.pieces);
    const mark = /^\s*([a-z])[\s\u3000]+/u.exec(text);
    const letter = mark?.[1] ?? '';
    this.host.account.keep(paragraph, mark?.[0]);
    const rest = dropStart(paragraph.pieces, mark?.[0].length ?? 0);
    const children = this.host.text.phrase(rest, paragraph);
    const { exhibit } = this;
    const label = this.host.text.nameNote(letter);
    if (exhibit && letter !== '' && markFootnotes(exhibit, letter, label)) {
      exhibit.children.push({
        type: 'footnoteDefinition',
        identifier: label,
        label,
        children: [{ type: 'paragraph', children }],
      });
      return;
    }
    const note = makeMarked('注：', children);
    if (exhibit) exhibit.children.push(note);
    else this.host.text.push(note);
    this.host.account.leave('mark', paragraph.place, text, tableFootnote, true);
  }

  addExample(paragraph: Paragraph, kind: 'example' | 'example-more', mark: string): void {
    if (kind === 'example' || !this.example) {
      this.flush();
      this.example = { nodes: [] };
    }
    this.host.account.keep(paragraph, mark);
    const children = this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    if (children.length > 0)
      this.example.nodes.push({ type: 'paragraph', children, data: { place: paragraph.place } });
  }

  addCaption(paragraph: Paragraph, of: 'table' | 'figure', mark: string): void {
    if (of === 'figure') return this.addFigure(paragraph, mark);
    this.flush();
    this.caption = { paragraph, mark };
  }

  private addFigure(paragraph: Paragraph, mark: string): void {
    const { shown, parts } = this;
    this.shown = [];
    this.parts = [];
    this.flush();
    this.host.account.keep(paragraph, mark);
    const rest = dropStart(paragraph.pieces, mark.length);
    const title = textOfPieces(rest).trim();
    const images = shown.flatMap(({ paragraph: holder, piece }) =>
      this.host.pictures.take(piece, title, holder.place),
    );
    const content: RootContent[] =
      images.length > 0
        ? images.map((image) => ({ type: 'paragraph', children: [image] }))
        : [{ type: 'paragraph', children: [{ type: 'text', value: '待补图' }] }];
    this.noteCaption(mark, title);
    if (images.length === 0)
      this.host.account.leave(
        'caption',
        paragraph.place,
        textOfPieces(paragraph.pieces),
        figureMissing,
        true,
      );
    this.exhibit = makeBlock(
      'figure',
      { label: this.host.text.phrase(rest, paragraph), id: this.host.text.anchorFor(paragraph) },
      [...content, ...parts],
    );
    this.host.text.push(this.exhibit);
  }

  private noteCaption(mark: string, title: string): void {
    const label = mark.replace(/[\s\u3000.…·：:]+$/u, '').replace(/[\s\u3000…·]/gu, '');
    if (label !== '')
      this.captions?.push({ label: label.replace('（', '(').replace('）', ')'), title });
  }

  private addFormula(paragraph: Paragraph, latex: string, number: string): void {
    this.flush();
    this.host.account.keep(paragraph, number);
    if (/\d/.test(number)) this.noteCaption(`公式${number}`, '');
    this.exhibit = makeBlock('formula', { id: this.host.text.anchorFor(paragraph) }, [
      { type: 'math', value: latex },
    ]);
    this.host.text.push(this.exhibit);
  }

  addPicture(paragraph: Paragraph, piece: Extract<Piece, { kind: 'picture' }>): void {
    this.shown.push({ paragraph, piece });
    this.host.account.keep(paragraph);
  }

  addTable(table: Table): void {
    const { caption } = this;
    this.caption = undefined;
    this.flush();
    const {
      table: node,
      headRows,
      below,
    } = toGrid(table, (cell) => {
      const lines = paragraphsOf(cell);
      if (cell.blocks.some(({ kind }) => kind === 'table'))
        this.host.account.leave(
          'nested',
          table.place,
          lines.map(({ pieces }) => textOfPieces(pieces)).join(' '),
          nestedTable,
          true,
        );
      return lines.flatMap((line, at): PhrasingContent[] => {
        this.host.account.keep(line);
        const content = this.host.text.phrase(line.pieces, line);
        for (const piece of line.pieces)
          if (piece.kind === 'picture')
            content.push(...this.host.pictures.take(piece, '', line.place));
        if (content.length === 0) return [];
        return at > 0 ? [{ type: 'html', value: '<br>' }, ...content] : content;
      });
    });
    for (const paragraph of listParagraphs(table)) this.host.account.keep(paragraph);
    this.exhibit = makeBlock('table', this.describeTable(caption, headRows), [node]);
    this.host.text.push(this.exhibit);
    for (const paragraph of below) {
      const text = textOfPieces(paragraph.pieces).trim();
      const mark = /^注\s*\d*\s*[：:]\s*/u.exec(text)?.[0] ?? '';
      this.exhibit.children.push(
        makeMarked(
          '注：',
          this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
        ),
      );
      if (mark === '' && text !== '')
        this.host.account.leave('mark', paragraph.place, text, tableFootnote, true);
    }
  }

  private describeTable(caption: Caption | undefined, headRows: number) {
    const rows = headRows > 1 ? { headRows: String(headRows) } : {};
    if (!caption) return rows;
    const { paragraph, mark, unit } = caption;
    this.host.account.keep(paragraph, mark);
    this.noteCaption(mark, textOfPieces(dropStart(paragraph.pieces, mark.length)).trim());
    return {
      ...rows,
      label: this.host.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
      id: this.host.text.anchorFor(paragraph),
      ...(unit !== undefined && { unit }),
    };
  }

  /** Ends what stands open: a caption without its table, pictures without a caption, an example, lists. */
  flush(): void {
    this.flushParts();
    this.host.text.lists.close();
    this.exhibit = undefined;
  }

  flushParts(): void {
    const { example, caption, shown, parts } = this;
    this.parts = [];
    this.example = undefined;
    this.caption = undefined;
    this.shown = [];
    if (example) this.endExample(example.nodes);
    if (caption) {
      this.captions = null;
      this.host.account.keep(caption.paragraph);
      this.host.account.leave(
        'caption',
        caption.paragraph.place,
        textOfPieces(caption.paragraph.pieces),
        tableMissing,
        true,
      );
      this.host.text.paragraph(
        this.host.text.phrase(caption.paragraph.pieces, caption.paragraph),
        caption.paragraph.place,
      );
    }
    for (const { paragraph, piece } of shown) this.showAlone(paragraph, piece);
    for (const part of parts) this.host.text.push(part);
  }

  private endExample(nodes: RootContent[]): void {
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === 'paragraph')
      this.host.text.push(makeMarked('示例：', first.children), first.data?.place);
    else if (nodes.length > 0)
      this.host.text.push(makeBlock('example', {}, nodes), first?.data?.place);
  }

  private showAlone(paragraph: Paragraph, piece: Extract<Piece, { kind: 'picture' }>): void {
    if (this.host.pictures.isEndLine(piece)) {
      this.host.account.leave(
        'end',
        paragraph.place,
        this.host.pictures.nameOf(piece),
        endLine,
        false,
      );
      return;
    }
    const images = this.host.pictures.take(piece, '', paragraph.place);
    if (images.length === 0) return;
    this.host.text.push(
      makeBlock(
        'figure',
        {},
        images.map((image) => ({ type: 'paragraph', children: [image] })),
      ),
      paragraph.place,
    );
    this.host.account.leave(
      'picture',
      paragraph.place,
      this.host.pictures.nameOf(piece),
      pictureAlone,
      true,
    );
  }
}

/** Puts a mark of a footnote wherever an exhibit has its letter raised; false where it has none. */
function markFootnotes(node: Nodes, letter: string, label: string): boolean {
  if (!('children' in node)) return false;
  let isFound = false;
  for (const child of node.children as Nodes[]) {
    if (child.type === 'html' && child.value === `^${letter}^`) {
      Object.assign(child, { type: 'footnoteReference', identifier: label, label });
      isFound = true;
    } else if (markFootnotes(child, letter, label)) isFound = true;
  }
  return isFound;
}
