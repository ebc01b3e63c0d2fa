import { embeddedOnly, isIndexName, readServerUrl } from '#search/runtime-config.ts';
import type { ConfiguredServer } from '#search/runtime-config.ts';
import { usage } from '../lib/arguments.ts';

/** A search server as the publisher and as readers reach it. */
export interface IndexTarget {
  /** Where the publisher writes. */
  readonly url: string;
  /** May write; never given to a page. */
  readonly adminKey: string;
  /** Where readers' browsers ask. */
  readonly publicUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The servers that the environment names: `MEILI_URL`, `MEILI_ADMIN_KEY` (or `MEILI_MASTER_KEY`) and `MEILI_PUBLIC_URL`, each
 * one value or several with commas between them. Nothing without `MEILI_URL`.
 *
 * @throws {Problem} with exit status 2 when they do not fit together
 */
export function readTargets(environment: Environment): readonly IndexTarget[] {
  const urls = readUrls(environment, 'MEILI_URL');
  if (urls.length === 0) return [];
  const keys = readKeys(environment, ['MEILI_ADMIN_KEY', 'MEILI_MASTER_KEY'], urls.length);
  const publicUrls = readUrls(environment, 'MEILI_PUBLIC_URL');
  mustFit('MEILI_PUBLIC_URL', publicUrls.length, urls.length, false);
  return urls.map((url, at) => ({
    url,
    adminKey: keys[at] ?? '',
    publicUrl: publicUrls[at] ?? url,
  }));
}

/**
 * The same servers to be searched: a key that may only search will do.
 *
 * @throws {Problem} with exit status 2 when they do not fit together
 */
export function readSearchServers(environment: Environment): readonly ConfiguredServer[] {
  const urls = readUrls(environment, 'MEILI_URL');
  if (urls.length === 0) return [];
  const names = ['MEILI_SEARCH_KEY', 'MEILI_ADMIN_KEY', 'MEILI_MASTER_KEY'];
  const keys = readKeys(environment, names, urls.length);
  return urls.map((url, at) => ({ url, key: keys[at] ?? '' }));
}

/** Keys of the first variable that has any, one for each server. */
function readKeys(
  environment: Environment,
  names: readonly string[],
  servers: number,
): readonly string[] {
  const name = names.find((each) => list(environment[each]).length > 0) ?? '';
  const keys = list(environment[name]);
  if (keys.length === 0) {
    throw usage(
      { zh: '没有给出搜索服务器的密钥。', en: 'No key for the search server was given.' },
      {
        zh: `设置环境变量 ${names[0]}（每台服务器一把，或共用一把，用逗号隔开）。`,
        en: `Set ${names[0]}: one for all servers or one for each, with commas between them.`,
      },
    );
  }
  if (keys.some((key) => !/^[!-~]+$/.test(key))) {
    throw usage(
      { zh: `${name} 里有密钥不会有的字符。`, en: `${name} holds characters no key has.` },
      { zh: '重新复制密钥，不带空格和引号。', en: 'Copy the key again, without spaces or quotes.' },
    );
  }
  mustFit(name, keys.length, servers, true);
  return Array.from({ length: servers }, (_, at) => keys[keys.length === 1 ? 0 : at] ?? '');
}

/** `MEILI_INDEX`, the first part of the indexes' names. */
export function readIndexName(environment: Environment): string {
  const name = environment['MEILI_INDEX'] || embeddedOnly.index;
  if (isIndexName(name)) return name;
  throw usage(
    { zh: `MEILI_INDEX 不能是“${name}”。`, en: `MEILI_INDEX cannot be "${name}".` },
    { zh: '只用字母、数字、- 和 _。', en: 'Use letters, digits, - and _ only.' },
  );
}

function list(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function readUrls(environment: Environment, name: string): readonly string[] {
  return list(environment[name]).map((text) => {
    const url = readServerUrl(text);
    if (url !== undefined) return url;
    throw usage(
      {
        zh: `${name} 里的“${hidePassword(text)}”不是服务器地址。`,
        en: `"${hidePassword(text)}" in ${name} is no address of a server.`,
      },
      {
        zh: '写成 https://search.example.cn 或 http://10.0.0.8:7700，密钥另用 MEILI_ADMIN_KEY。',
        en: 'Write https://search.example.cn or http://10.0.0.8:7700; the key goes into MEILI_ADMIN_KEY.',
      },
    );
  });
}

/** A text that was meant to be an address, without the name and password in it. */
function hidePassword(text: string): string {
  return text.replace(/\/\/.*@/, '//…@');
}

function mustFit(name: string, count: number, servers: number, oneForAll: boolean): void {
  if (count === servers || count === 0 || (oneForAll && count === 1)) return;
  throw usage(
    {
      zh: `${name} 有 ${count} 个值，MEILI_URL 有 ${servers} 台服务器。`,
      en: `${name} has ${count} values, MEILI_URL names ${servers} servers.`,
    },
    {
      zh: '按同样的顺序，每台服务器一个，用逗号隔开。',
      en: 'Give one for each server in the same order, with commas between them.',
    },
  );
}
