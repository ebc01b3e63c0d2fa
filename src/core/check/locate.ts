import type { Range } from '../model/diagnostic.ts';
import { findLineStarts, rangeAt } from '../text/syntax/positions.ts';
import { fileStart } from '../text/report.ts';

/**
 * Where a key of the front matter stands, or a piece of text below it, by reading lines: rows keep no
 * positions of front matter, and a library need not be parsed again to name a line.
 */
export function locateMeta(source: string | undefined, key: string, text?: string): Range {
  if (source === undefined) return fileStart;
  const end = source.indexOf('\n---', 3);
  const front = end === -1 ? source : source.slice(0, end + 1);
  const line = new RegExp(`^${key}:.*$`, 'm').exec(front);
  if (!line) return fileStart;
  const starts = findLineStarts(source);
  const inside = text === undefined ? -1 : front.indexOf(text, line.index);
  if (text !== undefined && inside !== -1) return rangeAt(starts, inside, inside + text.length);
  const value = /^[^:]*:\s*/.exec(line[0])?.[0].length ?? 0;
  const from = value < line[0].length ? value : 0;
  return rangeAt(starts, line.index + from, line.index + line[0].length);
}
