import { createReadStream, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifestFile } from '#core/exchange/open-data/manifest.ts';
import { MirrorRefused } from './refused.ts';

/** What a partner publishes, wherever it lies. */
export interface MirrorSource {
  /** The manifest, as a person may give it again. */
  readonly name: string;
  /** The manifest itself: its address below the site is not known before it is read. */
  readonly readManifest: () => AsyncIterable<Uint8Array>;
  /**
   * A file below the root of the site from a byte on, in pieces.
   *
   * @throws {MirrorRefused} when the other side does not give it
   */
  readonly read: (path: string, from: number) => Promise<SourceAnswer>;
  /** Says where the root is, once the manifest has told. */
  readonly setRoot: (root: string) => void;
}

export interface SourceAnswer {
  /** The byte that the answer begins with: 0 where the other side cannot go on from within a file. */
  readonly from: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface SourceLimits {
  /** How long the other side may be silent. */
  readonly seconds: number;
}

const mostRedirects = 5;
/** Fewer bytes than these in the time of a silence are no answer that ever ends. */
const leastBytes = 1024;

/**
 * The source that a file, a folder or an address names.
 *
 * @throws {MirrorRefused} when it is none of them
 */
export function openSource(where: string, limits: SourceLimits): MirrorSource {
  if (/^https?:\/\//i.test(where)) return openAddress(where, limits);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(where))
    throw new MirrorRefused({
      zh: `只读 http、https 的地址和本机的文件：${where}`,
      en: `only addresses of http and https, and files, are read: ${where}`,
    });
  return openFolder(where);
}

function openFolder(where: string): MirrorSource {
  const stat = statSync(where, { throwIfNoEntry: false });
  if (!stat) throw new MirrorRefused({ zh: `没有 ${where}`, en: `there is no ${where}` });
  const manifest = stat.isDirectory() ? join(where, manifestFile) : where;
  let root = dirname(manifest);
  const open = (path: string, from: number): AsyncIterable<Uint8Array> => {
    const real = realOf(path);
    if (real === null || !statSync(real).isFile())
      throw new MirrorRefused({ zh: `没有这个文件`, en: `there is no such file` });
    return readPieces(real, from);
  };
  return {
    name: pathToFileURL(resolve(manifest)).pathname,
    readManifest: () => open(manifest, 0),
    setRoot: (given) => {
      root = resolve(dirname(manifest), given);
      // The manifest lies in the site that it tells of, in its folder `data/`.
      if (resolve(root, manifestFile) !== resolve(manifest))
        throw new MirrorRefused(otherRoot(given));
    },
    // oxlint-disable-next-line typescript/require-await
    read: async (path, from) => {
      const target = join(root, path);
      const real = realOf(target);
      const top = realOf(root);
      // A link may lead anywhere.
      if (real !== null && top !== null && !real.startsWith(top + sep))
        throw new MirrorRefused({
          zh: '它是链接，指到了网站以外',
          en: 'it is a link that leads out of the site',
        });
      return { from, pieces: open(target, from) };
    },
  };
}

async function* readPieces(path: string, from: number): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { start: from })) yield piece as Buffer;
  } catch {
    throw new MirrorRefused({ zh: '这个文件读不了', en: 'this file cannot be read' });
  }
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function openAddress(where: string, limits: SourceLimits): MirrorSource {
  const url = parseAddress(where);
  const manifest = url.pathname.endsWith('.json') ? url : new URL(manifestFile, withSlash(url));
  let root = new URL('../', manifest);
  return {
    name: manifest.href,
    readManifest: () => streamLater(async () => (await ask(manifest, 0, limits)).pieces),
    setRoot: (given) => {
      const next = parseWithin(given, manifest);
      if (next?.origin !== manifest.origin)
        throw new MirrorRefused(otherOrigin(next?.href ?? given));
      root = withSlash(next);
    },
    read: (path, from) =>
      ask(new URL(path.split('/').map(encodeURIComponent).join('/'), root), from, limits),
  };
}

function parseAddress(where: string): URL {
  try {
    const url = new URL(where);
    url.username = '';
    url.password = '';
    url.hash = '';
    return url;
  } catch {
    throw new MirrorRefused({ zh: `不是网址：${where}`, en: `no address: ${where}` });
  }
}

