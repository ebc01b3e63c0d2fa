/** How much a word tells by how few of all have it: the inverse document frequency of BM25, never below 0. */
export const rarityOf = (count: number, all: number): number =>
  Math.log(1 + (all - count + 0.5) / (count + 0.5));
