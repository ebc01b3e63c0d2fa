import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SearchEngine } from './contract.ts';
import { openDirectory } from './directory/open.ts';
import type { LoadJson } from './directory/open.ts';
import { createEmbedded } from './embedded.ts';
import type { PagefindIndex } from './pagefind/search-texts.ts';

/** Read the directory of a built site from disk: `folder` is its `pagefind`. */
export function loadFrom(folder: string): LoadJson {
  return async (path) => JSON.parse(await readFile(join(folder, path), 'utf8')) as unknown;
}

/** The embedded engine over the folder `pagefind` of a built site, without a browser or a server. */
export function openEmbedded(folder: string): SearchEngine {
  const directory = openDirectory(loadFrom(folder));
  let texts: Promise<PagefindIndex> | undefined;
  return createEmbedded({
    directory: () => directory,
    texts: () => (texts ??= openTexts(join(folder, 'standards'))),
  });
}

interface PagefindModule {
  readonly createInstance: (options: object) => PagefindIndex;
}

/** Pagefind's own browser code, which knows only `fetch`; without a document it takes questions as they are. */
async function openTexts(folder: string): Promise<PagefindIndex> {
  fetchFiles();
  const { href } = pathToFileURL(join(folder, 'pagefind.js'));
  const { createInstance } = (await import(href)) as PagefindModule;
  return createInstance({ basePath: folder + sep, noWorker: true });
}

let fetching = false;

/** Let `fetch` read files by path or `file:` address, as Pagefind asks for them. */
function fetchFiles(): void {
  if (fetching) return;
  fetching = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const path = address.startsWith('file:') ? fileURLToPath(address) : address;
    if (/^[a-z]+:\/\//i.test(path)) return fetch(input, init);
    return new Response(await readFile(path.replace(/\?.*$/, '')));
  };
}
