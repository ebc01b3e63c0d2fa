// Runs under Node 18: built-ins only.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { runNpmCi } from './npm.mjs';
import { Problem, say } from './problem.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} LockFile
 */

/**
 * Installs what the lock file names, when it is not there already. A tree that somebody
 * installed by hand is left alone as long as it agrees with the lock file.
 *
 * @param {string} root the repository
 */
export async function ensureDependencies(root) {
  if (await areInstalled(root)) return;
  await withLock(join(root, '.toolchain', 'dependencies.lock'), async () => {
    if (await areInstalled(root)) return;
    say('正在按锁文件安装依赖 …', 'Installing dependencies from the lock file …');
    try {
      await runNpmCi(process.execPath, root);
    } catch (error) {
      await rm(npmRecordPath(root), { force: true });
      throw error;
    }
    await writeFile(stampPath(root), await digestLock(root));
  });
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules', '.biaolian-lock-digest');
}

/**
 * What npm writes when it has finished.
 *
 * @param {string} root
 */
function npmRecordPath(root) {
  return join(root, 'node_modules', '.package-lock.json');
}

/** @param {string} root */
async function digestLock(root) {
  const lock = await readLock(root);
  const platform = `${process.platform}-${process.arch}`;
  return createHash('sha256').update(lock).update(platform).digest('hex');
}

/** @param {string} root */
async function readLock(root) {
  try {
    return await readFile(join(root, 'package-lock.json'), 'utf8');
  } catch (cause) {
    throw new Problem(
      { zh: '缺少 package-lock.json。', en: 'package-lock.json is missing.' },
      {
        zh: '恢复它：git checkout package-lock.json',
        en: 'Restore it: git checkout package-lock.json',
      },
      { cause },
    );
  }
}

/** @param {string} root */
async function areInstalled(root) {
  const stamp = await readFile(stampPath(root), 'utf8').catch(() => '');
  if (stamp && stamp === (await digestLock(root))) return true;
  const installed = await readFile(npmRecordPath(root), 'utf8').catch(() => undefined);
  if (installed === undefined) return false;
  try {
    return agrees(JSON.parse(await readLock(root)), JSON.parse(installed), {
      os: process.platform,
      cpu: process.arch,
      libc: findLibc(),
    });
  } catch {
    return false;
  }
}

/**
 * Whether an installed tree has what the lock file names. Of the optional packages the native
 * builds for this platform must be there; npm itself decides about the others.
 *
 * @param {LockFile} lock
 * @param {LockFile} installed npm's own record in node_modules, written when it has finished
 * @param {{ os: string, cpu: string, libc: string | undefined }} platform
 */
export function agrees(lock, installed, platform) {
  const present = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found) return found.version === entry.version;
    return entry.optional === true && !isNativeFor(platform, entry);
  });
}

/**
 * @param {{ os: string, cpu: string, libc: string | undefined }} platform
 * @param {LockEntry} entry
 */
function isNativeFor(platform, { os, cpu, libc }) {
  return (
    os?.includes(platform.os) === true &&
    (!cpu || cpu.includes(platform.cpu)) &&
    (!libc || (platform.libc !== undefined && libc.includes(platform.libc)))
  );
}

function findLibc() {
  if (process.platform !== 'linux') return undefined;
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report.getReport()
  );
  return report.header.glibcVersionRuntime ? 'glibc' : 'musl';
}
