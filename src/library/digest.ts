import { createHash } from 'node:crypto';

/** 32 hexadecimal digits of SHA-256. */
export function shortDigest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
