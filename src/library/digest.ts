import { createHash, hash } from 'node:crypto';
import { memo } from '#core/base/memo.ts';

/** 32 hexadecimal digits of SHA-256. */
export function shortDigest(content: string | Uint8Array): string {
  return shortenDigest(hash('sha256', content));
}

/** What `shortDigest` is of the content that a SHA-256, in hex, is of. */
export const shortenDigest = (sha256: string): string => sha256.slice(0, 32);

/** Rows that are written at once to take their digest: all rows of a catalogue are a text of a hundred megabytes. */
const rowsAtOnce = 500;

/** 32 hexadecimal digits of the SHA-256 of a list of rows, as JSON; of the same list it is taken once. */
export const digestList: (rows: readonly unknown[]) => string = memo((rows) => {
  const digest = createHash('sha256');
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    digest.update(JSON.stringify(rows.slice(at, at + rowsAtOnce)));
  return digest.digest('hex').slice(0, 32);
});

/** Of a file's name and content: two files may hold the same. */
export function digestFile(path: string, content: Uint8Array): string {
  return createHash('sha256').update(`${path}\0`).update(content).digest('hex').slice(0, 32);
}
