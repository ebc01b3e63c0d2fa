/** `A` for 0, `AA` for 26. */
export function toLetters(index: number): string {
  const above = index < 26 ? '' : toLetters(Math.floor(index / 26) - 1);
  return above + String.fromCodePoint(65 + (index % 26));
}
