import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Write a page, or a file, at its path from the root of a site. */
export function writePage(site: string, path: string, content: string | Uint8Array): void {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  try {
    writeFileSync(file, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
