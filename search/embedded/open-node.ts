import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchEngine } from '../contract.ts';
import { openDirectory } from './directory/open.ts';
import type { Directory, LoadJson } from './directory/open.ts';
import { createEmbedded } from './engine.ts';
import { createTextReading } from './texts/text-file.ts';
import type { ReadText } from './texts/text-file.ts';

/** Read the directory of a built site from disk: `folder` is its `search-index`. */
export function loadFrom(folder: string): LoadJson {
  return async (path) => JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown;
}

/** The embedded engine over the folder `search-index` of a built site, without a browser or a server. */
export function openEmbedded(folder: string, today?: () => string): SearchEngine {
  let directory: Promise<Directory> | undefined;
  return createEmbedded({
    directory: () => (directory ??= openDirectory(loadFrom(folder))),
    readText: readTextsFrom(folder),
    ...(today && { today }),
  });
}

/** Texts of a folder `search-index`, each from its own file; `onRead` is told of every file. */
export function readTextsFrom(folder: string, onRead?: (path: string) => void): ReadText {
  const load = loadFrom(join(folder, 'standards'));
  return createTextReading((path) => {
    onRead?.(join(folder, 'standards', path));
    return load(path);
  });
}
