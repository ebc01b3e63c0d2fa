import type { Heading, Html, PhrasingContent, Root, RootContent } from 'mdast';
import type { Account } from './account.ts';
import { ClauseNumbers } from './clause-numbers.ts';
import { makeBlock, makeMarked } from './exhibits.ts';
import { readCover, readForewordLine } from './front-matter.ts';
import type { DraftMeta, ForewordList } from './front-matter.ts';
import { BookmarkIds } from './ids.ts';
import { classify } from './kinds.ts';
import type { Classified, Kind } from './kinds.ts';
import { OpenLists } from './lists.ts';
import { dropStart, toPhrasing } from './phrasing.ts';
import type { PendingReference } from './phrasing.ts';
import { Pictures } from './pictures.ts';
import { textOfPieces } from './pieces.ts';
import type { Block, Paragraph, Piece, Table } from './pieces.ts';
import {
  coverPicture,
  endLine,
  figureMissing,
  generated,
  inFrontMatter,
  lostReference,
  nestedTable,
  onCover,
  pictureAlone,
  printedByItself,
  renumbered,
  tableFootnote,
  tableMissing,
  titlePrinted,
} from './reasons.ts';
import { isPrinted, splitTerm } from './sentences.ts';
import { listParagraphs, paragraphsOf, toGrid } from './tables.ts';

type Zone =
  | 'cover'
  | 'contents'
  | 'foreword'
  | 'introduction'
  | 'body'
  | 'references'
  | 'terms'
  | 'annex'
  | 'bibliography'
  | 'index';

interface Caption {
  readonly of: 'table' | 'figure';
  readonly paragraph: Paragraph;
  readonly mark: string;
  unit?: string;
}

interface BuilderHost {
  readonly account: Account;
  readonly pictures: Pictures;
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Bookmarks that something refers to: only these need an id. */
  readonly wanted: ReadonlySet<string>;
}

const headings = { foreword: '前言', introduction: '引言', bibliography: '参考文献' } as const;

/** Puts blocks of a draft together as a standard: its elements in their order, each paragraph once. */
export class Builder {
  readonly meta: DraftMeta = { changes: [], history: [] };
  private readonly host: BuilderHost;
  private readonly root: RootContent[] = [];
  private readonly ids = new BookmarkIds();
  private readonly headingIds = new Map<Heading, string>();
  private readonly numbers = new ClauseNumbers();
  private readonly lists = new OpenLists();
  private readonly references: PendingReference[] = [];
  private readonly noteLabels = new Map<string, string>();
  private zone: Zone = 'cover';
  private cover: Paragraph[] = [];
  private caption: Caption | undefined;
  private shown: { paragraph: Paragraph; piece: Extract<Piece, { kind: 'picture' }> }[] = [];
  private example: { nodes: RootContent[] } | undefined;
  /** The block that notes and footnotes right after it belong to. */
  private exhibit: ReturnType<typeof makeBlock> | undefined;
  private forewordList: ForewordList | undefined;
  private awaitsTerm = false;
  private annexHeading: Heading | undefined;
  private bookmarks: string[] = [];

  constructor(host: BuilderHost) {
    this.host = host;
  }

  build(blocks: readonly Block[]): Root {
    for (const block of blocks) this.add(block);
    this.flush();
    this.endCover();
    this.resolve();
    return { type: 'root', children: this.root };
  }

  private add(block: Block): void {
    if (block.kind === 'section') return;
    if (block.kind === 'table') this.addTable(block);
    else this.addParagraph(block);
  }

  private addParagraph(paragraph: Paragraph): void {
    const { pieces, boxes } = paragraph;
    const text = textOfPieces(pieces).trim();
    const pictures = pieces.filter((piece) => piece.kind === 'picture');
    if (text === '' && pictures.length === 0 && !pieces.some(({ kind }) => kind === 'note')) {
      this.bookmarks.push(...paragraph.bookmarks);
      this.host.account.keep(paragraph);
    } else {
      this.place(paragraph, text);
      for (const piece of pictures) this.addPicture(paragraph, piece);
    }
    for (const box of boxes) this.add(box);
  }

