import { diffArrays } from 'diff';

/** From lines of a text, counted from 1, to those of the same text after it was mended. */
export function toFinalLines(before: string, after: string): (line: number) => number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  // What is mended stays on its line nearly always.
  if (old.length === now.length) return (line) => line;
  const moved = new Map<number, number>();
  let [from, to] = [1, 1];
  for (const { value, added, removed } of diffArrays(old, now)) {
    for (let at = 0; at < value.length; at += 1) {
      if (!added) moved.set(from + at, removed ? to : to + at);
    }
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  return (line) => moved.get(line) ?? line;
}
