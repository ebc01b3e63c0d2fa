import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadJson } from './directory/open.ts';

/** Read the directory of a built site from disk: `folder` is its `pagefind`. */
export function loadFrom(folder: string): LoadJson {
  return async (path) => JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown;
}
