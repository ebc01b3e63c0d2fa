import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { SearchEngine } from '../contract.ts';
import { openDirectory } from './directory/open.ts';
import type { Directory, LoadJson } from './directory/open.ts';
import { createEmbedded } from './engine.ts';
import { createFragmentReader } from './pagefind/fragment.ts';
import type { ReadFragment } from './pagefind/fragment.ts';
import type { PagefindIndex } from './pagefind/search-texts.ts';

/** Read the directory of a built site from disk: `folder` is its `pagefind`. */
export function loadFrom(folder: string): LoadJson {
  return async (path) => JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown;
}

/** The embedded engine over the folder `pagefind` of a built site, without a browser or a server. */
export function openEmbedded(folder: string, today?: () => string): SearchEngine {
  let directory: Promise<Directory> | undefined;
  let texts: Promise<PagefindIndex> | undefined;
  return createEmbedded({
    directory: () => (directory ??= openDirectory(loadFrom(folder))),
    texts: () => (texts ??= openTexts(join(folder, 'standards'))),
    readFragment: readFragmentsFrom(join(folder, 'standards')),
    ...(today && { today }),
  });
}

/** Texts of a folder, each from its own file; `onRead` is told of every file. */
export function readFragmentsFrom(folder: string, onRead?: (path: string) => void): ReadFragment {
  return createFragmentReader(async (path) => {
    const file = join(folder, path);
    onRead?.(file);
    return gunzipSync(await readFile(file)).toString('utf8');
  });
}

interface PagefindModule {
  readonly createInstance: (options: object) => PagefindIndex;
}

/**
 * Pagefind's own browser code, which knows only `fetch`; without a document it takes questions as they are. `onRead` is told
 * of every file.
 */
export async function openTexts(
  folder: string,
  onRead?: (path: string) => void,
): Promise<PagefindIndex> {
  fetchFiles();
  const script = join(folder, 'pagefind.js');
  onRead?.(script);
  const { createInstance } = (await import(pathToFileURL(script).href)) as PagefindModule;
  const basePath = folder + sep;
  if (onRead) watchers.set(basePath, onRead);
  return createInstance({ basePath, noWorker: true });
}

const watchers = new Map<string, (path: string) => void>();
let fetching = false;

/** Let `fetch` read files by path or `file:` address, as Pagefind asks for them. */
function fetchFiles(): void {
  if (fetching) return;
  fetching = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const asked = address.startsWith('file:') ? fileURLToPath(address) : address;
    if (/^[a-z]+:\/\//i.test(asked)) return fetch(input, init);
    const path = asked.replace(/\?.*$/, '');
    for (const [folder, tell] of watchers) if (path.startsWith(folder)) tell(path);
    return new Response(await readFile(path));
  };
}
