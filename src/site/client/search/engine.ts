import type { Language } from '#core/model/standard.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import type { Directory } from '#search/embedded/directory/open.ts';
import type { SearchEngine } from '#search/contract.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import type { EmbeddedParts } from '#search/embedded/engine.ts';
import { createTextReading } from '#search/embedded/texts/text-file.ts';
import { embeddedOnly, readRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import type { RuntimeConfig } from '#search/runtime-config.ts';
import { findHome } from '../home.ts';
import { shownDay } from '../shown-day.ts';

/** Where the site is published, and the language of the page. */
export interface Place {
  /** With a slash at both ends. */
  readonly base: string;
  readonly language: Language;
}

/** Read from the address that a search form leads to. */
export function findPlace(form: HTMLFormElement): Place {
  return {
    base: findHome(form),
    language: document.documentElement.lang === 'en' ? 'en' : 'zh',
  };
}

/** A path of the site as a link: below the base, whatever the path. */
export function toHref({ base }: Place, path: string): string {
  return base + path.replace(/^[/\\]+/, '');
}

let parts: EmbeddedParts | undefined;

/** The files of one page's search; each is loaded when first needed, and again if loading failed. */
export function getParts(place: Place): EmbeddedParts {
  return (parts ??= {
    directory: keep(() => loadDirectory(`${place.base}search-index/`)),
    today: () => shownDay().day,
    readText: createTextReading((path) => loadJson(`${place.base}search-index/standards/${path}`)),
  });
}

/** Begin to load what the first question needs: its configuration and the root of the directory, side by side. */
export function warmSearch(place: Place): void {
  getEngine(place);
  void getParts(place)
    .directory()
    .catch(() => undefined);
}

interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether the reader's network is slow or has to be spared: nothing is fetched that was not asked for. */
export function isThrifty(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return (
    connection?.saveData === true || /^(?:slow-)?2g$|^3g$/.test(connection?.effectiveType ?? '')
  );
}

let engine: SearchEngine | undefined;
let config: RuntimeConfig = embeddedOnly;

/** Whether the site's configuration, as far as it is known, names search servers. */
export function hasServers(): boolean {
  return config.servers.length > 0;
}

/**
 * What answers on this site: the search servers that its configuration names, in their order, with the embedded engine behind
 * them; without servers the embedded engine alone.
 */
export function getEngine(place: Place): SearchEngine {
  return (engine ??= startEngine(place));
}

function startEngine(place: Place): SearchEngine {
  const embedded = createEmbedded(getParts(place));
  const open = keep(async () => {
    config = await loadConfig(place);
    const { index, servers } = config;
    if (servers.length === 0) return embedded;
    const [{ createMeilisearch }, { createFailover }] = await Promise.all([
      import('#search/meilisearch/engine.ts'),
      import('#search/failover/failover.ts'),
    ]);
    return createFailover({
      servers: servers.map((server) => createMeilisearch({ ...server, index })),
      fallback: embedded,
    });
  });
  void open().catch(() => undefined);
  return {
    name: embedded.name,
    search: async (request, signal) => {
      const opened = await open().catch(() => embedded);
      signal?.throwIfAborted();
      return opened.search(request, signal);
    },
  };
}

/** The configuration has to come from the site itself: a site that is so slow does better without it. */
const CONFIG_MS = 2_000;

/** Rejects when nothing can be read now and might be later. */
async function loadConfig({ base }: Place): Promise<RuntimeConfig> {
  const controller = new AbortController();
  const timer = window.setTimeout(() => controller.abort(), CONFIG_MS);
  try {
    const { signal } = controller;
    const response = await fetch(base + RUNTIME_CONFIG, { cache: 'no-cache', signal });
    if (response.status === 404) return embeddedOnly;
    if (!response.ok) throw new Error(`${response.status} ${RUNTIME_CONFIG}`);
    const read = readRuntimeConfig(await response.text());
    if (read.problem !== undefined) console.debug(read.problem);
    return read.config;
  } finally {
    window.clearTimeout(timer);
  }
}

function keep<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

function loadDirectory(folder: string): Promise<Directory> {
  // The root names all other files: it must be today's.
  return openDirectory((path) =>
    loadJson(folder + path, path === 'directory.json' ? 'no-cache' : 'default'),
  );
}

async function loadJson(address: string, cache: RequestCache = 'default'): Promise<unknown> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json() as Promise<unknown>;
}