  /** Goes to the element that a paragraph begins, then puts it there. */
  private place(paragraph: Paragraph, text: string): void {
    const classified = this.check(classify(paragraph, this.classes()), text);
    const { kind } = classified;
    if (this.zone === 'cover' && !this.endsCover(paragraph, classified, text)) {
      this.cover.push(paragraph);
      return;
    }
    if (kind.is === 'chapter') return this.startChapter(paragraph, kind.of);
    if (kind.is === 'annex' && this.zone !== 'contents')
      return this.startAnnex(paragraph, classified);
    if (
      this.zone === 'contents' &&
      (kind.is === 'contents' || !this.leavesContents(classified, text))
    )
      return this.host.account.drop(paragraph, 'contents', 'contents', generated);
    if (kind.is === 'contents')
      return this.host.account.drop(paragraph, 'contents', 'contents', generated);
    if (kind.is === 'title' || (this.zone !== 'annex' && text === this.meta.title))
      return this.host.account.drop(paragraph, 'front', 'front', titlePrinted);
    if (kind.is === 'cover') return void this.cover.push(paragraph);
    this.put(paragraph, classified, text);
  }

  private classes(): 'body' | 'foreword' | 'annex' | 'terms' {
    if (this.zone === 'terms' || this.zone === 'annex') return this.zone;
    return ['foreword', 'introduction', 'bibliography', 'references', 'index'].includes(
      this.zone,
    ) && this.zone !== 'references'
      ? 'foreword'
      : 'body';
  }

  /** A clause by a typed number that cannot be the next one is no clause: an amount, a year, an item. */
  private check(classified: Classified, text: string): Classified {
    const { kind, mark, isGuess } = classified;
    if (!isGuess || mark === '' || !['clause', 'untitled', 'term'].includes(kind.is))
      return classified;
    const typed = mark.trim();
    if (/^第/.test(typed) || this.zone === 'contents' || this.zone === 'cover') return classified;
    return this.numbers.isPlausible(typed) && text !== ''
      ? classified
      : { kind: { is: 'text' }, mark: '', isGuess: false };
  }

  private endsCover(paragraph: Paragraph, { kind, mark }: Classified, text: string): boolean {
    if (paragraph.isFramed) return false;
    if (kind.is === 'chapter') return true;
    if (kind.is === 'clause' && kind.depth === 1) return mark === '' || /范围$/.test(text);
    return kind.is === 'contents';
  }

  /** The first line after the contents that is no entry of it: entries end in a page. */
  private leavesContents({ kind }: Classified, text: string): boolean {
    return kind.is === 'clause' && kind.depth === 1 && !/[\d\s.…·ⅠⅡⅢⅣⅤIVX]$/u.test(text);
  }

  private startChapter(paragraph: Paragraph, of: Extract<Kind, { is: 'chapter' }>['of']): void {
    this.flush();
    this.endCover();
    this.zone = of;
    if (of === 'contents')
      return this.host.account.drop(paragraph, 'contents', 'contents', generated);
    if (of === 'index') return this.host.account.drop(paragraph, 'index', 'index', generated);
    this.host.account.keep(paragraph);
    this.heading(1, [{ type: 'text', value: headings[of] }], paragraph);
  }

