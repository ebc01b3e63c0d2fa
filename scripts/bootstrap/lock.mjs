// Runs under Node 18: built-ins only.
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, say } from './problem.mjs';

/** A lock directory without an owner file is being made, or its maker died within this time. */
const OWNERLESS_MS = 5_000;

/**
 * Runs `work` while holding a lock directory, so that two runs in one checkout take turns.
 * A lock whose process no longer lives is taken over.
 *
 * @template T
 * @param {string} directory the lock; its parent is made when missing
 * @param {() => Promise<T>} work
 * @param {{ waitMs?: number, pollMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(directory, work, { waitMs = 15 * 60_000, pollMs = 200 } = {}) {
  await mkdir(dirname(directory), { recursive: true });
  const owner = JSON.stringify({ pid: process.pid, host: hostname() });
  const deadline = Date.now() + waitMs;
  let told = false;
  while (!(await tryMake(directory, owner))) {
    if (await removeIfStale(directory)) continue;
    if (Date.now() > deadline) {
      throw new Problem(
        {
          zh: `另一个运行${await nameOwner(directory, '（', '）')}一直占用着 ${directory}。`,
          en: `Another run${await nameOwner(directory, ' (', ')')} keeps holding ${directory}.`,
        },
        {
          zh: '等它结束后重试；若确实没有别的运行，删除这个目录。',
          en: 'Try again when it has ended; if there is none, delete that folder.',
        },
      );
    }
    if (!told) {
      const zh = `另一个运行${await nameOwner(directory, '（', '）')}正在进行，等待中…`;
      say(zh, `Another run${await nameOwner(directory, ' (', ')')} is under way; waiting…`);
    }
    told = true;
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @param {string} directory @param {string} owner */
async function tryMake(directory, owner) {
  try {
    await mkdir(directory);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(directory, 'owner'), owner);
  return true;
}

/**
 * Removes the lock when its owner is dead. It is moved aside first, and only if it is still the
 * lock that was judged, so that of two runs that see the same dead owner one wins.
 *
 * @param {string} directory
 */
async function removeIfStale(directory) {
  const seen = await readOwner(directory);
  if (!(await isStale(directory, seen))) return false;
  const aside = `${directory}.${process.pid}.stale`;
  try {
    await rename(directory, aside);
  } catch {
    return true;
  }
  if ((await readOwner(aside)) === seen) await rm(aside, { recursive: true, force: true });
  else await rename(aside, directory).catch(() => undefined);
  return true;
}

/** @param {string} directory @param {string | undefined} owner */
async function isStale(directory, owner) {
  if (owner === undefined) {
    const made = await stat(directory).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs > OWNERLESS_MS;
  }
  try {
    const { pid, host } = JSON.parse(owner);
    return host === hostname() && !isAlive(pid);
  } catch {
    return true;
  }
}

/** @param {string} directory */
function readOwner(directory) {
  return readFile(join(directory, 'owner'), 'utf8').catch(() => undefined);
}

/**
 * The process that holds a lock, in brackets; nothing where it is not known.
 *
 * @param {string} directory @param {string} open @param {string} close
 */
async function nameOwner(directory, open, close) {
  try {
    const { pid, host } = JSON.parse((await readOwner(directory)) ?? '');
    return `${open}${host}, PID ${Number(pid)}${close}`;
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
