import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders that were made or found, lately: a page and the files beside it lie in one. */
const made = new Set<string>();

/** Write a page, or a file, at its path from the root of a site. */
export function writePage(site: string, path: string, content: string | Uint8Array): void {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  const folder = dirname(file);
  if (!made.has(folder)) {
    if (made.size > 1000) made.clear();
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  writeFileSync(file, content);
}
