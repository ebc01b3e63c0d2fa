import { join } from 'node:path';
import { closeStores } from '#library/store.ts';
import { createDesk } from '#desk/desk.ts';
import type { DeskOptions } from '#desk/context.ts';
import type { DeskServer } from '#desk/desk.ts';
import { makeFolder, writeFiles, writeStandard } from './temporary-library.ts';

const host = '127.0.0.1:4330';

interface OpenDesk extends DeskServer {
  readonly library: string;
  readonly keep: string;
  /** Sends a request as the page of the desk does, signed in. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends data as JSON, and answers with what came back. */
  readonly tell: <T>(path: string, data?: unknown, method?: string) => Promise<T>;
  readonly ask: <T>(path: string) => Promise<T>;
  /** What the site was told to publish. */
  readonly published: () => number;
}

/** Secret of the proxy of tests: long enough that nobody guesses it. */
export const proxy = {
  origin: 'https://desk.example.cn',
  secretHeader: 'X-Desk-Proxy',
  secret: 'a-secret-of-more-than-thirty-two-signs',
  userHeader: 'Remote-User',
} as const;

/** What the page of the desk sends by the proxy, for somebody who signed in there. */
export const byProxy = (user: string) =>
  ({
    Host: 'desk.example.cn',
    Origin: proxy.origin,
    'X-Desk': '1',
    'X-Desk-Proxy': proxy.secret,
    'Remote-User': user,
  }) as const;

/** A desk over a library with one standard, `DB9902/T 700—2024`; `at` opens one where another was. */
export async function openDesk(
  at?: Pick<OpenDesk, 'library' | 'keep'>,
  options: Partial<DeskOptions> = {},
): Promise<OpenDesk> {
  const folder = at ? '' : makeFolder();
  const library = at?.library ?? join(folder, 'library');
  const keep = at?.keep ?? join(folder, 'keep');
  if (!at) writeFiles(library, { 'standards/local/db9902-t-700-2024/index.md': writeStandard() });
  let published = 0;
  closeStores();
  const desk = await createDesk({
    library,
    keep,
    cache: join(keep, 'cache'),
    hosts: () => [host],
    bundle: { digest: 'd', script: new Uint8Array(), style: new Uint8Array(), compressed: 0 },
    application: () => Promise.reject(new Error('no page is drawn here')),
    site: () => 'http://127.0.0.1:4321/',
    publish: () => {
      published += 1;
      return Promise.resolve({ pages: 1, drawn: 1 });
    },
    ...options,
  });
  const cookie = await signIn(desk);
  const send = async (path: string, init: RequestInit = {}): Promise<Response> =>
    desk.app.request(`http://${host}${path}`, {
      ...init,
      headers: { ...fromPage, Cookie: cookie, ...init.headers },
    });
  const read = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  return {
    ...desk,
    library,
    keep,
    send,
    ask: async (path) => read(await send(path)),
    tell: async (path, data = {}, method = 'POST') => {
      const headers = { 'Content-Type': 'application/json' };
      return read(await send(path, { method, headers, body: JSON.stringify(data) }));
    },
    published: () => published,
  };
}

/** What the page of the desk sends with each request. */
export const fromPage = { Host: host, Origin: `http://${host}`, 'X-Desk': '1' } as const;

/** The cookie of a new session. */
export async function signIn({ app, issueToken }: DeskServer): Promise<string> {
  const answer = await app.request(`http://${host}/?token=${issueToken()}`, {
    headers: { Host: host },
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
