import { diffArrays } from 'diff';
import { listTokens } from './tokens.ts';
import type { Piece } from './model.ts';

/** Two texts that differ in more words than this have nothing to do with each other. */
const mostEdits = 3000;

const turned = { same: 'same', removed: 'added', added: 'removed' } as const;

/** Pieces as they are when the texts change places: what was removed is added, and stands behind what is removed. */
export function mirrorPieces(pieces: readonly Piece[]): readonly Piece[] {
  return sortHunks(pieces.map(({ kind, text }) => ({ kind: turned[kind], text })));
}

/** What two texts have in common and what one of them has alone, word by word; put together, the pieces are both texts. */
export function diffWords(from: string, to: string): readonly Piece[] {
  if (from === to) return from === '' ? [] : [{ kind: 'same', text: from }];
  if (from === '') return [{ kind: 'added', text: to }];
  if (to === '') return [{ kind: 'removed', text: from }];
  // One order of every two texts, so that both directions show the same words.
  return from < to ? diffInOrder(from, to) : mirrorPieces(diffInOrder(to, from));
}

function diffInOrder(from: string, to: string): readonly Piece[] {
  const parts = diffArrays([...listTokens(from)], [...listTokens(to)], {
    maxEditLength: mostEdits,
  });
  if (!parts) {
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ];
  }
  const pieces = parts.map(({ value, added, removed }): Piece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  return joinIslands(sortHunks(pieces));
}

/** Between two same pieces, first all that was removed, then all that was added. */
function sortHunks(pieces: readonly Piece[]): readonly Piece[] {
  const sorted: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') sorted.push({ kind: 'removed', text: removed });
    if (added !== '') sorted.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      sorted.push({ kind, text });
    }
  }
  flush();
  return sorted;
}

/** A space, a mark or one character between two changes is no rest for the eye: it becomes part of them. */
function joinIslands(pieces: readonly Piece[]): readonly Piece[] {
  const joined = pieces.flatMap((piece, at): readonly Piece[] => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    const isIsland =
      piece.kind === 'same' &&
      before !== undefined &&
      after !== undefined &&
      (/^\s+$/u.test(piece.text) || /^[\p{Script=Han}\p{P}]$/u.test(piece.text));
    if (!isIsland) return [piece];
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'added', text: piece.text },
    ];
  });
  return sortHunks(joined);
}
