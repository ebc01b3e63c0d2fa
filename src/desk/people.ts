import { createHash, timingSafeEqual } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { deskRoles, userName } from '#core/roles/index.ts';
import type { DeskFile, DeskRole } from '#core/roles/index.ts';
import { deskFileName, readDeskPeople } from '#library/desk-file.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import type { AuditLog } from './audit/log.ts';
import { Refusal } from './refusal.ts';

/** Somebody at the desk. */
export interface Person {
  readonly user: string;
  readonly name: string;
  readonly roles: readonly DeskRole[];
}

/** A reverse proxy that says who somebody is. */
export interface TrustedProxy {
  /** What people have in the address bar: `https://desk.example.cn`. */
  readonly origin: string;
  /** The header that it proves itself with, and what stands in it. */
  readonly secretHeader: string;
  readonly secret: string;
  /** The header with the name that somebody signed in with. */
  readonly userHeader: string;
}

/** Fewer signs could be guessed. */
export const shortestSecret = 32;

/** Who works at a desk that is open on this machine only: whoever started it, who may do all. */
export function findLocalPerson(): Person {
  const user = readUserName();
  return { user, name: user, roles: deskRoles };
}

function readUserName(): string {
  try {
    return userInfo().username || 'local';
  } catch {
    return 'local';
  }
}

type ReadHeader = (name: string) => string | undefined;

/**
 * Holds a request to come from the proxy: on the same machine anybody can send a header that names somebody.
 *
 * @throws {Refusal} where the secret is not there, or another
 */
export function checkProxy({ secretHeader, secret }: TrustedProxy, header: ReadHeader): void {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(digest(header(secretHeader) ?? ''), digest(secret))) throw notFromProxy();
}

/**
 * Who a proxy says that somebody is, as `desk.yaml` knows the person.
 *
 * @throws {Refusal} where it says nobody, or the library does not know the person
 */
export function findPerson(
  { userHeader }: TrustedProxy,
  header: ReadHeader,
  desk: DeskFile | null,
): Person {
  const { success, data: user } = userName.safeParse(header(userHeader) ?? '');
  if (!success) throw nobody(userHeader);
  if (!desk) throw noPeople();
  const found = desk.people.find((each) => each.user === user);
  if (!found) throw unknownPerson(user);
  return { user, name: found.name ?? user, roles: found.roles };
}

/** The people of a library as they are now. */
export const readPeople = (library: string): DeskFile | null => readDeskPeople(library).desk;

/** Writes down that the list of people is another than it was: who may do what is part of what is held to account. */
export function notePeople(audit: AuditLog, library: string): void {
  const bytes = readIfThere(join(library, deskFileName));
  const digest = bytes ? shortDigest(bytes) : '';
  const last = audit.list().findLast(({ act }) => act === 'people');
  if (digest === (last?.digest ?? '')) return;
  audit.append({ who: 'desk', name: '编写台', act: 'people', of: deskFileName, digest });
}

const notFromProxy = (): Refusal =>
  new Refusal(
    403,
    {
      zh: '请求没有经过登录的入口，没有执行。',
      en: 'The request did not come by the way in; nothing was done.',
    },
    {
      zh: '用单位给的编写台网址打开。',
      en: 'Open the address of the desk that your office has given you.',
    },
  );

const nobody = (header: string): Refusal =>
  new Refusal(
    401,
    { zh: '入口没有说明您是谁。', en: 'The way in did not say who you are.' },
    {
      zh: `重新登录；还不行，请管理员看反向代理有没有给出 ${header}。写下的内容都还在。`,
      en: `Sign in again; if that does not help, the administrator looks whether the proxy sends ${header}. What was written is kept.`,
    },
  );

const noPeople = (): Refusal =>
  new Refusal(
    403,
    {
      zh: `标准库里没有人员文件 ${deskFileName}，或者它读不通，谁也不能进来。`,
      en: `The library has no ${deskFileName}, or one that cannot be read; nobody may come in.`,
    },
    {
      zh: '请管理员写好它（写法见 docs/desk.md），不用重新启动。',
      en: 'The administrator writes it as docs/desk.md says; nothing has to be started again.',
    },
  );

const unknownPerson = (user: string): Refusal =>
  new Refusal(
    403,
    {
      zh: `${user} 不在标准库的人员名单里。`,
      en: `${user} is not among the people of this library.`,
    },
    {
      zh: `请管理员把这个登录名写进 ${deskFileName}。`,
      en: `The administrator adds that name to ${deskFileName}.`,
    },
  );
