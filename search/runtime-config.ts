import { isObject, parseJson } from '#core/base/json.ts';

/** Name of the configuration's file at the root of a built site. */
export const RUNTIME_CONFIG = 'search.json';

/** A search server as readers' browsers reach it. */
export interface ConfiguredServer {
  /** `https://search.example.cn`, without a final slash; `http` within one's own network. */
  readonly url: string;
  /** A key that may search and nothing else: everybody can read it. */
  readonly key: string;
}

/**
 * What a built site is told without being built anew: which search servers to ask, in their order. Without servers the site
 * searches by itself.
 */
export interface RuntimeConfig {
  readonly version: 1;
  /** First part of the indexes' names. */
  readonly index: string;
  readonly servers: readonly ConfiguredServer[];
}

export const embeddedOnly: RuntimeConfig = { version: 1, index: 'biaolian', servers: [] };

export interface ReadConfig {
  readonly config: RuntimeConfig;
  /** Why the site searches by itself although something was written there. */
  readonly problem?: string;
}

const LONGEST_TEXT = 20_000;
const MOST_SERVERS = 8;
const LONGEST_URL = 500;

/** Characters that Meilisearch takes in the name of an index; the rooms add to it. */
export function isIndexName(name: string): boolean {
  return /^[\w-]{1,100}$/.test(name);
}

/** Read `search.json`. Whatever is wrong with it, the site searches by itself. */
export function readRuntimeConfig(text: string): ReadConfig {
  if (text.length > LONGEST_TEXT) return refuse('it is too long');
  const value = parseJson(text);
  if (value === undefined) return refuse('it is not JSON');
  if (!isObject(value)) return refuse('it is not an object');
  const { version, index, servers } = value;
  if (version !== 1) return refuse('its version is not known');
  if (typeof index !== 'string' || !isIndexName(index)) return refuse('"index" is not a name');
  if (!Array.isArray(servers)) return refuse('"servers" is not a list');
  if (servers.length > MOST_SERVERS) return refuse('it names too many servers');
  const read: ConfiguredServer[] = [];
  for (const server of servers as readonly unknown[]) {
    const good = readServer(server);
    if (typeof good === 'string') return refuse(good);
    read.push(good);
  }
  return { config: { version: 1, index, servers: read } };
}

/** The text of `search.json`: JSON, indented, with a line break at its end. */
export function formatRuntimeConfig(config: RuntimeConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** An address of a server without a final slash; nothing when it is none. */
export function readServerUrl(text: string): string | undefined {
  if (text.length > LONGEST_URL || !/^https?:\/\//i.test(text)) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const extra = url.username + url.password + url.search + url.hash;
  return extra === '' ? url.href.replace(/\/+$/, '') : undefined;
}

function readServer(server: unknown): ConfiguredServer | string {
  if (!isObject(server)) return 'a server is not an object';
  const { url, key } = server;
  const address = typeof url === 'string' ? readServerUrl(url) : undefined;
  if (address === undefined) return 'a server has no http(s) address';
  // It becomes a header, which takes these characters only.
  if (typeof key !== 'string' || !/^[!-~]{1,512}$/.test(key)) return 'a server has no key';
  return { url: address, key };
}

function refuse(reason: string): ReadConfig {
  return { config: embeddedOnly, problem: `${RUNTIME_CONFIG}: ${reason}` };
}
