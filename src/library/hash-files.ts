import { createHash } from 'node:crypto';

/** Twelve characters that tell one set of files, names and contents in their order, from another. */
export function hashFiles(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex').slice(0, 12);
}
