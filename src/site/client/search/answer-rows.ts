import type { Snippet } from '#search/contract.ts';

/** A snippet with the rows of a table each on a line: in the text index one ends with a sign, and its cells stand between bars. */
export function breakRows(snippet: readonly Snippet[]): readonly Snippet[] {
  const whole = snippet.map(({ text }) => text).join('');
  const ends = new Set(
    Array.from(whole.matchAll(/[^；;]*[；;]/g))
      .filter(([row]) => row.includes(' | '))
      .map(({ 0: row, index }) => index + row.length),
  );
  let at = 0;
  return snippet.map(({ text, hit }) => ({
    hit,
    text: text.replace(/[^]/g, (sign) => {
      at += 1;
      return ends.has(at) ? `${sign}\n` : sign;
    }),
  }));
}
