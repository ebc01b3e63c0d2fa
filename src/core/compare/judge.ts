import { decideDirection, listLimitChanges, listLimits } from './limits.ts';
import type { ChangeKind, LimitChange, LimitPart, Piece, VerbChange } from './model.ts';
import { foldText } from './normalise.ts';
import type { Places } from './normalise.ts';
import type { Unit } from './units.ts';
import { findVerbChange } from './verbs.ts';
import { diffWords } from './word-diff.ts';

/** What became of the words of a sentence; without a kind they are the same. */
export interface Judgement {
  readonly kind?: Exclude<ChangeKind, 'added' | 'removed' | 'moved'>;
  readonly pieces: readonly Piece[];
  readonly verb?: VerbChange;
  readonly limits: readonly LimitChange[];
}

/** Limits of the two sentences that are answered elsewhere: by a part that was divided from one of them. */
export interface Claimed {
  readonly from: readonly LimitPart[];
  readonly to: readonly LimitPart[];
}

const leave = (limits: readonly LimitPart[], claimed: readonly LimitPart[]) =>
  limits.filter((limit) => !claimed.some(({ text }) => text === limit.text));

/** What a pair of sentences differs in, and which way it went. */
export function judgeSentences(
  from: Unit,
  to: Unit,
  places: Places,
  claimed: Claimed,
  settle: (limits: readonly LimitChange[]) => readonly LimitChange[],
): Judgement {
  const pieces = diffWords(from.text, to.text);
  if (from.text === to.text) return { pieces, limits: [] };
  if (foldText(from.text, places) === foldText(to.text))
    return { kind: 'editorial', pieces, limits: [] };
  const [before, after] = [listLimits(from), listLimits(to)];
  const found = findVerbChange(from, to);
  // 「不应小于」 and 「应不小于」: the negation is in the limits already.
  const isNegation = found?.from.type === found?.to.type && before.length > 0 && after.length > 0;
  const verb = isNegation ? undefined : found;
  const limits = settle(listLimitChanges(leave(before, claimed.from), leave(after, claimed.to)));
  const directions = [...(verb ? [verb.direction] : []), ...limits.map((each) => each.direction)];
  return { kind: decideDirection(directions), pieces, ...(verb && { verb }), limits };
}

/** The same of words that hold no provision: a title, a formula, the name of a table. */
export function judgeWords(from: string, to: string, places: Places): Judgement {
  const pieces = diffWords(from, to);
  if (from === to) return { pieces, limits: [] };
  const isEditorial = foldText(from, places) === foldText(to);
  return { kind: isEditorial ? 'editorial' : 'changed', pieces, limits: [] };
}

/** The words of pieces of one kind. */
export const joinPieces = (pieces: readonly Piece[], kind: Piece['kind']): string =>
  pieces.map((piece) => (piece.kind === kind ? piece.text : ' ')).join('');
