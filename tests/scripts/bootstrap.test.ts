import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { agrees } from '#scripts/bootstrap/dependencies.mjs';
import { withLock } from '#scripts/bootstrap/lock.mjs';
import { explainNpmFailure } from '#scripts/bootstrap/npm.mjs';
import { explain, Problem, printProblem } from '#scripts/bootstrap/problem.mjs';
import { isNewEnough, NODE_PACKAGES, runUnder } from '#scripts/bootstrap/toolchain.mjs';
import { ROOT } from '#scripts/lib/tools.ts';
import { listBootstrapFiles, findNewerThanNode18 } from './node-18.ts';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const SHELLS = process.platform === 'win32' ? [] : ['sh'];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaolian-bootstrap-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the first lines run under Node 18 with nothing installed', () => {
  const files = listBootstrapFiles(join(ROOT, 'scripts/run.mjs'));
  const newer = [
    ['[3, 1].toSorted();', 'toSorted'],
    [`import { globSync } from 'node:fs'; globSync('*');`, 'globSync'],
    [`import data from './x.json' with { type: 'json' };`, 'with'],
    ['console.log(import.meta.dirname);', 'dirname'],
    ['export const pattern = /a/v;', 'flag'],
    ['using a = null;', 'using'],
  ] as const;

  it('use no language or library feature that Node 18 lacks, by a check that tells of those', async () => {
    const traps = newer.map(([code], at) => ({ path: join(folder, `${at}.mjs`), code }));
    for (const { path, code } of traps) await writeFile(path, `${code}\nexport {};\n`);
    const found = findNewerThanNode18([...files, ...traps.map(({ path }) => path)]);
    for (const [at, [code, word]] of newer.entries()) {
      const own = found.filter((line) => line.startsWith(join(folder, `${at}.mjs`)));
      expect(own.join('\n'), code).toContain(word);
    }
    expect(found.filter((line) => !line.startsWith(folder))).toEqual([]);
  });

  it.each([
    ['18.0.0', false],
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['23.6.0', true],
    ['24.0.0', true],
    ['26.10.0', true],
  ])('Node %s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  it('pin a new enough Node with its digest for each platform', () => {
    for (const os of ['linux', 'darwin', 'win32']) {
      for (const cpu of ['x64', 'arm64']) {
        const chosen = NODE_PACKAGES[`${os}-${cpu}`];
        expect(isNewEnough(chosen?.version ?? ''), `${os}-${cpu}`).toBe(true);
        expect(chosen?.integrity).toMatch(/^sha512-[\w+/]{86}==$/);
      }
    }
  });

  it('run under another Node with its status', async () => {
    expect(await runUnder(process.execPath, ['-e', 'process.exitCode = 3'])).toBe(3);
  });
});

