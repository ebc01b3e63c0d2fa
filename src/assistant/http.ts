import { createMcpHandler } from '@modelcontextprotocol/server';
import type { LibraryAtHand } from './library-at-hand.ts';
import { createAssistantServer } from './server.ts';

/** Bytes of a question. */
const mostBytes = 256 * 1024;

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Answers requests of the Model Context Protocol at `/mcp`. Only programs of this machine are answered: a page of another
 * origin, and a name that was made to lead here (DNS rebinding), are refused.
 */
export function answerRequests(hand: LibraryAtHand): (request: Request) => Promise<Response> {
  const handler = createMcpHandler(() => createAssistantServer(hand), {
    maxRequestBodySize: mostBytes,
  });
  return async (request) => {
    const { hostname, pathname } = new URL(request.url);
    if (!OWN_HOSTS.has(hostname) || !isOwnOrigin(request.headers.get('origin'))) {
      return refuse(403, '只答复本机的程序。Only programs of this machine are answered.');
    }
    if (pathname !== '/mcp') return refuse(404, '地址是 /mcp。The address is /mcp.');
    return handler.fetch(request);
  };
}

function isOwnOrigin(origin: string | null): boolean {
  if (origin === null) return true;
  return URL.canParse(origin) && OWN_HOSTS.has(new URL(origin).hostname);
}

const refuse = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
