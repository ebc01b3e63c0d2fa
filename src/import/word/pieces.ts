import type { Bilingual } from '#core/base/bilingual.ts';
import type { ListFormat } from './styles.ts';

/** Text of one look; `field` names the form field or content control that it fills in. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly vertical?: 'superscript' | 'subscript';
  readonly isBold?: boolean;
  readonly field?: string;
  /** Stands nowhere in the file as text: a symbol, the choice of a drop-down. */
  readonly isAdded?: boolean;
}

/** What stands in a paragraph, in its order. */
export type Piece =
  | TextPiece
  /** A cross-reference of Word: to the bookmark, shown as that text. */
  | { readonly kind: 'reference'; readonly bookmark: string; readonly shown: string }
  | { readonly kind: 'note'; readonly of: 'footnotes' | 'endnotes'; readonly id: string }
  | {
      readonly kind: 'picture';
      readonly relationship: string;
      readonly alternative: string;
      readonly title: string;
    }
  /** Where a text begins that its author tagged as a provision of a type, and, without type, where it ends. */
  | { readonly kind: 'tag'; readonly type?: string; readonly number?: string }
  | {
      readonly kind: 'formula';
      readonly latex: string;
      readonly text: string;
      readonly isBlock: boolean;
    }
  | { readonly kind: 'break'; readonly of: 'line' | 'page' };

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Paragraphs are counted through the document from 1, those of cells and boxes too. */
  readonly place: number;
  /** Names of its style and of those that is based on. */
  readonly names: readonly string[];
  readonly outline?: number;
  readonly list?: ListFormat & { readonly id: string; readonly level: number };
  readonly pieces: readonly Piece[];
  readonly bookmarks: readonly string[];
  /** In a frame or a text box: where covers have their fields. */
  readonly isFramed: boolean;
  readonly isRight: boolean;
  readonly isBold: boolean;
  /** Paragraphs and tables of text boxes that hang on it. */
  readonly boxes: readonly Block[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** Columns it spans. */
  readonly columns: number;
  /** `start` begins a cell of several rows, `on` continues one. */
  readonly merged?: 'start' | 'on';
}

export interface Table {
  readonly kind: 'table';
  readonly place: number;
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly isHead: boolean }[];
  readonly isFramed: boolean;
}

/** A paragraph, a table, or the end of a section, where sheets begin anew. */
export type Block = Paragraph | Table | { readonly kind: 'section'; readonly place: number };

/** Why something of the file is not in the text as it stands. */
export type LeftKind =
  | 'deleted'
  | 'inserted'
  | 'hidden'
  | 'comment'
  | 'field'
  | 'placeholder'
  | 'ruby'
  | 'symbol'
  | 'object'
  | 'drawing'
  | 'link'
  | 'duplicate'
  | 'contents'
  | 'printed'
  | 'front'
  | 'number'
  | 'mark'
  | 'caption'
  | 'picture'
  | 'reference'
  | 'nested'
  | 'formula'
  | 'guess'
  | 'index'
  | 'end';

/** Something of the file that is not in the text as it stands, or stands there by a guess. */
export interface Left {
  readonly kind: LeftKind;
  readonly place: number;
  /** As the file has it. */
  readonly text: string;
  /** What became of it. */
  readonly why: Bilingual;
  /** Whether a person has to do or look at something. */
  readonly needsPerson: boolean;
}

/** Text of pieces as a reader of the document sees it. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'reference':
          return piece.shown;
        case 'formula':
          return piece.text;
        case 'break':
          return piece.of === 'line' ? '\n' : '';
        default:
          return '';
      }
    })
    .join('');
}

/** Characters of pieces that the file has as text. */
export function countPieces(pieces: readonly Piece[]): number {
  return countCharacters(
    textOfPieces(pieces.filter((piece) => piece.kind !== 'text' || piece.isAdded !== true)),
  );
}

/** Characters that say something: all but white space. */
export function countCharacters(text: string): number {
  return text.replace(/\s/gu, '').length;
}
