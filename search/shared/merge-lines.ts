import type { WrittenLine } from './shards.ts';

/** Lines in the order of their tokens, with those of some tokens in place of what they had; of `other` what is not in `written` goes. */
export function mergeLines(
  lines: readonly WrittenLine[],
  other: ReadonlySet<string>,
  written: ReadonlyMap<string, string>,
): readonly WrittenLine[] {
  const own = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
  const merged: WrittenLine[] = [];
  let at = 0;
  for (const line of lines) {
    for (let next = own[at]; next && next[0] <= line[0]; next = own[at]) {
      merged.push(next);
      at += 1;
    }
    if (!other.has(line[0])) merged.push(line);
  }
  return [...merged, ...own.slice(at)];
}