describe('a command that npm started', () => {
  it.each(SHELLS)('ends with the shell it runs in (%s)', async (shell) => {
    // The input outlasts the test: only the end of the shell can end the command.
    const input = '{ echo "GB/T 1.1-2020"; sleep 120; }';
    const command = `"${process.execPath}" "${join(ROOT, 'scripts/run.mjs')}" std number`;
    const env = { ...process.env, npm_lifecycle_event: 'std' };
    const child = spawn(shell, ['-c', `${input} | ${command}; true`], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    onTestFinished(() => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    await expect.poll(() => output, { timeout: 20_000 }).toContain('GB/T 1.1');
    child.kill('SIGTERM');
    // The pipe closes only when the command itself, which waits for more input, has ended too.
    await once(child, 'close');
  });
});

describe('dependencies', () => {
  const platform = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-linux-x64-gnu': {
        version: '1.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['glibc'],
      },
      'node_modules/a-darwin-arm64': {
        version: '1.0.0',
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
      'node_modules/a-wasm32': { version: '1.0.0', optional: true, cpu: ['wasm32'] },
    },
  };
  const a = { 'node_modules/a': { version: '1.0.0' } };
  const native = { 'node_modules/a-linux-x64-gnu': { version: '1.0.0' } };

  it('are there when all packages for this platform are, in the versions of the lock file', () => {
    expect(agrees(lock, { packages: { ...a, ...native } }, platform)).toBe(true);
    expect(agrees(lock, { packages: a }, { ...platform, libc: 'musl' })).toBe(true);
  });

  it('are not there when one is missing or of another version', () => {
    expect(agrees(lock, { packages: native }, platform)).toBe(false);
    expect(agrees(lock, { packages: a }, platform)).toBe(false);
    const older = { 'node_modules/a': { version: '0.9.0' } };
    expect(agrees(lock, { packages: { ...older, ...native } }, platform)).toBe(false);
  });

  it('are locked for every platform, without which npm ci refuses', async () => {
    const { packages } = JSON.parse(
      await readFile(join(ROOT, 'package-lock.json'), 'utf8'),
    ) as Lock;
    const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
      .filter((name) => !names.has(name));
    expect(missing).toEqual([]);
  });

  it('are pinned exactly', async () => {
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

function run(...args: readonly string[]) {
  const script = join(ROOT, 'scripts/run.mjs');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

describe('a failure says what happened and what to do, in both languages', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'cannot be reached'],
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device', 'disk filled up'],
    ['npm error code EACCES\nnpm error syscall mkdir', 'cannot be written'],
    ['npm error code E403\nnpm error 403 Forbidden', 'refused the request'],
    ['npm error code ETARGET\nnpm error notarget No matching version', 'does not have a package'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', 'do not agree'],
    ['npm error code EWHATEVER\nnpm error something else', 'something else'],
  ])('%s', (output, words) => {
    const { what, todo } = explainNpmFailure(output);
    expect(what.en).toContain(words);
    for (const text of [what.zh, todo.zh]) expect(text).toMatch(/\p{Script=Han}/u);
    expect(todo.en).not.toBe('');
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR'])(
    '%s of the system',
    (code) => {
      const { what, todo } = explain(Object.assign(new Error(code), { code, path: '/x/y' }));
      expect(what.en).toContain('/x/y');
      expect(what.en).not.toMatch(/Unexpected|E[A-Z]{4}/);
      expect(todo.zh).toMatch(/\p{Script=Han}/u);
    },
  );

  it('prints no stack trace', () => {
    let output = '';
    printProblem(new TypeError('boom\nsecond line'), (text) => (output += text));
    expect(output).toContain('boom');
    expect(output).toContain('--verbose');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('ends the command with its status', () => {
    const unknown = run('no-such-command');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('There is no command "no-such-command"');
    const port = run('start', '--port', '80x');
    expect(port.status).toBe(2);
    expect(port.stderr).toMatch(/不是端口号[\s\S]*is not a port number/);
    const library = run('start', '--library', join(folder, 'none'));
    expect(library.status).toBe(2);
    for (const { stderr } of [unknown, port, library]) expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('the lock', () => {
  it('lets one work at a time', async () => {
    const lock = join(folder, 'deep', 'lock');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    const options = { pollMs: 5 };
    await Promise.all([1, 2, 3].map(() => withLock(lock, work, options)));
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const lock = join(folder, 'lock');
    const failing = withLock(lock, () => Promise.reject(new Error('boom')));
    await expect(failing).rejects.toThrow('boom');
    expect(existsSync(lock)).toBe(false);
  });

  it('is taken over from a process that has died', async () => {
    const lock = join(folder, 'lock');
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    await mkdir(lock);
    await writeFile(join(lock, 'owner'), JSON.stringify({ pid, host: hostname() }));
    const options = { waitMs: 2_000, pollMs: 5 };
    expect(await withLock(lock, () => Promise.resolve('done'), options)).toBe('done');
  });

  it('is taken over when its maker died before signing it', async () => {
    const lock = join(folder, 'lock');
    await mkdir(lock);
    const past = new Date(Date.now() - 60_000);
    await utimes(lock, past, past);
    expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
  });

  it('is not taken from one who lives, and the wait has an end', async () => {
    const lock = join(folder, 'lock');
    await mkdir(lock);
    await writeFile(join(lock, 'owner'), JSON.stringify({ pid: process.pid, host: hostname() }));
    const waiting = withLock(lock, () => Promise.resolve(), { waitMs: 50, pollMs: 5 });
    await expect(waiting).rejects.toBeInstanceOf(Problem);
    expect(existsSync(lock)).toBe(true);
  });
});
