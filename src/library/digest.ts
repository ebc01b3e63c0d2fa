import { createHash, hash } from 'node:crypto';

/** 32 hexadecimal digits of SHA-256. */
export function shortDigest(content: string | Uint8Array): string {
  return hash('sha256', content).slice(0, 32);
}

/** Of a file's name and content: two files may hold the same. */
export function digestFile(path: string, content: Uint8Array): string {
  return createHash('sha256').update(`${path}\0`).update(content).digest('hex').slice(0, 32);
}
