import type { Heading, PhrasingContent, Root } from 'mdast';
import type { Account } from './account.ts';
import { ClauseNumbers } from './clause-numbers.ts';
import { ExhibitBuilder } from './exhibit-builder.ts';
import type { TypedCaption } from './exhibit-builder.ts';
import { Cover } from './cover.ts';
import { readForewordLine } from './front-matter.ts';
import type { DraftMeta, ForewordList } from './front-matter.ts';
import { classify } from './kinds.ts';
import type { Classified, Kind } from './kinds.ts';
import { dropStart } from './phrasing.ts';
import type { Pictures } from './pictures.ts';
import { textOfPieces } from './pieces.ts';
import type { Block, Paragraph, Piece, Table } from './pieces.ts';
import {
  coverPicture,
  generated,
  inFrontMatter,
  printedByItself,
  renumbered,
  titlePrinted,
} from './reasons.ts';
import { isPrinted, splitTerm } from './sentences.ts';
import { listParagraphs } from './tables.ts';
import { TextRoot } from './text-root.ts';

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

interface BuilderHost {
  readonly account: Account;
  readonly pictures: Pictures;
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Bookmarks that something refers to: only these need an id. */
  readonly wanted: ReadonlySet<string>;
}

type Dropped = Parameters<Account['drop']> extends [Paragraph, ...infer Rest] ? Rest : never;

/** Pieces that say something without words of their own. */
const speaking: ReadonlySet<Piece['kind']> = new Set(['note', 'reference', 'formula']);

const headings = {
  foreword: '前言',
  introduction: '引言',
  bibliography: '参考文献',
  index: '索引',
} as const;

/** Puts blocks of a draft together as a standard: its elements in their order, each paragraph once. */
export class Builder {
  readonly meta: DraftMeta = { changes: [], history: [] };
  private readonly host: BuilderHost;
  private readonly text: TextRoot;
  private readonly exhibits: ExhibitBuilder;
  private readonly numbers = new ClauseNumbers();
  private zone: Zone = 'cover';
  readonly cover = new Cover();
  private forewordList: ForewordList | undefined;
  private awaitsTerm = false;
  private annexHeading: Heading | undefined;

  constructor(host: BuilderHost) {
    this.host = host;
    const { account, pictures } = host;
    this.text = new TextRoot(host);
    this.exhibits = new ExhibitBuilder({ account, pictures, text: this.text });
  }

  /** Numbers of tables, figures and formulas that the draft has typed; null once one is lost, and the count with it. */
  get captions(): readonly TypedCaption[] | null {
    return this.exhibits.captions;
  }

  build(blocks: readonly Block[]): Root {
    for (const block of blocks) this.add(block);
    this.exhibits.flush();
    this.endCover();
    return this.text.finish();
  }

  private add(block: Block): void {
    if (block.kind === 'section') return;
    this.text.place = block.place;
    if (block.kind === 'table') this.addTable(block);
    else this.addParagraph(block);
  }

  private addParagraph(paragraph: Paragraph): void {
    const { pieces, boxes } = paragraph;
    const text = textOfPieces(pieces).trim();
    const pictures = pieces.filter((piece) => piece.kind === 'picture');
    if (text === '' && pictures.length === 0 && !pieces.some(({ kind }) => speaking.has(kind))) {
      this.text.keepBookmarks(paragraph);
      this.host.account.keep(paragraph);
    } else {
      const isPicture = text === '' && pictures.length > 0 && this.zone !== 'cover';
      if (isPicture) this.text.lists.close();
      else this.place(paragraph, text);
      for (const piece of pictures) this.addPicture(paragraph, piece);
    }
    for (const box of boxes) this.add(box);
  }

  /** Goes to the element that a paragraph begins, then puts it there. */
  private place(paragraph: Paragraph, text: string): void {
    const classified = this.check(classify(paragraph, this.classes()), text);
    const { kind } = classified;
    if (this.zone === 'cover' && !this.endsCover(paragraph, classified, text)) {
      this.cover.add(paragraph);
      return;
    }
    if (kind.is === 'chapter') return this.startChapter(paragraph, kind.of);
    if (kind.is === 'annex' && this.zone !== 'contents')
      return this.startAnnex(paragraph, classified);
    if (
      this.zone === 'contents' &&
      (kind.is === 'contents' || !this.leavesContents(classified, text))
    )
      return this.drop(paragraph, 'contents', 'contents', generated);
    if (kind.is === 'contents') return this.drop(paragraph, 'contents', 'contents', generated);
    if (kind.is === 'title' || (this.zone !== 'annex' && text === this.meta.title))
      return this.drop(paragraph, 'front', 'front', titlePrinted);
    if (kind.is === 'cover') return this.cover.add(paragraph);
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
    if (mark === '' || !['clause', 'untitled', 'term'].includes(kind.is)) return classified;
    const typed = mark.trim().replace(/[、.．]$/u, '');
    if (typed.startsWith('第') || this.zone === 'contents' || this.zone === 'cover')
      return classified;
    if (this.numbers.isPlausible(typed) && text !== '') return classified;
    // Where a style says that it is a clause, what stands before it is an amount.
    return isGuess
      ? { kind: { is: 'text' }, mark: '', isGuess: false }
      : { kind, mark: '', isGuess: false };
  }

