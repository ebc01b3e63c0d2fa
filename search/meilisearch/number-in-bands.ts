/** Numbers of things in their order, rising, and one above them all. */
export interface BandNumbers {
  readonly numbers: readonly number[];
  readonly end: number;
}

/**
 * Numbers things in their order with room behind each band, so that one that comes or goes leaves those of other bands as they
 * are, until a band has twice as many. `bands`: of each, rising.
 */
export function numberInBands(bands: readonly number[]): BandNumbers {
  const numbers: number[] = [];
  let start = 0;
  let own = 0;
  for (const [at, band] of bands.entries()) {
    if (at > 0 && band !== bands[at - 1]) {
      start += roomOf(own);
      own = 0;
    }
    numbers.push(start + own);
    own += 1;
  }
  return { numbers, end: start + roomOf(own) };
}

/** The power of two above a number. */
const roomOf = (count: number): number => 2 ** (Math.floor(Math.log2(Math.max(1, count))) + 1);
