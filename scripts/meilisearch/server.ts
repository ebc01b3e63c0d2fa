import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '#library/alive.ts';
import { ensureMeilisearch } from './binary.ts';
import { Problem } from '../bootstrap/problem.mjs';

export interface ServerOptions {
  /** Where the server keeps its data, its log and its key. */
  readonly folder: string;
  /** Any free one when absent. */
  readonly port?: number;
  /** Sixteen bytes or more; generated and kept in the folder when absent. */
  readonly masterKey?: string;
  /** A dump to begin with, where the folder has no data yet. */
  readonly dump?: string;
}

export interface MeilisearchServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly masterKey: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const START_MS = 60_000;
/** A dump is imported before the server answers: 272,000 documents take some minutes. */
const IMPORT_MS = 3_600_000;
const STOP_MS = 5_000;

/**
 * Starts a Meilisearch server on this machine's loopback address and waits until it answers. It ends with this process.
 *
 * @throws {Problem} when there is no program, or when it ends at once: then with its own words
 */
export async function startMeilisearch(options: ServerOptions): Promise<MeilisearchServer> {
  const { folder } = options;
  const program = await ensureMeilisearch();
  await mkdir(folder, { recursive: true });
  if (!(await stopOrphan(folder))) throw inUse(folder);
  const masterKey = options.masterKey ?? (await readMasterKey(folder));
  const attempts = options.port === undefined ? 3 : 1;
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort());
    const url = `http://127.0.0.1:${port}`;
    const child = launch(program, { folder, port, masterKey, dump: options.dump });
    const limit = options.dump === undefined ? START_MS : IMPORT_MS;
    const reason = await waitUntilReady(child, { url, masterKey, limit });
    if (reason === undefined) {
      const { pid = 0 } = child;
      await writeFile(runPath(folder), JSON.stringify({ pid, owner: process.pid, url }));
      return { url, masterKey, pid, stop: () => stop(child, folder) };
    }
    const words = readComplaint(folder) || reason;
    const isTaken = /address (?:already )?in use|os error 98/i.test(words);
    if (!isTaken || attempt >= attempts) throw explainCrash(words, folder, port);
  }
}

/** The key of the folder's server: made once, readable by its owner only. */
async function readMasterKey(folder: string): Promise<string> {
  const path = join(folder, 'master-key');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim().length >= 16) return kept.trim();
  const key = randomBytes(32).toString('base64url');
  await rm(path, { force: true });
  await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

interface Launch {
  readonly folder: string;
  readonly port: number;
  readonly masterKey: string;
  readonly dump: string | undefined;
}

function launch(program: string, { folder, port, masterKey, dump }: Launch): ChildProcess {
  // Whatever this shell says about another server must not reach this one.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('MEILI_'));
  const args = ['--http-addr', `127.0.0.1:${port}`, '--db-path', 'data', '--env', 'production'];
  if (dump !== undefined) args.push('--import-dump', dump);
  const log = openSync(logPath(folder), 'w');
  try {
    const child = spawn(program, args, {
      cwd: folder,
      // By the environment: arguments are seen by everybody on the machine.
      env: {
        ...Object.fromEntries(kept),
        MEILI_NO_ANALYTICS: 'true',
        MEILI_MASTER_KEY: masterKey,
        // It would take two thirds of the machine's memory, and much of it even for a handful of documents.
        MEILI_MAX_INDEXING_MEMORY: '512MiB',
      },
      stdio: ['ignore', log, log],
    });
    const kill = (): boolean => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('close', () => process.removeListener('exit', kill));
    return child;
  } finally {
    closeSync(log);
  }
}

