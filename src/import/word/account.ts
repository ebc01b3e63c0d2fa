import type { Bilingual } from '#core/base/bilingual.ts';
import type { Left, LeftKind, Paragraph } from './pieces.ts';
import { countCharacters, countPieces, textOfPieces } from './pieces.ts';

/** What becomes of the characters of paragraphs. */
export type Use = 'text' | 'front' | 'printed' | 'contents' | 'number' | 'index' | 'left';

/** Where each paragraph of a document went: once each, or the report says so. */
export class Account {
  readonly left: Left[];
  private readonly characters = new Map<Use, number>();
  private readonly settled = new Set<number>();
  paragraphs = { text: 0, other: 0 };

  constructor(left: readonly Left[]) {
    this.left = [...left];
  }

  leave(kind: LeftKind, place: number, text: string, why: Bilingual, needsPerson: boolean): void {
    this.left.push({ kind, place, text, why, needsPerson });
  }

  /** All of a paragraph, or all but the number before it, went into the text. */
  keep(paragraph: Paragraph, mark = ''): void {
    if (!this.settle(paragraph)) return;
    this.paragraphs.text += 1;
    const all = countPieces(paragraph.pieces);
    const marked = countCharacters(mark);
    this.add('text', all - marked);
    this.add('number', marked);
  }

  /** A paragraph is not in the text: the front matter has it, the library prints it, or a person has to look. */
  drop(paragraph: Paragraph, use: Exclude<Use, 'text'>, kind: LeftKind, why: Bilingual): void {
    if (!this.settle(paragraph)) return;
    this.paragraphs.other += 1;
    const text = textOfPieces(paragraph.pieces);
    this.add(use, countPieces(paragraph.pieces));
    if (text.trim() !== '') this.leave(kind, paragraph.place, text, why, use === 'left');
  }

  /** Whether a paragraph has been dealt with. */
  has({ place }: Paragraph): boolean {
    return this.settled.has(place);
  }

  /** Characters by what became of them. */
  totals(): Readonly<Record<Use, number>> {
    const zero = { text: 0, front: 0, printed: 0, contents: 0, number: 0, index: 0, left: 0 };
    return { ...zero, ...Object.fromEntries(this.characters) };
  }

  private settle({ place }: Paragraph): boolean {
    if (this.settled.has(place)) return false;
    this.settled.add(place);
    return true;
  }

  private add(use: Use, count: number): void {
    this.characters.set(use, (this.characters.get(use) ?? 0) + count);
  }
}