  private startAnnex(paragraph: Paragraph, { mark }: Classified): void {
    this.flush();
    this.endCover();
    this.zone = 'annex';
    const letter = this.numbers.countAnnex();
    this.compareNumber(mark.replace(/附\s*录|\s/gu, ''), letter, paragraph);
    const said = textOfPieces(paragraph.pieces).trim().slice(mark.length).trim();
    const nature = /[（(]\s*(规范性|资料性)[^）)]*[）)]/u.exec(said);
    const title = said.replace(nature?.[0] ?? '', '').trim();
    this.host.account.keep(paragraph, mark);
    const children: PhrasingContent[] = [
      {
        type: 'text',
        value: `附录${nature?.[1] === undefined ? '' : `（${nature[1]}）`}${title === '' ? '' : ` ${title}`}`,
      },
    ];
    this.annexHeading = this.heading(1, children, paragraph);
    if (title !== '') this.annexHeading = nature ? undefined : this.annexHeading;
  }

  /** 「（规范性）」 and the title of an annex, in lines of their own. */
  private continueAnnex(paragraph: Paragraph, text: string): boolean {
    const heading = this.annexHeading;
    const [first] = heading?.children ?? [];
    if (!heading || first?.type !== 'text') return false;
    const nature = /^[（(]\s*(规范性|资料性)[^）)]*[）)]$/u.exec(text);
    if (nature && !first.value.includes('（')) {
      first.value = first.value.replace(/^附录/, `附录（${nature[1]}）`);
    } else if (!/附录(?:（…）)?\s/u.test(`${first.value}`) && text.length <= 60) {
      heading.children = [
        { type: 'text', value: `${first.value} ` },
        ...this.phrase(paragraph.pieces, paragraph),
      ];
      this.annexHeading = undefined;
    } else return false;
    this.host.account.keep(paragraph);
    this.anchor(heading, paragraph);
    return true;
  }

  private put(paragraph: Paragraph, classified: Classified, text: string): void {
    const { kind, mark } = classified;
    if (this.zone === 'index')
      return this.host.account.drop(paragraph, 'index', 'index', generated);
    if (
      this.annexHeading &&
      (kind.is === 'text' || kind.is === 'annex-title') &&
      this.continueAnnex(paragraph, text)
    )
      return;
    this.annexHeading = undefined;
    if (this.zone === 'foreword' && this.takeForeword(paragraph, classified, text)) return;
    if (isPrinted(this.zone, text))
      return this.host.account.drop(paragraph, 'printed', 'printed', printedByItself);
    if (this.awaitsTerm && kind.is === 'text') return this.addTerm(paragraph, 2, '');
    switch (kind.is) {
      case 'clause':
        return this.addClause(paragraph, kind.depth, mark);
      case 'untitled':
        return this.addUntitled(paragraph, kind.depth, mark);
      case 'term':
        return this.addTerm(paragraph, kind.depth, mark);
      case 'caption':
        return this.addCaption(paragraph, kind.of, mark);
      case 'note':
        return this.addNote(paragraph, mark);
      case 'example':
      case 'example-more':
        return this.addExample(paragraph, kind.is, mark);
      case 'list':
        return this.addItem(paragraph, kind, mark);
      case 'table-footnote':
        return this.addTableFootnote(paragraph);
      default:
        return this.addText(paragraph, text, kind.is === 'formula');
    }
  }

  private addClause(paragraph: Paragraph, depth: number, mark: string): void {
    this.flush();
    // Clauses of an introduction are numbered apart; a chapter ends it.
    const isFront = depth > 1 && (this.zone === 'foreword' || this.zone === 'introduction');
    const number = isFront ? '' : this.numbers.count(depth);
    if (!isFront) this.compareNumber(mark.trim(), number, paragraph);
    const title = textOfPieces(dropStart(paragraph.pieces, mark.length)).replace(
      /[\s\u3000]/gu,
      '',
    );
    if (depth === 1 && !isFront && this.zone !== 'annex') {
      this.zone = /^规范性引用文件$/.test(title)
        ? 'references'
        : /术语|^符号/.test(title) && /定义/.test(title)
          ? 'terms'
          : 'body';
    }
    this.awaitsTerm = this.zone === 'terms' && title === '' && depth > 1;
    this.host.account.keep(paragraph, mark);
    if (!this.awaitsTerm)
      this.heading(
        depth,
        this.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
        paragraph,
      );
  }

  private addUntitled(paragraph: Paragraph, depth: number, mark: string): void {
    this.flush();
    this.compareNumber(mark.trim(), this.numbers.count(depth), paragraph);
    this.host.account.keep(paragraph, mark);
    this.heading(depth, [], paragraph);
    this.paragraph(this.phrase(dropStart(paragraph.pieces, mark.length), paragraph));
  }

  private addTerm(paragraph: Paragraph, depth: number, mark: string): void {
    this.flush();
    const rest = dropStart(paragraph.pieces, mark.length);
    const said = textOfPieces(rest).trim();
    if (!this.awaitsTerm) this.compareNumber(mark.trim(), this.numbers.count(depth), paragraph);
    this.awaitsTerm = said === '';
    this.host.account.keep(paragraph, mark);
    if (said === '') return void this.bookmarks.push(...paragraph.bookmarks);
    this.heading(depth, [{ type: 'text', value: splitTerm(said) }], paragraph);
  }

  private addText(paragraph: Paragraph, text: string, isFormula: boolean): void {
    if (
      this.caption?.of === 'table' &&
      /^单位\s*[：:为]/u.test(text) &&
      this.caption.unit === undefined
    ) {
      this.caption.unit = text;
      return this.host.account.keep(paragraph);
    }
    const formulas = paragraph.pieces.filter((piece) => piece.kind === 'formula');
    const rest = textOfPieces(paragraph.pieces.filter((piece) => piece.kind !== 'formula')).trim();
    const number = /^[.…·\s]*[（(]?(?:[A-Z][.．])?\d{0,3}[)）]?$/u.test(rest);
    const [formula] = formulas;
    if (
      formula &&
      formulas.length === 1 &&
      number &&
      (isFormula || formula.isBlock || rest !== '')
    ) {
      return this.addFormula(paragraph, formula.latex, rest);
    }
    if (/^式中[：:]?/u.test(text) && this.exhibit?.name === 'formula') {
      this.exhibit.children.push({
        type: 'paragraph',
        children: this.phrase(paragraph.pieces, paragraph),
      });
      return this.host.account.keep(paragraph);
    }
    this.flush();
    if (text === '') return this.host.account.keep(paragraph);
    this.host.account.keep(paragraph);
    const content = this.phrase(paragraph.pieces, paragraph);
    this.anchorClause(paragraph);
    if (this.zone === 'references' || this.zone === 'bibliography') return this.addListed(content);
    this.paragraph(content);
  }

  /** An entry of the lists of documents: `- GB/T 191　包装储运图示标志`; a typed `[1]` is given anew. */
  private addListed(content: PhrasingContent[]): void {
    const [first] = content;
    if (first?.type === 'text')
      first.value = first.value
        .replace(/^\[\d+\]\s*/, '')
        .replace(/^((?:[A-Z]+\/?)+ ?[\d.]+(?:[-—–]\d{4})?)[ \u3000]+(?=\p{Script=Han})/u, '$1　');
    const list = this.lists.add(
      { marker: 'dash', depth: 1, id: undefined, isFirst: false },
      content,
    );
    if (list) this.root.push(list);
  }

  private addItem(paragraph: Paragraph, kind: Extract<Kind, { is: 'list' }>, mark: string): void {
    if (this.exhibit?.name !== 'formula') this.exhibit = undefined;
    this.flushParts();
    const content = this.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    this.host.account.keep(paragraph, mark);
    const id = this.anchorFor(paragraph);
    if (id !== undefined) content.unshift({ type: 'html', value: `{#${id}} ` });
    const isFirst = /^[（(]?(?:a|1)[)）]|^①/.test(mark);
    const list = this.lists.add({ ...kind, id: paragraph.list?.id, isFirst }, content);
    if (!list) return;
    if (this.exhibit) this.exhibit.children.push(list);
    else this.root.push(list);
  }

  private addNote(paragraph: Paragraph, mark: string): void {
    const exhibit = this.exhibit;
    this.flushParts();
    this.lists.close();
    this.host.account.keep(paragraph, mark);
    const note = makeMarked(
      '注：',
      this.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
    );
    if (exhibit && exhibit.name !== 'formula') exhibit.children.push(note);
    else this.root.push(note);
  }

  private addTableFootnote(paragraph: Paragraph): void {
    const label = /^\s*([a-z])[\s\u3000]+/u.exec(textOfPieces(paragraph.pieces));
    const mark = label?.[0] ?? '';
    this.host.account.keep(paragraph, mark);
    const children = this.phrase(dropStart(paragraph.pieces, mark.trim().length), paragraph);
    const holder = this.exhibit?.children ?? this.root;
    holder.push(makeMarked('注：', children));
    this.host.account.leave(
      'mark',
      paragraph.place,
      textOfPieces(paragraph.pieces),
      tableFootnote,
      true,
    );
  }

  private addExample(paragraph: Paragraph, kind: 'example' | 'example-more', mark: string): void {
    if (kind === 'example' || !this.example) {
      this.flush();
      this.example = { nodes: [] };
    }
    this.host.account.keep(paragraph, mark);
    const children = this.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    if (children.length > 0) this.example.nodes.push({ type: 'paragraph', children });
  }

  private addCaption(paragraph: Paragraph, of: 'table' | 'figure', mark: string): void {
    if (of === 'figure') return this.addFigure(paragraph, mark);
    this.flush();
    this.caption = { of, paragraph, mark };
  }

  private addFigure(paragraph: Paragraph, mark: string): void {
    const shown = this.shown;
    this.shown = [];
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
      { label: this.phrase(rest, paragraph), id: this.anchorFor(paragraph) },
      content,
    );
    this.root.push(this.exhibit);
  }

  private addFormula(paragraph: Paragraph, latex: string, number: string): void {
    this.flush();
    this.host.account.keep(paragraph, number);
    this.exhibit = makeBlock('formula', { id: this.anchorFor(paragraph) }, [
      { type: 'math', value: latex },
    ]);
    this.root.push(this.exhibit);
  }

  private addPicture(paragraph: Paragraph, piece: Extract<Piece, { kind: 'picture' }>): void {
    if (this.zone === 'cover' || this.zone === 'contents')
      this.host.account.leave(
        'picture',
        paragraph.place,
        this.host.pictures.nameOf(piece),
        coverPicture,
        false,
      );
    else this.shown.push({ paragraph, piece });
    this.host.account.keep(paragraph);
  }

  private addTable(table: Table): void {
    if (this.zone === 'cover') return void this.cover.push(...listParagraphs(table));
    if (this.zone === 'contents') {
      for (const paragraph of listParagraphs(table))
        this.host.account.drop(paragraph, 'contents', 'contents', generated);
      return;
    }
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
        const content = this.phrase(line.pieces, line);
        for (const piece of line.pieces)
          if (piece.kind === 'picture')
            content.push(...this.host.pictures.take(piece, '', line.place));
        if (content.length === 0) return [];
        return at > 0 ? [{ type: 'html', value: '<br>' }, ...content] : content;
      });
    });
    for (const paragraph of listParagraphs(table)) this.host.account.keep(paragraph);
    this.exhibit = makeBlock('table', this.describeTable(caption, headRows), [node]);
    this.root.push(this.exhibit);
    for (const paragraph of below) {
      const text = textOfPieces(paragraph.pieces).trim();
      const mark = /^注\s*\d*\s*[：:]\s*/u.exec(text)?.[0] ?? '';
      this.exhibit.children.push(
        makeMarked('注：', this.phrase(dropStart(paragraph.pieces, mark.length), paragraph)),
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
    return {
      ...rows,
      label: this.phrase(dropStart(paragraph.pieces, mark.length), paragraph),
      id: this.anchorFor(paragraph),
      ...(unit !== undefined && { unit }),
    };
  }

  private takeForeword(paragraph: Paragraph, { kind, mark }: Classified, text: string): boolean {
    if (kind.is === 'list' && this.forewordList) {
      const item = textOfPieces(dropStart(paragraph.pieces, mark.length)).trim();
      this.meta[this.forewordList].push(item.replace(/[；;。]$/u, ''));
      this.host.account.drop(paragraph, 'front', 'front', inFrontMatter);
      return true;
    }
    this.forewordList = undefined;
    const read = readForewordLine(text, this.meta);
    if (read === null) return false;
    if (read !== 'taken') this.forewordList = read;
    this.host.account.drop(paragraph, 'front', 'front', inFrontMatter);
    return true;
  }

  private endCover(): void {
    if (this.cover.length === 0) return;
    const lines = this.cover;
    this.cover = [];
    const taken = readCover(lines, this.meta);
    for (const line of lines) {
      if (taken.has(line)) this.host.account.drop(line, 'front', 'front', inFrontMatter);
      else this.host.account.drop(line, 'left', 'front', onCover);
    }
  }

  /** Ends what stands open: a caption without its table, pictures without a caption, an example, lists. */
  private flush(): void {
    this.flushParts();
    this.lists.close();
    this.exhibit = undefined;
  }

  private flushParts(): void {
    const { example, caption, shown } = this;
    this.example = undefined;
    this.caption = undefined;
    this.shown = [];
    if (example) this.endExample(example.nodes);
    if (caption) {
      this.host.account.keep(caption.paragraph);
      this.host.account.leave(
        'caption',
        caption.paragraph.place,
        textOfPieces(caption.paragraph.pieces),
        tableMissing,
        true,
      );
      this.paragraph(this.phrase(caption.paragraph.pieces, caption.paragraph));
    }
    for (const { paragraph, piece } of shown) this.showAlone(paragraph, piece);
  }

  private endExample(nodes: RootContent[]): void {
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === 'paragraph')
      this.root.push(makeMarked('示例：', first.children));
    else if (nodes.length > 0) this.root.push(makeBlock('example', {}, nodes));
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
    this.root.push(
      makeBlock(
        'figure',
        {},
        images.map((image) => ({ type: 'paragraph', children: [image] })),
      ),
    );
    this.host.account.leave(
      'picture',
      paragraph.place,
      this.host.pictures.nameOf(piece),
      pictureAlone,
      true,
    );
  }

  private heading(depth: number, children: PhrasingContent[], paragraph: Paragraph): Heading {
    const heading: Heading = { type: 'heading', depth: depth as Heading['depth'], children };
    this.root.push(heading);
    this.anchor(heading, paragraph);
    return heading;
  }

  private paragraph(children: PhrasingContent[]): void {
    if (children.length > 0) this.root.push({ type: 'paragraph', children });
    this.pushNotes();
  }

  /** Writes `{#id}` behind a heading that something refers to. */
  private anchor(heading: Heading, paragraph: Paragraph): void {
    const known = this.headingIds.get(heading);
    const id = this.anchorFor(paragraph, known);
    if (id === undefined || known !== undefined) return;
    this.headingIds.set(heading, id);
    heading.children.push({
      type: 'html',
      value: heading.children.length > 0 ? ` {#${id}}` : `{#${id}}`,
    });
  }

  /** A paragraph has no address of its own: what refers to it refers to its clause. */
  private anchorClause(paragraph: Paragraph): void {
    const heading = this.root.findLast((node) => node.type === 'heading');
    if (heading) this.anchor(heading, paragraph);
  }

  private anchorFor(paragraph: Paragraph, known?: string): string | undefined {
    const all = [...this.bookmarks, ...paragraph.bookmarks].filter((name) =>
      this.host.wanted.has(name),
    );
    this.bookmarks = [];
    return this.ids.assign(all, known);
  }

  private compareNumber(typed: string, given: string, paragraph: Paragraph): void {
    const plain = typed.replace(/[\s第章]/gu, '').replaceAll('．', '.');
    if (plain === '' || plain === given) return;
    this.host.account.leave('number', paragraph.place, typed, renumbered(plain, given), true);
  }

  private phrase(pieces: readonly Piece[], paragraph: Paragraph): PhrasingContent[] {
    return toPhrasing(pieces, {
      refer: (bookmark, shown) => {
        const node: Html = { type: 'html', value: '' };
        this.references.push({ node, bookmark, shown, place: paragraph.place });
        return node;
      },
      noteOf: (key) => this.labelOf(key),
    });
  }

  private readonly waiting: string[] = [];

  private labelOf(key: string): string | undefined {
    if (!this.host.notes.has(key)) return undefined;
    const known = this.noteLabels.get(key);
    if (known !== undefined) return known;
    const label = String(this.noteLabels.size + 1);
    this.noteLabels.set(key, label);
    this.waiting.push(key);
    return label;
  }

  /** Footnotes follow the paragraph that has their mark. */
  private pushNotes(): void {
    for (let key = this.waiting.shift(); key !== undefined; key = this.waiting.shift()) {
      const label = this.noteLabels.get(key) ?? '';
      const blocks = this.host.notes.get(key) ?? [];
      const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
      for (const each of paragraphs) this.host.account.keep(each);
      const children = paragraphs
        .map((each) => this.phrase(each.pieces, each))
        .filter((each) => each.length > 0)
        .map((each) => ({ type: 'paragraph' as const, children: each }));
      this.root.push({ type: 'footnoteDefinition', identifier: label, label, children });
    }
  }

  /** A foreword whose sentences are all printed from the front matter is left out. */
  private dropEmptyForeword(): void {
    const at = this.root.findIndex(
      (node) =>
        node.type === 'heading' && node.depth === 1 && textOfHeading(node) === headings.foreword,
    );
    const next = this.root[at + 1];
    if (at >= 0 && (next === undefined || (next.type === 'heading' && next.depth === 1)))
      this.root.splice(at, 1);
  }

  private resolve(): void {
    this.pushNotes();
    this.dropEmptyForeword();
    for (const { node, bookmark, shown, place } of this.references) {
      const id = this.ids.get(bookmark);
      node.value = id === undefined ? shown : `[#${id}]`;
      if (id === undefined)
        this.host.account.leave(
          'reference',
          place,
          `${bookmark} ${shown}`.trim(),
          lostReference,
          true,
        );
    }
  }
}

const textOfHeading = ({ children }: Heading): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');
