import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** Requests of one connection that may wait for their answers: no browser sends a second one before the first is answered. */
const MOST_WAITING = 8;

interface Connection {
  waiting: number;
  /** Files that are being sent. */
  readonly sources: Set<Readable>;
}

/**
 * Sees to it that a connection holds no more than its share: answers with whether a request may be
 * answered, and gives back what it has open when its reader leaves. One that sends many requests
 * and reads no answers is ended.
 */
export function createConnectionBounds(): (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean {
  const connections = new WeakMap<Socket, Connection>();
  const find = (socket: Socket): Connection => {
    const before = connections.get(socket);
    if (before) return before;
    const connection: Connection = { waiting: 0, sources: new Set() };
    connections.set(socket, connection);
    // Answers that still wait for their turn are not told of the end: one listener for all of them.
    socket.once('close', () => {
      for (const source of connection.sources) source.destroy();
    });
    return connection;
  };
  return ({ socket }, response) => {
    const connection = find(socket);
    if (connection.waiting >= MOST_WAITING) {
      socket.destroy();
      return false;
    }
    connection.waiting += 1;
    response.on('close', () => (connection.waiting -= 1));
    response.on('pipe', (source: Readable) => {
      // A file may vanish between the look-up and the read, when the site is built anew.
      source.on('error', () => response.destroy());
      source.on('close', () => connection.sources.delete(source));
      connection.sources.add(source);
      if (socket.destroyed) source.destroy();
    });
    return true;
  };
}

/** The decoded path of a request, nothing when it is not one that a browser would send. */
export function readPath(url: string): string | undefined {
  try {
    const path = decodeURI(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !/[\\\0]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a part of a path begins with a dot: such files are not served. `.well-known` is (RFC 8615). */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') && part !== '.well-known');
}

const WELL_FORMED_RANGE = /^bytes=(\d{1,15})-(\d*)$/;
/** More digits are beyond the end of any file, and beyond what counts exactly. */
const MOST_DIGITS = 15;

/**
 * Deletes or shortens a `Range` of a request in place, where it is malformed, backwards, conditional, or longer than a
 * number may be. Ignoring a range is always allowed (RFC 9110, 14.2); a nonsensical one must not reach the file
 * system, and one with `If-Range` may continue what was replaced since, or what came compressed.
 */
export function mendRange({ headers }: IncomingMessage): void {
  const { range, 'if-range': condition } = headers;
  if (range === undefined) return;
  const [, start = '', end = ''] = WELL_FORMED_RANGE.exec(range) ?? [];
  const backwards = end !== '' && Number(end) < Number(start);
  if (start === '' || condition !== undefined || backwards) delete headers.range;
  else if (end.length > MOST_DIGITS) headers.range = `bytes=${start}-`;
}
