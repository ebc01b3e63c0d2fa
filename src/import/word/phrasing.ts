import type { Html, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Piece } from './pieces.ts';

/** A cross-reference whose target is known when all is read. */
export interface PendingReference {
  /** Its place in the text, printed as it stands. */
  readonly node: Html;
  readonly bookmark: string;
  readonly shown: string;
  readonly place: number;
}

interface PhrasingHost {
  readonly refer: (bookmark: string, shown: string) => Html;
  /** The label of a footnote; undefined for one that the file does not have. */
  readonly noteOf: (key: string) => string | undefined;
}

/** Text as Markdown has it: indices and references in their marks, formulas, notes; pictures are not among it. */
export function toPhrasing(pieces: readonly Piece[], host: PhrasingHost): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const open: TextDirective[] = [];
  let last: { readonly tagged: TextDirective; readonly number: string | undefined } | undefined;
  for (const piece of joinTexts(trimPieces(pieces))) {
    const into = open.at(-1)?.children ?? nodes;
    if (piece.kind !== 'tag') {
      const node = toNode(piece, host);
      if (node) into.push(node);
    } else if (piece.type === undefined) open.pop();
    else {
      const isSame =
        last !== undefined && last.number === piece.number && into.includes(last.tagged);
      const tagged: TextDirective = isSame && last ? last.tagged : makeTag(piece.type);
      // What stands between two parts of one text is of it.
      if (isSame) tagged.children.push(...into.splice(into.indexOf(tagged) + 1));
      else into.push(tagged);
      last = { tagged, number: piece.number };
      open.push(tagged);
    }
  }
  return nodes;
}

const makeTag = (name: string): TextDirective => ({
  type: 'textDirective',
  name,
  children: [],
});

function toNode(piece: Piece, { refer, noteOf }: PhrasingHost): PhrasingContent | undefined {
  switch (piece.kind) {
    case 'text': {
      const text = piece.text.replace(/[\t\n\r ]+/g, ' ');
      if (piece.vertical === undefined || text.trim() === '') return { type: 'text', value: text };
      if (piece.vertical === 'subscript')
        return {
          type: 'textDirective',
          name: 'sub',
          children: [{ type: 'text', value: text.trim() }],
        };
      return /^[^\s^]+$/.test(text.trim())
        ? { type: 'html', value: `^${escapeIndex(text.trim())}^` }
        : { type: 'textDirective', name: 'sup', children: [{ type: 'text', value: text.trim() }] };
    }
    case 'reference':
      return refer(piece.bookmark, piece.shown);
    case 'note': {
      const label = noteOf(`${piece.of}:${piece.id}`);
      return label === undefined
        ? undefined
        : { type: 'footnoteReference', identifier: label, label };
    }
    case 'formula':
      return { type: 'inlineMath', value: piece.latex };
    case 'break':
      return piece.of === 'line' ? { type: 'text', value: ' ' } : undefined;
    case 'picture':
    case 'tag':
      return undefined;
  }
}

const escapeIndex = (text: string): string => text.replace(/[\\`*_[\]<$:]/g, String.raw`\$&`);

/** Without white space at both ends. */
function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter((piece) => piece.kind !== 'text' || piece.text !== '');
  const isBlank = (piece: Piece | undefined): boolean =>
    piece !== undefined &&
    ((piece.kind === 'text' && piece.text.trim() === '') || piece.kind === 'break');
  let [start, end] = [0, kept.length];
  while (start < end && isBlank(kept[start])) start += 1;
  while (end > start && isBlank(kept[end - 1])) end -= 1;
  return kept.slice(start, end).map((piece, at, all) => {
    if (piece.kind !== 'text') return piece;
    const front = at === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: at === all.length - 1 ? front.trimEnd() : front };
  });
}

/** Runs of one look are one text: Word parts them where it likes. */
function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && last.vertical === piece.vertical)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

/** Pieces without their first characters: a typed number or sign, in any runs. */
export function dropStart(pieces: readonly Piece[], length: number): readonly Piece[] {
  let left = length;
  let blank = true;
  return pieces.flatMap((piece): readonly Piece[] => {
    if (left <= 0 && !blank) return [piece];
    if (piece.kind === 'tag') return [piece];
    if (piece.kind !== 'text') {
      left = Math.max(0, left - (piece.kind === 'reference' ? piece.shown.length : 0));
      return left > 0 ? [] : [piece];
    }
    const text = blank ? piece.text.trimStart() : piece.text;
    if (blank && text === '') return [];
    blank = false;
    const dropped = text.slice(0, left).length;
    left -= dropped;
    return dropped < text.length ? [{ ...piece, text: text.slice(dropped) }] : [];
  });
}