  private endsCover(paragraph: Paragraph, { kind, mark }: Classified, text: string): boolean {
    if (paragraph.isFramed) return false;
    if (kind.is === 'chapter') return true;
    if (kind.is === 'clause' && kind.depth === 1) return mark === '' || text.endsWith('范围');
    return kind.is === 'contents';
  }

  /** The first line after the contents that is no entry of it: entries end in a page. */
  private leavesContents({ kind }: Classified, text: string): boolean {
    return kind.is === 'clause' && kind.depth === 1 && !/[\d\s.…·ⅠⅡⅢⅣⅤIVX]$/u.test(text);
  }

  private startChapter(paragraph: Paragraph, of: Extract<Kind, { is: 'chapter' }>['of']): void {
    this.exhibits.flush();
    this.endCover();
    this.zone = of;
    if (of === 'contents') return this.drop(paragraph, 'contents', 'contents', generated);

    this.host.account.keep(paragraph);
    this.text.heading(1, [{ type: 'text', value: headings[of] }], paragraph);
  }

  private startAnnex(paragraph: Paragraph, { mark }: Classified): void {
    this.exhibits.flush();
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
    this.annexHeading = this.text.heading(1, children, paragraph);
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
    } else if (!/附录(?:（…）)?\s/u.test(first.value) && text.length <= 60) {
      heading.children = [
        { type: 'text', value: `${first.value} ` },
        ...this.text.phrase(paragraph.pieces, paragraph),
        ...heading.children.slice(1),
      ];
      this.annexHeading = undefined;
    } else return false;
    this.host.account.keep(paragraph);
    this.text.anchor(heading, paragraph);
    return true;
  }

  private put(paragraph: Paragraph, classified: Classified, text: string): void {
    const { kind, mark } = classified;
    if (this.zone === 'index') return this.drop(paragraph, 'index', 'index', generated);
    if (
      this.annexHeading &&
      (kind.is === 'text' || kind.is === 'annex-title') &&
      this.continueAnnex(paragraph, text)
    )
      return;
    this.annexHeading = undefined;
    if (this.zone === 'foreword' && this.takeForeword(paragraph, classified, text)) return;
    if (isPrinted(this.zone, text))
      return this.drop(paragraph, 'printed', 'printed', printedByItself);
    if (this.awaitsTerm && kind.is === 'text') return this.addTerm(paragraph, 2, '');
    switch (kind.is) {
      case 'clause':
        return this.addClause(paragraph, kind.depth, mark);
      case 'untitled':
        return this.addUntitled(paragraph, kind.depth, mark);
      case 'term':
        return this.addTerm(paragraph, kind.depth, mark);
      case 'caption':
        return this.exhibits.addCaption(paragraph, kind.of, mark);
      case 'note':
        return this.exhibits.addNote(paragraph, mark);
      case 'example':
      case 'example-more':
        return this.exhibits.addExample(paragraph, kind.is, mark);
      case 'list':
        return this.addItem(paragraph, kind, mark);
      case 'table-footnote':
        return this.exhibits.addTableFootnote(paragraph);
      default:
        return this.addText(paragraph, text, kind.is === 'formula');
    }
  }

  private addClause(paragraph: Paragraph, depth: number, mark: string): void {
    this.exhibits.flush();
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
    if (this.awaitsTerm) return;
    const said = this.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    // Below the chapter of terms a clause that is no term holds a group of them.
    const isGroup = this.zone === 'terms' && depth > 1;
    this.text.heading(depth, said, paragraph, isGroup ? '.group' : undefined);
  }

  private addUntitled(paragraph: Paragraph, depth: number, mark: string): void {
    this.exhibits.flush();
    this.compareNumber(mark.trim(), this.numbers.count(depth), paragraph);
    this.host.account.keep(paragraph, mark);
    this.text.heading(depth, [], paragraph);
    this.text.paragraph(this.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph));
  }

  private addTerm(paragraph: Paragraph, depth: number, mark: string): void {
    this.exhibits.flush();
    const rest = dropStart(paragraph.pieces, mark.length);
    const said = textOfPieces(rest).trim();
    if (!this.awaitsTerm) this.compareNumber(mark.trim(), this.numbers.count(depth), paragraph);
    this.awaitsTerm = said === '';
    this.host.account.keep(paragraph, mark);
    if (said === '') return this.text.keepBookmarks(paragraph);
    this.text.heading(depth, [{ type: 'text', value: splitTerm(said) }], paragraph);
  }

  private addText(paragraph: Paragraph, text: string, isFormula: boolean): void {
    if (this.exhibits.takeText(paragraph, text, isFormula)) return;
    const isListed = this.zone === 'references' || this.zone === 'bibliography';
    if (isListed) this.exhibits.flushParts();
    else this.exhibits.flush();
    this.host.account.keep(paragraph);
    const content = this.text.phrase(paragraph.pieces, paragraph);
    this.text.anchorClause(paragraph);
    if (isListed) this.addListed(content);
    else this.text.paragraph(content);
  }

  /** An entry of the lists of documents: `- GB/T 191 包装储运图示标志`; a typed `[1]` is given anew. */
  private addListed(content: PhrasingContent[]): void {
    const [first] = content;
    if (first?.type === 'text')
      first.value = first.value
        .replace(/^\[\d+\]\s*/, '')
        .replace(
          /^((?:[A-Z]+\/?)+ ?[\d.]+(?:[-—–]\d{4})?)[ \u3000]+(?=\p{Script=Han})/u,
          '$1\u3000',
        );
    const list = this.text.lists.add(
      { marker: 'dash', depth: 1, id: undefined, isFirst: false, place: this.text.place },
      content,
    );
    if (list) this.text.push(list);
  }

  private addItem(paragraph: Paragraph, kind: Extract<Kind, { is: 'list' }>, mark: string): void {
    this.exhibits.startItem();
    const content = this.text.phrase(dropStart(paragraph.pieces, mark.length), paragraph);
    this.host.account.keep(paragraph, mark);
    const id = this.text.anchorFor(paragraph);
    if (id !== undefined) content.unshift({ type: 'html', value: `{#${id}} ` });
    const isFirst = /^[（(]?(?:a|1)[)）]|^①/.test(mark);
    this.exhibits.pushList(
      this.text.lists.add(
        { ...kind, id: paragraph.list?.id, isFirst, place: paragraph.place },
        content,
      ),
    );
  }

  private addTable(table: Table): void {
    if (this.zone === 'cover') this.cover.add(...listParagraphs(table));
    else if (this.zone !== 'contents') this.exhibits.addTable(table);
    else
      for (const each of listParagraphs(table)) this.drop(each, 'contents', 'contents', generated);
  }

  private addPicture(paragraph: Paragraph, piece: Extract<Piece, { kind: 'picture' }>): void {
    if (this.zone === 'cover' || this.zone === 'contents') {
      const name = this.host.pictures.nameOf(piece);
      this.host.account.leave('picture', paragraph.place, name, coverPicture, false);
      this.host.account.keep(paragraph);
    } else this.exhibits.addPicture(paragraph, piece);
  }

  private takeForeword(paragraph: Paragraph, { kind, mark }: Classified, text: string): boolean {
    if (kind.is === 'list' && this.forewordList) {
      const item = textOfPieces(dropStart(paragraph.pieces, mark.length)).trim();
      this.meta[this.forewordList].push(item.replace(/[；;。]$/u, ''));
      this.drop(paragraph, 'front', 'front', inFrontMatter);
      return true;
    }
    this.forewordList = undefined;
    const read = readForewordLine(text, this.meta);
    if (read === null) return false;
    if (read !== 'taken') this.forewordList = read;
    this.drop(paragraph, 'front', 'front', inFrontMatter);
    return true;
  }

  private endCover(): void {
    this.cover.end(this.meta, this.host.account);
  }

  private drop(paragraph: Paragraph, ...rest: Dropped): void {
    this.host.account.drop(paragraph, ...rest);
  }

  private compareNumber(typed: string, given: string, paragraph: Paragraph): void {
    const plain = typed.replace(/[\s第章]/gu, '').replaceAll('．', '.');
    if (plain === '' || plain === given) return;
    this.host.account.leave('number', paragraph.place, typed, renumbered(plain, given), true);
  }
}
