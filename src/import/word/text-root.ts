import type { Heading, Html, PhrasingContent, Root, RootContent } from 'mdast';
import type { Account } from './account.ts';
import { BookmarkIds, isOwnBookmark } from './ids.ts';
import { OpenLists } from './lists.ts';
import { toPhrasing } from './phrasing.ts';
import type { PendingReference } from './phrasing.ts';
import { textOfPieces } from './pieces.ts';
import type { Block, Paragraph, Piece } from './pieces.ts';
import { lostReference, noteLost, noteUnused } from './reasons.ts';

interface TextHost {
  readonly account: Account;
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Bookmarks that something refers to: only these need an id. */
  readonly wanted: ReadonlySet<string>;
}

/** The text as it grows: its nodes, the ids of its places, what refers to them, and its footnotes. */
export class TextRoot {
  readonly lists = new OpenLists();
  private readonly host: TextHost;
  private readonly nodes: RootContent[] = [];
  private readonly ids = new BookmarkIds();
  private readonly headingIds = new Map<Heading, string>();
  private readonly references: PendingReference[] = [];
  private readonly noteLabels = new Map<string, string>();
  private readonly waiting: string[] = [];
  private readonly exhibitNotes = new Set<string>();
  private lastHeading: Heading | undefined;
  /** Bookmarks of empty paragraphs: they are of what comes next. */
  private bookmarks: string[] = [];
  /** The paragraph that is being put into the text. */
  place = 0;

  constructor(host: TextHost) {
    this.host = host;
  }

  push(node: RootContent, place = this.place): void {
    node.data = { place, ...node.data };
    this.nodes.push(node);
  }

  heading(
    depth: number,
    children: PhrasingContent[],
    paragraph: Paragraph,
    mark?: string,
  ): Heading {
    this.pushNotes();
    const heading: Heading = { type: 'heading', depth: depth as Heading['depth'], children };
    this.push(heading);
    this.lastHeading = heading;
    this.anchor(heading, paragraph, mark);
    return heading;
  }

  paragraph(children: PhrasingContent[], place = this.place): void {
    if (children.length > 0) this.push({ type: 'paragraph', children }, place);
  }

  keepBookmarks({ bookmarks }: Paragraph): void {
    this.bookmarks.push(...bookmarks);
  }

  /** Writes `{#id}` behind a heading that something refers to. */
  anchor(heading: Heading, paragraph: Paragraph, mark?: string): void {
    const known = this.headingIds.get(heading);
    const id = this.anchorFor(paragraph, known);
    if (known !== undefined) return;
    const marks = [mark, id === undefined ? undefined : `#${id}`].filter(
      (each) => each !== undefined,
    );
    if (marks.length === 0) return;
    if (id !== undefined) this.headingIds.set(heading, id);
    const isEmpty = heading.children.length === 0;
    const attributes = `{${marks.join(' ')}}`;
    heading.children.push({ type: 'html', value: isEmpty ? attributes : ` ${attributes}` });
  }

  /** A paragraph has no address of its own: what refers to it refers to its clause. */
  anchorClause(paragraph: Paragraph): void {
    if (this.lastHeading) this.anchor(this.lastHeading, paragraph);
  }

  /** The id of a place that something refers to, by the bookmarks that stand there. */
  anchorFor(paragraph: Paragraph, known?: string): string | undefined {
    const all = [...this.bookmarks, ...paragraph.bookmarks].filter(
      (name) => this.host.wanted.has(name) || isOwnBookmark(name),
    );
    this.bookmarks = [];
    return this.ids.assign(all, known);
  }

  phrase(pieces: readonly Piece[], paragraph: Paragraph): PhrasingContent[] {
    return toPhrasing(pieces, {
      refer: (bookmark, shown) => {
        const node: Html = { type: 'html', value: '' };
        this.references.push({ node, bookmark, shown, place: paragraph.place });
        return node;
      },
      noteOf: (key) => this.labelOf(key, paragraph),
    });
  }

  /** The whole text, its references pointing to what they mean. */
  finish(): Root {
    this.pushNotes();
    this.leaveUnusedNotes();
    for (const { node, bookmark, shown, place } of this.references) {
      const id = this.ids.get(bookmark);
      if (id !== undefined) {
        node.value = `[#${id}]`;
        continue;
      }
      Object.assign(node, { type: 'text', value: shown });
      const said = `${bookmark} ${shown}`.trim();
      this.host.account.leave('reference', place, said, lostReference, true);
    }
    return { type: 'root', children: this.dropEmptyForeword() };
  }

  private labelOf(key: string, paragraph: Paragraph): string | undefined {
    if (!this.host.notes.has(key)) {
      this.host.account.leave('reference', paragraph.place, key, noteLost, true);
      return undefined;
    }
    const known = this.noteLabels.get(key);
    if (known !== undefined) return known;
    const label = String(this.noteLabels.size + 1);
    this.noteLabels.set(key, label);
    this.waiting.push(key);
    return label;
  }

  /** Footnotes stand at the end of the clause that has their marks. */
  private pushNotes(): void {
    for (let key = this.waiting.shift(); key !== undefined; key = this.waiting.shift()) {
      const label = this.noteLabels.get(key) ?? '';
      const paragraphs = this.paragraphsOfNote(key);
      for (const each of paragraphs) this.host.account.keep(each);
      const children = paragraphs
        .map((each) => this.phrase(each.pieces, each))
        .filter((each) => each.length > 0)
        .map((each) => ({ type: 'paragraph' as const, children: each }));
      this.nodes.push({ type: 'footnoteDefinition', identifier: label, label, children });
    }
  }

  /** A name for a footnote of a table or a figure, each once in the text. */
  nameNote(letter: string): string {
    let name = letter;
    for (let copy = 2; this.exhibitNotes.has(name); copy += 1) name = `${letter}${copy}`;
    this.exhibitNotes.add(name);
    return name;
  }

  private leaveUnusedNotes(): void {
    for (const key of this.host.notes.keys()) {
      if (this.noteLabels.has(key)) continue;
      for (const each of this.paragraphsOfNote(key)) {
        if (textOfPieces(each.pieces).trim() !== '')
          this.host.account.drop(each, 'left', 'reference', noteUnused);
      }
    }
  }

  private paragraphsOfNote(key: string): readonly Paragraph[] {
    return (this.host.notes.get(key) ?? []).filter((block) => block.kind === 'paragraph');
  }

  /** A foreword whose sentences are all printed from the front matter is left out. */
  private dropEmptyForeword(): RootContent[] {
    return this.nodes.filter((node, at, all) => {
      const next = all[at + 1];
      const isEmpty = next === undefined || (next.type === 'heading' && next.depth === 1);
      return !(isEmpty && node.type === 'heading' && textOfHeading(node) === '前言');
    });
  }
}

const textOfHeading = ({ children }: Heading): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');
