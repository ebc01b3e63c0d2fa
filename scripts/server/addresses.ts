import { Problem } from '../bootstrap/problem.mjs';

/**
 * The path a site is published under, `/` at both ends; nothing when none is given.
 *
 * @throws {Problem} with exit status 2, when a browser would read it as anything but a folder of the same host
 */
export function readBase(text: string | undefined): { readonly base?: string } {
  if (text === undefined || text === '' || text === '/') return {};
  const parts = text.replace(/^\//, '').replace(/\/$/, '').split('/');
  if (parts.every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part))) {
    return { base: `/${parts.join('/')}/` };
  }
  throw new Problem(
    {
      zh: `--base “${text}”不能用作网站的路径。`,
      en: `--base "${text}" cannot be the path of a site.`,
    },
    {
      zh: '写成 /biaozhun/ 或 /a/b/：只用字母、数字、- _ . ~，不用 //、. 和 ..',
      en: 'Write /standards-portal/ or /a/b/: letters, digits, - _ . ~ only, no //, . or ..',
    },
    { exitCode: 2 },
  );
}

/**
 * The address of a site, for canonical links; nothing when none is given.
 *
 * @throws {Problem} with exit status 2, when it is no http address of a host
 */
export function readSite(text: string | undefined): { readonly site?: string } {
  if (text === undefined) return {};
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search + url.hash + url.username + url.password === ''
  ) {
    return { site: url.origin };
  }
  throw new Problem(
    {
      zh: `--site “${text}”不是网站的地址。`,
      en: `--site "${text}" is not the address of a site.`,
    },
    {
      zh: '写成 https://bz.example.cn；下面的路径用 --base 写',
      en: 'Write https://standards.example.cn; the path below it goes into --base',
    },
    { exitCode: 2 },
  );
}
