import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A request that a web server wrote down. Of whom it came from nothing is read. */
export interface LoggedRequest {
  /** The day, `YYYY-MM-DD`, as the server counts it. */
  readonly day: string;
  /** The address without the host, decoded where it can be. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The host that a link was on, and nothing where there was none. */
  readonly from: string;
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const combined =
  /^\S+ \S+ .*? ?\[(\d\d)\/(\w{3})\/(\d{4}):[^\]]*\] "(?:GET) (\S+) [^"]*" (\d{3}) \S+(?: "([^"]*)")?/;

/** A line of the combined format (nginx and others) or of Caddy's JSON; undefined unless it is a page or file that was sent. */
export function readLogLine(line: string): LoggedRequest | undefined {
  if (line.startsWith('{')) return readJsonLine(line);
  const [, day, month = '', year, target = '', status, referrer = ''] = combined.exec(line) ?? [];
  const at = months.indexOf(month) / 3 + 1;
  if (day === undefined || at < 1) return undefined;
  return toRequest(
    `${year}-${String(at).padStart(2, '0')}-${day}`,
    target,
    Number(status),
    referrer,
  );
}

function readJsonLine(line: string): LoggedRequest | undefined {
  try {
    const { ts, status, request } = JSON.parse(line) as {
      readonly ts: number;
      readonly status: number;
      readonly request: {
        readonly method: string;
        readonly uri: string;
        readonly headers?: { readonly Referer?: readonly string[] };
      };
    };
    if (request.method !== 'GET') return undefined;
    const day = new Date(ts * 1000).toISOString().slice(0, 10);
    return toRequest(day, request.uri, status, request.headers?.Referer?.[0] ?? '');
  } catch {
    return undefined;
  }
}

function toRequest(
  day: string,
  target: string,
  status: number,
  referrer: string,
): LoggedRequest | undefined {
  if (status !== 200 && status !== 206 && status !== 304) return undefined;
  const url = URL.canParse(target, 'http://x') ? new URL(target, 'http://x') : undefined;
  if (!url) return undefined;
  let path = url.pathname;
  try {
    path = decodeURI(path);
  } catch {
    // An address that is not UTF-8 counts as it was written.
  }
  const from = URL.canParse(referrer) ? new URL(referrer).hostname : '';
  return { day, path, query: url.searchParams, from };
}

/** The requests of a log, packed by gzip or not, one after the other, with how many lines there were. */
export async function* readLog(file: string): AsyncGenerator<LoggedRequest | undefined> {
  const source = createReadStream(file);
  const unpacked = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => unpacked.destroy(error));
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
    yield readLogLine(line);
  }
}
