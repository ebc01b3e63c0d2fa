import type { TextRun } from '../document.ts';

/** The source offset of a place in a run's plain text. */
export function sourceOffset({ segments }: TextRun, plain: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.plain ?? 0) <= plain) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  return (segment?.source ?? 0) + (plain - (segment?.plain ?? 0));
}