/** @returns why it did not become ready; nothing when it did */
async function waitUntilReady(
  child: ChildProcess,
  { url, masterKey, limit }: { url: string; masterKey: string; limit: number },
): Promise<string | undefined> {
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('close', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  for (const deadline = Date.now() + limit; Date.now() < deadline;) {
    if (ended !== undefined) return ended;
    // Another program may sit on this port: only ours knows the key.
    if (await answers(`${url}/version`, masterKey)) return undefined;
    await sleep(25);
  }
  child.kill('SIGKILL');
  return `no answer within ${limit / 1000} s`;
}

async function answers(address: string, key: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, 'close');
    // At an interrupt it ends at once; at SIGTERM it would wait for open connections.
    child.kill('SIGINT');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await closed;
    clearTimeout(force);
  }
  await rm(runPath(folder), { force: true });
}

/**
 * Ends the server that a run that was killed left behind.
 *
 * @returns false when a run that lives is using it
 */
export async function stopOrphan(folder: string): Promise<boolean> {
  const text = await readFile(runPath(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return true;
  const run = readRun(text);
  if (!run) {
    await rm(runPath(folder), { force: true });
    return true;
  }
  const { pid, owner, url } = run;
  // A pid may be somebody else's by now: a server that knows the folder's key is ours.
  if (isAlive(pid) && (await answers(`${url}/version`, await readMasterKey(folder)))) {
    if (isAlive(owner)) return false;
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < STOP_MS; waited += 50) await sleep(50);
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
  await rm(runPath(folder), { force: true });
  return true;
}

/** A server that runs and the process it runs for. */
interface Run {
  readonly pid: number;
  readonly owner: number;
  readonly url: string;
}

/** Nothing when only a part of it was written. */
function readRun(text: string): Run | undefined {
  try {
    return JSON.parse(text) as Run;
  } catch {
    return undefined;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const logPath = (folder: string): string => join(folder, 'server.log');
const runPath = (folder: string): string => join(folder, 'running.json');

/** What the server said when it ended, without its picture and its trace. */
function readComplaint(folder: string): string {
  const log = readFileSync(logPath(folder), 'utf8');
  const told = /^Error: ([^]*?)(?:\n\s*\n|$(?![^]))/m.exec(log)?.[1];
  const lines = (told ?? '').replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ').trim();
  return lines.slice(0, 500);
}

function explainCrash(words: string, folder: string, port: number): Problem {
  const cause = new Error(words);
  const made = /database version \((\S+?)\) is incompatible .*\((\S+?)\)/.exec(words);
  if (made || /infer the version of the database/.test(words)) {
    const by = made?.[1] ?? '?';
    return new Problem(
      {
        zh: `${folder} 里的数据是另一版本的 Meilisearch（${by}）写的，这个版本不读。`,
        en: `The data in ${folder} was written by another version of Meilisearch (${by}); this one does not read it.`,
      },
      {
        zh: '索引随时可由标准库重建：删除其中的 data/ 后重试。',
        en: 'The index can be made anew from the library at any time: delete data/ in it and try again.',
      },
      { cause },
    );
  }
  if (/in use|os error 98/i.test(words)) {
    return new Problem(
      { zh: `端口 ${port} 已被占用。`, en: `Port ${port} is taken.` },
      { zh: '换一个端口，或停掉占用它的程序。', en: 'Use another port, or stop what holds it.' },
      { cause },
    );
  }
  const line = words.split('\n', 1)[0] ?? '';
  return new Problem(
    {
      zh: `Meilisearch 没有启动，它说：${line}`,
      en: `Meilisearch did not start. It says: ${line}`,
    },
    {
      zh: `全部输出见 ${logPath(folder)}；数据可由标准库重建，删除 data/ 后重试也无妨。`,
      en: `All it said: ${logPath(folder)}. Its data can be made anew from the library, so deleting data/ and trying again does no harm.`,
    },
    { cause },
  );
}

function inUse(folder: string): Problem {
  return new Problem(
    {
      zh: `另一个运行正在使用 ${folder} 里的搜索服务器。`,
      en: `Another run is using the search server in ${folder}.`,
    },
    { zh: '停掉那个运行后重试。', en: 'Stop that run and try again.' },
  );
}
