import { readFileSync } from 'node:fs';
import { shortDigest } from './digest.ts';
import { writeAtomically } from './write-atomically.ts';

/** What `writeSummed` wrote under this stamp; undefined where there is none, one under another stamp, or a damaged one. */
export function readSummed(file: string, stamp = ''): string | undefined {
  try {
    const kept = readFileSync(file, 'utf8');
    const end = kept.indexOf('\n');
    const content = kept.slice(end + 1);
    return kept.slice(0, end) === headOf(content, stamp) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file that can be made again, under a stamp of what it was made from and a digest that tells it from a damaged one. */
export function writeSummed(file: string, content: string, stamp = ''): void {
  writeAtomically(file, `${headOf(content, stamp)}\n${content}`);
}

const headOf = (content: string, stamp: string): string => `${stamp} ${shortDigest(content)}`;
