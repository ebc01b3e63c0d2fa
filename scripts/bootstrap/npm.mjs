// Runs under Node 18: built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { isVerbose, Problem } from './problem.mjs';

/** Quiet, reproducible, no install scripts: every binary we need ships inside a package. */
const OPTIONS = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel=error',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=10000',
];

/**
 * Runs npm's `ci` in a folder with the given Node.
 *
 * npm leaves out optional packages whose `engines` refuse the Node that runs it, and our native
 * tools are such packages: so the Node that will use them must be the one that installs them.
 *
 * @param {string} node path of the Node to run npm with
 * @param {string} folder holds package.json and package-lock.json
 */
export async function runNpmCi(node, folder) {
  const npm = findNpmScript();
  const args = ['ci', '--prefix', folder, ...OPTIONS];
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const result = npm
    ? await capture(node, [npm, ...args], { cwd: folder, env, shell: false })
    : await capture('npm', args, { cwd: folder, env, shell: process.platform === 'win32' });
  if (result.code !== 0) throw explainNpmFailure(result.output);
  if (await isDiskFull(folder)) throw explainNpmFailure('ENOSPC');
}

/**
 * npm takes files that a full disk cut short for installed, so that success alone says little.
 * `statfs` is there since Node 18.15.
 *
 * @param {string} folder
 */
async function isDiskFull(folder) {
  const disk = await fs.statfs?.(folder);
  return disk !== undefined && disk.bavail * disk.bsize < 20 * 2 ** 20;
}

/** npm's own script: the npm that started us, the one beside this Node, or the one on PATH. */
function findNpmScript() {
  const started = process.env.npm_execpath;
  if (started && basename(started) === 'npm-cli.js' && existsSync(started)) return started;
  const here = dirname(process.execPath);
  const script = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  const candidates = [join(here, '..', 'lib', ...script), join(here, ...script)];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, 'npm');
    if (!folder || !existsSync(command)) continue;
    candidates.push(realpathSync(command), join(folder, ...script));
  }
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function capture(command, args, options) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (isVerbose()) process.stderr.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const AGAIN = { zh: '再次运行同一条命令即可继续。', en: 'Run the same command again to go on.' };

/** @type {readonly { sign: RegExp, what: import('./problem.mjs').Bilingual, todo: import('./problem.mjs').Bilingual }[]} */
const FAILURES = [
  {
    sign: /ENOSPC|no space left/i,
    what: { zh: '安装时磁盘已满。', en: 'The disk filled up during the installation.' },
    todo: {
      zh: `腾出至少 2 GB 空间。${AGAIN.zh}`,
      en: `Free at least 2 GB. ${AGAIN.en}`,
    },
  },
  {
    sign: /EROFS|EACCES|EPERM/,
    what: { zh: '没有写入此目录的权限。', en: 'This folder cannot be written to.' },
    todo: {
      zh: '检查目录（以及 npm 缓存目录）的属主和权限，或克隆到可写的目录。',
      en: 'Check the owner and mode of the folder and of the npm cache, or clone into a folder you can write to.',
    },
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|network|CERT|SSL/i,
    what: { zh: '连不上 npm 软件源。', en: 'The npm registry cannot be reached.' },
    todo: {
      zh: `检查网络和代理；也可以换一个可用的软件源：npm config set registry 〈地址〉。${AGAIN.zh}`,
      en: `Check the network and the proxy, or use a registry you can reach: npm config set registry <address>. ${AGAIN.en}`,
    },
  },
  {
    sign: /E401|E403|E407|ENEEDAUTH/,
    what: { zh: 'npm 软件源拒绝了请求。', en: 'The npm registry refused the request.' },
    todo: {
      zh: '检查软件源的登录和权限（npm config get registry），或换一个软件源。',
      en: 'Check your access to it (npm config get registry), or use another registry.',
    },
  },
  {
    sign: /E404|ETARGET|notarget/,
    what: {
      zh: 'npm 软件源里没有所需的软件包版本。',
      en: 'The npm registry does not have a package version that is needed.',
    },
    todo: {
      zh: '镜像可能不完整或滞后：换用完整的软件源后重试。',
      en: 'A mirror may be partial or late: use a complete registry and try again.',
    },
  },
  {
    sign: /EINTEGRITY/,
    what: {
      zh: '下载的软件包与锁文件的校验值不符。',
      en: 'A downloaded package does not match the digest in the lock file.',
    },
    todo: {
      zh: '清理缓存后重试：npm cache clean --force；若仍如此，软件源不可信。',
      en: 'Clean the cache and retry: npm cache clean --force; if it happens again, do not trust the registry.',
    },
  },
  {
    sign: /EUSAGE|can only install (packages )?(when|with)/,
    what: {
      zh: 'package.json 与 package-lock.json 不一致。',
      en: 'package.json and package-lock.json do not agree.',
    },
    todo: {
      zh: '恢复这两个文件（git checkout），或运行 npm install 更新锁文件。',
      en: 'Restore both files (git checkout), or run npm install to renew the lock file.',
    },
  },
  {
    sign: /spawn npm|npm: not found|is not recognized/,
    what: { zh: '找不到 npm。', en: 'npm was not found.' },
    todo: { zh: '安装 npm 后重试。', en: 'Install npm and try again.' },
  },
];

/**
 * Reads npm's output for the reason it failed.
 *
 * @param {string} output
 */
export function explainNpmFailure(output) {
  const cause = new Error(`npm said:\n${output.trim()}`);
  for (const { sign, what, todo } of FAILURES) {
    if (sign.test(output)) return new Problem(what, todo, { cause });
  }
  const line = /npm err(?:or|!) (?!code|A complete log)(.+)/i.exec(output)?.[1]?.trim() ?? '?';
  return new Problem(
    { zh: `安装依赖失败：${line}`, en: `The installation failed: ${line}` },
    {
      zh: `加上 --verbose 可看到 npm 的完整输出。${AGAIN.zh}`,
      en: `Add --verbose to see all that npm says. ${AGAIN.en}`,
    },
    { cause },
  );
}
