import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { shortestSecret } from '#desk/people.ts';
import type { TrustedProxy } from '#desk/people.ts';
import { Problem } from '../bootstrap/problem.mjs';

interface ProxyValues {
  readonly proxy?: string | undefined;
  readonly 'proxy-secret'?: string | undefined;
  readonly 'secret-header': string;
  readonly 'user-header': string;
}

/**
 * The proxy that the options of a shared desk describe; undefined where none is switched on.
 *
 * @throws {Problem} with exit status 2 where the address, a header or the secret will not do
 */
export function readProxy(values: ProxyValues): TrustedProxy | undefined {
  const file = values['proxy-secret'];
  if (values.proxy === undefined && file === undefined) return undefined;
  if (values.proxy === undefined || file === undefined) throw bothNeeded();
  const { origin } = new URL(readAddress('--proxy', values.proxy));
  const [secretHeader, userHeader] = [
    readHeaderName('--secret-header', values['secret-header']),
    readHeaderName('--user-header', values['user-header']),
  ];
  return { origin, secretHeader, userHeader, secret: readSecret(resolve(file)) };
}

/**
 * An address that was typed, with its final slash.
 *
 * @throws {Problem} with exit status 2 where it is none
 */
export function readAddress(option: string, text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.username === '') {
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  }
  throw new Problem(
    { zh: `${option} 后面的“${text}”不是网址。`, en: `"${text}" after ${option} is no address.` },
    { zh: '写作 https://desk.example.cn。', en: 'Write it as https://desk.example.cn.' },
    { exitCode: 2 },
  );
}

function readHeaderName(option: string, text: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{1,60}$/.test(text)) return text;
  throw new Problem(
    {
      zh: `${option} 后面的“${text}”不是请求头的名称。`,
      en: `"${text}" after ${option} is no name of a header.`,
    },
    { zh: '只用字母、数字和 -。', en: 'Use letters, digits and - only.' },
    { exitCode: 2 },
  );
}

/** The secret is in a file: what is on a command line, everybody on the machine can read. */
function readSecret(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile()) {
    throw refuseSecret(file, '没有这个文件', 'there is no such file');
  }
  if (process.platform !== 'win32' && (facts.mode & 0o007) !== 0) {
    throw refuseSecret(file, '这台机器上的别人也能读它', 'others on this machine can read it');
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < shortestSecret || /[^\x21-\x7e]/.test(secret)) {
    throw refuseSecret(
      file,
      `口令要 ${shortestSecret} 个以上的英文字母、数字或符号，没有空格`,
      `the secret has to be ${shortestSecret} letters, digits or signs or more, without spaces`,
    );
  }
  return secret;
}

const refuseSecret = (file: string, zh: string, en: string): Problem =>
  new Problem(
    {
      zh: `代理的口令文件 ${file}：${zh}。`,
      en: `The file of the proxy's secret, ${file}: ${en}.`,
    },
    {
      zh: `openssl rand -hex 32 > ${file}; chmod 600 ${file}`,
      en: `openssl rand -hex 32 > ${file}; chmod 600 ${file}`,
    },
    { exitCode: 2 },
  );

const bothNeeded = (): Problem =>
  new Problem(
    {
      zh: '--proxy 和 --proxy-secret 要一起写。',
      en: '--proxy and --proxy-secret go together.',
    },
    {
      zh: '没有口令，这台机器上的任何程序都能冒充别人。见 docs/desk.md。',
      en: 'Without a secret any program of this machine could pass for anybody. See docs/desk.md.',
    },
    { exitCode: 2 },
  );
