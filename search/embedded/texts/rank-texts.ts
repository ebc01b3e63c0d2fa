import type { PassageIndex } from '#search/match/passage-index.ts';
import { STEPS } from '#search/match/passages.ts';
import { rarityOf } from '#search/match/rarity.ts';
import { wordToken } from '#search/match/tokens.ts';
import { coveringPairs, pairsOf, splitText, unique } from '#search/record/spelling.ts';

/** Of a longer question so many pairs tell enough; each may cost a small file. */
const MOST_PAIRS = 6;
/** How much what stands outside its best passage counts for a text. */
const ELSEWHERE = 0.03;

/**
 * Texts, by their places, in the order of how much they say of a folded question: by their best passage, then by all others. What
 * nothing tells apart stays in its order. Rejects when the index cannot be read.
 */
export async function rankTexts(
  texts: readonly number[],
  folded: string,
  passages: PassageIndex,
): Promise<readonly number[]> {
  const { runs, words } = splitText(folded);
  const pairs = unique(runs.flatMap(pairsOf));
  const asked = pairs.length > MOST_PAIRS ? unique(runs.flatMap(coveringPairs)) : pairs;
  const found = await passages.find([...asked.slice(0, MOST_PAIRS), ...words.map(wordToken)]);
  const said = new Map<number, number>();
  for (const { count, ids, impacts } of found.values()) {
    const tells = rarityOf(count, passages.count);
    for (const [at, id] of ids.entries()) {
      said.set(id, (said.get(id) ?? 0) + (tells * (impacts[at] ?? 0)) / STEPS);
    }
  }
  const best = new Map<number, number>();
  const sums = new Map<number, number>();
  for (const [id, value] of said) {
    const { text } = passages.place(id);
    best.set(text, Math.max(best.get(text) ?? 0, value));
    sums.set(text, (sums.get(text) ?? 0) + value);
  }
  const score = (text: number) =>
    (best.get(text) ?? 0) * (1 - ELSEWHERE) + (sums.get(text) ?? 0) * ELSEWHERE;
  return [...texts].sort((a, b) => score(b) - score(a));
}
