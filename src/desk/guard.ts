import { randomBytes } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Desk } from './context.ts';
import { checkProxy, findLocalPerson, findPerson, readPeople } from './people.ts';
import type { Person, TrustedProxy } from './people.ts';
import { Refusal } from './refusal.ts';
import { mayDo, notAllowed } from './roles.ts';
import type { Sessions } from './sessions.ts';

/** What the handlers of a request are told of it. */
export interface DeskVariables {
  /** Of the only style element that may stand in the page: that of the editor. */
  readonly nonce: string;
  /** Who sends it, where that is known. */
  readonly person: Person;
}

export interface DeskEnvironment {
  readonly Variables: DeskVariables;
}

/** Requests that change something carry it: a form of another page cannot. */
export const deskHeader = 'x-desk';

const twelveHours = 12 * 3600;

const expired = new Refusal(
  401,
  { zh: '这个窗口还没有登录，或者登录已过期。', en: 'This window is not signed in, or no longer.' },
  {
    zh: '到运行 npm run desk 的窗口按回车，会给出新的地址；打开它，再回到这里。写下的内容都还在。',
    en: 'Press Enter in the window that runs npm run desk for a new address, open it, and come back. What was written is kept.',
  },
);

/**
 * Headers of every answer; and a request that was sent to another name than ours, by another page, or past the proxy is
 * refused.
 */
export function guardOrigin({ hosts, proxy }: Pick<Desk, 'hosts' | 'proxy'>) {
  return createMiddleware<DeskEnvironment>(async (context, next) => {
    const nonce = randomBytes(16).toString('base64');
    context.set('nonce', nonce);
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isRead = ['GET', 'HEAD'].includes(context.req.method);
    if (proxy) checkProxy(proxy, (name) => context.req.header(name));
    const isOurs = proxy ? host === new URL(proxy.origin).host : hosts().includes(host);
    if (!isOurs) throw foreign('host', proxy);
    const own = proxy ? proxy.origin : `http://${host}`;
    if (origin !== undefined && origin !== own) throw foreign('origin', proxy);
    if (!isRead && origin === undefined) throw foreign('origin', proxy);
    if (site !== undefined && !['same-origin', 'none'].includes(site) && !isRead) {
      throw foreign('origin', proxy);
    }
    if (!isRead && context.req.header(deskHeader) === undefined) throw foreign('origin', proxy);
    await next();
    const { headers } = context.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', pagePolicy(nonce));
    }
  });
}

/** Lets those in who hold a session, or whom the proxy names; and those do something who may. */
export function guardPerson(desk: Pick<Desk, 'library' | 'sessions' | 'proxy' | 'audit'>) {
  const local = findLocalPerson();
  return createMiddleware<DeskEnvironment>(async (context, next) => {
    const { method, path } = context.req;
    const { proxy, library } = desk;
    const person = proxy
      ? findPerson(proxy, (name) => context.req.header(name), readPeople(library))
      : local;
    if (!proxy && !hasSession(context, desk.sessions)) throw expired;
    if (!mayDo(person, method, path)) {
      const { user: who, name } = person;
      desk.audit.append({ who, name, act: 'refused', remark: `${method} ${path}`.slice(0, 200) });
      throw notAllowed(person, method, path);
    }
    context.set('person', person);
    await next();
  });
}

/** Whether a request comes with a session. */
export function hasSession(context: Parameters<typeof getCookie>[0], sessions: Sessions): boolean {
  const session = getCookie(context, cookieName(context.req.header('host')));
  return session !== undefined && sessions.holds(session);
}

/** Gives the browser a session. */
export function giveSession(context: Parameters<typeof setCookie>[0], session: string): void {
  setCookie(context, cookieName(context.req.header('host')), session, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: twelveHours,
  });
}

/** Cookies know no ports: two desks on one machine have two names. */
const cookieName = (host = ''): string => `biaolian-desk-${/\d+$/.exec(host)?.[0] ?? 'local'}`;

function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A published page as it is looked at: no script runs in it; formulas place their signs by attributes. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

function foreign(what: 'host' | 'origin', proxy?: TrustedProxy): Refusal {
  return new Refusal(
    403,
    what === 'host'
      ? {
          zh: '请求不是发给这个编写台的。',
          en: 'The request was not sent to this desk.',
        }
      : {
          zh: '请求来自别的网页，没有执行。',
          en: 'The request came from another page; nothing was done.',
        },
    proxy
      ? { zh: `用 ${proxy.origin} 打开。`, en: `Open ${proxy.origin}.` }
      : {
          zh: '用 npm run desk 给出的地址打开。',
          en: 'Open the address that npm run desk has printed.',
        },
  );
}