/** What an address of the other side means at a place; null of what is none. */
const parseWithin = (given: string, place: URL): URL | null =>
  URL.canParse(given, place) ? new URL(given, place) : null;

function withSlash(url: URL): URL {
  const whole = new URL(url);
  if (!whole.pathname.endsWith('/')) whole.pathname += '/';
  return whole;
}

async function* streamLater(
  open: () => Promise<AsyncIterable<Uint8Array>>,
): AsyncIterable<Uint8Array> {
  yield* await open();
}

/** A connection that was kept open may have been closed since: what fails before it is answered is asked once more. */
async function fetchAgain(
  url: URL,
  options: RequestInit & { readonly signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (options.signal.aborted) throw error;
    return fetch(url, options);
  }
}

/** Asks for a file; redirects are followed on the same origin only. */
async function ask(address: URL, from: number, { seconds }: SourceLimits): Promise<SourceAnswer> {
  let url = address;
  for (let round = 0; round <= mostRedirects; round += 1) {
    const silence = watchSilence(seconds);
    let response: Response;
    try {
      response = await fetchAgain(url, {
        redirect: 'manual',
        signal: silence.signal,
        // What is compressed on the way has other bytes, and cannot be gone on with.
        headers: { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) },
      });
    } catch {
      silence.stop();
      throw silence.signal.aborted
        ? new MirrorRefused(tooSilent(seconds), true)
        : new MirrorRefused(cutOff, true);
    }
    const { status } = response;
    const location = response.headers.get('location');
    if (status >= 300 && status < 400 && location !== null) {
      silence.stop();
      await response.body?.cancel();
      const next = parseWithin(location, url);
      if (next?.origin !== address.origin)
        throw new MirrorRefused(otherOrigin(next?.href ?? location));
      url = next;
      continue;
    }
    const goesOn =
      status === 206 &&
      response.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true;
    if (status === 200 || goesOn) {
      return { from: goesOn ? from : 0, pieces: listen(response, silence, seconds) };
    }
    silence.stop();
    await response.body?.cancel();
    // The rest that was asked for is not there: what is kept is not its beginning.
    if (from > 0 && status === 416) return ask(address, 0, { seconds });
    throw new MirrorRefused(
      { zh: `对方回答 ${status}`, en: `the other side answers ${status}` },
      status >= 500 || status === 429,
    );
  }
  throw new MirrorRefused({
    zh: `转了 ${mostRedirects} 次还没有到`,
    en: `not there after ${mostRedirects} redirects`,
  });
}

interface Silence {
  readonly signal: AbortSignal;
  readonly reset: () => void;
  readonly stop: () => void;
}

function watchSilence(seconds: number): Silence {
  const controller = new AbortController();
  const start = (): NodeJS.Timeout => setTimeout(() => controller.abort(), seconds * 1000);
  let timer = start();
  return {
    signal: controller.signal,
    reset: () => {
      clearTimeout(timer);
      timer = start();
    },
    stop: () => clearTimeout(timer),
  };
}

async function* listen(
  response: Response,
  silence: Silence,
  seconds: number,
): AsyncIterable<Uint8Array> {
  try {
    if (!response.body) return;
    let since = 0;
    for await (const piece of response.body) {
      since += piece.length;
      if (since >= leastBytes) {
        silence.reset();
        since = 0;
      }
      yield piece;
    }
  } catch {
    throw silence.signal.aborted
      ? new MirrorRefused(tooSilent(seconds), true)
      : new MirrorRefused(cutOff, true);
  } finally {
    silence.stop();
  }
}

const cutOff = { zh: '连接断了', en: 'the connection was cut' };
const tooSilent = (seconds: number) => ({
  zh: `对方 ${seconds} 秒没有回答，或者慢得取不完`,
  en: `the other side was silent for ${seconds} s, or too slow to ever end`,
});
const otherOrigin = (href: string) => ({
  zh: `转到了另一个网站（${href.slice(0, 200)}），不跟去`,
  en: `it leads to another site (${href.slice(0, 200)}), where nothing is taken from`,
});
const otherRoot = (root: string) => ({
  zh: `manifest 说网站的根在 ${root.slice(0, 200)}，它自己却不在那里的 ${manifestFile}`,
  en: `the manifest says that the root of the site is ${root.slice(0, 200)}, but is not ${manifestFile} there`,
});
