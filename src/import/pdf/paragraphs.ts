import type { Line, LineCell, Page } from './lines.ts';
import { leftOf, rightOf, textOfLine } from './lines.ts';

/** What lines were put together as: a paragraph, an entry of a list of contents, or rows of a table. */
export type Piece =
  | { readonly kind: 'text' | 'contents'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] };

const entry = /(?:[.…·]\s?){4,}\s*(?:\d{1,4}|[IVXLC]+|[Ⅰ-Ⅻ]+)?$/u;
const chapter = /^(?:目\s*次|前\s*言|引\s*言|参\s*考\s*文\s*献|索\s*引)$/u;
const caption = /^表\s*(?:[A-Z]\s*[.．]\s*)?\d{1,3}(?!\d)(?:\s|\p{Script=Han})/u;
const mark =
  /^(?:\d{1,2}(?:[.．]\d{1,3}){1,5}(?![\d%℃])[\s\u3000]|[A-Z](?:[.．]\d{1,3}){1,5}[\s\u3000]|[表图]\s*(?:[A-Z]\s*[.．]\s*)?\d{1,3}[\s\u3000]|附\s*录\s*[A-Z]|[（(](?:规范性|资料性)|[a-z\d]{1,2}[)）]|——|[●•]|注\s*\d{0,2}\s*[：:]|示例\s*\d{0,2}\s*[：:]|ICS\s*\d|CCS\s|\[来源)/u;
const bareNumber = /^\d{1,2}[\s\u3000]+\p{Script=Han}/u;
const sentenceEnd = /[。；：:;!?！？]$/u;

/** Paragraphs of pages: lines are joined where one was broken for want of room, and a page no further than its sentence. */
export function joinLines(pages: readonly Page[]): readonly Piece[] {
  const joiner = new Joiner();
  for (const [at, page] of pages.entries()) {
    joiner.startPage(page, at === 0);
    for (const line of page) joiner.add(line);
  }
  joiner.end();
  return joiner.pieces;
}

class Joiner {
  readonly pieces: Piece[] = [];
  private text = '';
  private last: Line | undefined;
  private left = 0;
  private right = 0;
  private isCover = false;
  /** Below 「目次」 all lines of a page are entries, whether dots lead to their pages or not. */
  private isContents = false;
  private rows: Line[] | undefined;

  startPage(page: Page, isCover: boolean): void {
    this.isCover = isCover;
    this.isContents = false;
    if (page.length === 0) return;
    this.left = Math.min(...page.map(leftOf));
    this.right = Math.max(...page.map(rightOf));
    if (isCover) this.last = undefined;
  }

  add(line: Line): void {
    const text = textOfLine(line);
    if (this.rows?.length === 0 && /^[（(]?单位/u.test(text)) {
      this.endText();
      this.text = text;
      return;
    }
    if (this.rows) {
      if (this.isRow(line, text)) {
        this.rows.push(line);
        return;
      }
      this.endRows();
    }
    if (entry.test(text) || this.isContents) {
      this.endText();
      this.pieces.push({ kind: 'contents', text });
    } else if (this.goesOn(line, text)) this.text = joinText(this.text, text);
    else {
      this.endText();
      this.text = text;
    }
    this.last = line;
    this.isContents ||= /^目\s*[次录]$/u.test(text);
    if (caption.test(text) && line.cells.length <= 2 && !/[。；，]/u.test(text)) this.rows = [];
  }

  end(): void {
    this.endRows();
    this.endText();
  }

  /** Whether a line goes on with the paragraph of the one before it. */
  private goesOn(line: Line, text: string): boolean {
    const { last } = this;
    if (!last || this.text === '' || this.isCover) return false;
    if (mark.test(text) || chapter.test(text) || chapter.test(this.text)) return false;
    if (Math.abs(last.size - line.size) > 0.08) return false;
    const isFull = rightOf(last) > this.right - 2.2;
    if (!isFull) return false;
    const isOpen = !sentenceEnd.test(this.text);
    if (bareNumber.test(text)) return isOpen;
    const isIndented = leftOf(line) > this.left + 1.2;
    // Lines of an item hang below its text.
    return !isIndented || mark.test(this.text) || isOpen;
  }

  /** Below a caption: lines of several cells, and what goes on with a cell of the line before. */
  private isRow(line: Line, text: string): boolean {
    if (entry.test(text) || chapter.test(text)) return false;
    if (/[。；]/u.test(text) && text.length > 30 && leftOf(line) < this.left + 3) return false;
    if (line.cells.length > 1) return true;
    if (mark.test(text) || bareNumber.test(text)) return false;
    return (
      (this.rows?.length ?? 0) > 0 && leftOf(line) > this.left + 1.2 && !sentenceEnd.test(text)
    );
  }

  private endRows(): void {
    const { rows } = this;
    this.rows = undefined;
    if (!rows || rows.length === 0) return;
    this.endText();
    this.last = undefined;
    this.pieces.push({ kind: 'rows', rows: toRows(rows) });
  }

  private endText(): void {
    if (this.text !== '') this.pieces.push({ kind: 'text', text: this.text });
    this.text = '';
  }
}

/** Rows of a table: by the order of their cells where none is missing, else by where these stand. */
function toRows(lines: readonly Line[]): readonly (readonly string[])[] {
  const count = Math.max(...lines.map(({ cells }) => cells.length));
  const whole = lines.filter(({ cells }) => cells.length === count);
  const columns = Array.from({ length: count }, (_, at) => ({
    left: Math.min(...whole.map(({ cells }) => cells[at]?.left ?? 0)),
    right: Math.max(...whole.map(({ cells }) => cells[at]?.right ?? 0)),
  }));
  const rows: string[][] = [];
  for (const { cells } of lines) {
    const places = cells.map((cell, at) => (cells.length === count ? at : nearest(columns, cell)));
    const above = rows.at(-1);
    const goesOn = above && cells.length < count && !places.includes(0);
    const row = goesOn ? above : columns.map(() => '');
    if (!goesOn) rows.push(row);
    for (const [at, { text }] of cells.entries()) {
      const place = places[at] ?? 0;
      row[place] = joinText(row[place] ?? '', text);
    }
  }
  return rows;
}

/** The column that a cell stands in, or is nearest to. */
function nearest(
  columns: readonly { readonly left: number; readonly right: number }[],
  { left, right }: LineCell,
): number {
  const distances = columns.map(
    (column) =>
      Math.max(0, column.left - right, left - column.right) +
      Math.abs(column.left + column.right - left - right) / 100,
  );
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** Lines put together: Chinese without a blank, Latin words with one, a word parted by a hyphen as one. */
function joinText(before: string, after: string): string {
  if (before === '') return after;
  if (/\p{Script=Latin}-$/u.test(before) && /^\p{Ll}/u.test(after))
    return before.slice(0, -1) + after;
  const isLatin =
    /[\p{Script=Latin}\d,.;:)]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(after);
  return isLatin ? `${before} ${after}` : before + after;
}
