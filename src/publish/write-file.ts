import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeBytes } from './releases/tree.ts';
import type { FileFacts } from './releases/tree.ts';

/** Folders that were made or found, lately: a page and the files beside it lie in one. */
const made = new Set<string>();

/** Write a page, or a file, at its path from the root of a site. */
export function writePage(site: string, path: string, content: string | Uint8Array): void {
  const file = join(site, fileOf(path));
  const folder = dirname(file);
  if (!made.has(folder)) {
    if (made.size > 1000) made.clear();
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  writeFileSync(file, content);
}

const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

/** A file that was written, by its path in a manifest, and what that says of it. */
export type WrittenFile = readonly [path: string, facts: FileFacts];

/** Writes pages below a folder as `writePage` does, and takes their digests while it has their bytes. */
export interface PageWriter {
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** What was written since this was asked for last. */
  readonly take: () => readonly WrittenFile[];
}

/** A writer of pages below a folder. */
export function startPageWriter(site: string): PageWriter {
  let written: WrittenFile[] = [];
  return {
    write: (path, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      writePage(site, path, bytes);
      written.push([fileOf(path).replace(/^\//, ''), describeBytes(bytes)]);
    },
    take: () => {
      const taken = written;
      written = [];
      return taken;
    },
  };
}
