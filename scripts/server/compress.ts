import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Of a file, in bytes: a smaller one fits a packet or two anyway, a larger one is not held in memory. */
const SMALLEST = 1024;
const LARGEST = 32 * 2 ** 20;
/** Compressed bodies that are kept, together, in bytes. */
const MOST_KEPT = 64 * 2 ** 20;

const LEVEL = 6;
const TEXTS = /^\.(?:css|csv|html|js|json|md|mjs|svg|txt|wasm|xml)$/;
const compress = promisify(gzip);

export interface Compressed {
  readonly body: Buffer;
  readonly modified: Date;
  /** As sirv tags the file itself: a weak tag holds for both forms (RFC 9110, 8.8.1). */
  readonly tag: string;
}

/**
 * Reads a file compressed; nothing when it is not there, when the client `knows` it by its tag, or
 * when it is to be sent as it is.
 */
type Compressor = (file: string, knows?: string) => Promise<Compressed | undefined>;

/** Whether a file is worth compressing, by its extension: texts, scripts, SVG and WebAssembly are. */
export function isText(file: string): boolean {
  return TEXTS.test(extname(file));
}

/** Whether an `Accept-Encoding` allows gzip (RFC 9110, 12.5.3). */
export function acceptsGzip(header: string | undefined): boolean {
  const choices = new Map<string, boolean>();
  for (const choice of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = choice.split(';').map((part) => part.trim());
    const refused = parameters.some((each) => /^q\s*=\s*0(?:\.0*)?$/.test(each));
    choices.set(coding, !refused);
  }
  return choices.get('gzip') ?? choices.get('x-gzip') ?? choices.get('*') ?? false;
}

/**
 * Compresses files at their first request and keeps the result, up to `most` bytes in all, those
 * not asked for longest dropped first. What a file is and what it holds is read from one open file,
 * so that a file put in its place meanwhile cannot mix the two; the replacement is compressed anew.
 */
export function createCompressor(most = MOST_KEPT): Compressor {
  const kept = new Map<string, Buffer>();
  /** What is being compressed: of many who ask for one file at once, one reads it. */
  const making = new Map<string, Promise<Buffer>>();
  let sum = 0;

  function keep(stamp: string, body: Buffer): void {
    sum += body.length - (kept.get(stamp)?.length ?? 0);
    kept.delete(stamp);
    kept.set(stamp, body);
    for (const [oldest, { length }] of kept) {
      if (sum <= most) break;
      kept.delete(oldest);
      sum -= length;
    }
  }

  return async (file, knows) => {
    const handle = await open(file).catch(() => undefined);
    if (!handle) return undefined;
    try {
      const stats = await handle.stat();
      const { size, ino, mtime, mtimeMs, ctimeMs } = stats;
      const tag = `W/"${size}-${mtime.getTime()}"`;
      if (!stats.isFile() || size < SMALLEST || size > LARGEST || tag === knows) return undefined;
      const stamp = [file, ino, size, mtimeMs, ctimeMs].join('|');
      const make = async (): Promise<Buffer> =>
        compress(await handle.readFile(), { level: LEVEL }).finally(() => making.delete(stamp));
      const made = kept.get(stamp) ?? making.get(stamp) ?? make();
      if (made instanceof Promise) making.set(stamp, made);
      const body = await made;
      keep(stamp, body);
      return { body, modified: mtime, tag };
    } finally {
      await handle.close();
    }
  };
}
