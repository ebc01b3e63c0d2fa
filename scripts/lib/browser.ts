import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { Problem, say } from '../bootstrap/problem.mjs';
import { runTool } from './tools.ts';

/** Where browsers of Chromium's family are installed, by platform; the first there is wins. */
const KNOWN_PATHS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ];
  }),
};

/** Chromium without its window: draws letters a little otherwise, and opens a page at a third of the cost. */
const WINDOWLESS = '/usr/lib/chromium/chromium-headless-shell';

/**
 * Path of a browser for tests that compare no letters: `CHROME_PATH`, else Chromium without its window, else what
 * `findBrowser` finds.
 *
 * @throws {Problem} when `CHROME_PATH` names nothing
 */
export function findQuickBrowser(): string | undefined {
  const isChosen = Boolean(process.env['CHROME_PATH']);
  return !isChosen && existsSync(WINDOWLESS) ? WINDOWLESS : findBrowser();
}

/**
 * Path of a browser as readers have it: `CHROME_PATH`, else an installed one, else Playwright's own.
 *
 * @throws {Problem} when `CHROME_PATH` names nothing
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Problem(
      {
        zh: `CHROME_PATH 指向的浏览器不存在：${chosen}`,
        en: `CHROME_PATH names no file: ${chosen}`,
      },
      { zh: '改正或取消这个环境变量。', en: 'Correct or unset that variable.' },
    );
  }
  const paths = [...(KNOWN_PATHS[process.platform] ?? []), chromium.executablePath()];
  return paths.find((path) => path !== '' && existsSync(path));
}

/**
 * Sees to a browser, and on Debian to Chinese fonts: through apt as root on Debian, else
 * Playwright's own build.
 *
 * @throws {Problem} when there is none and none can be installed
 */
export async function ensureBrowser(): Promise<string> {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebianRoot) installDebianPackages();
  const found = findBrowser();
  if (found !== undefined) return found;
  say('正在安装 Playwright 的 Chromium …', "Installing Playwright's Chromium …");
  await runTool({ package: 'playwright', args: ['install', 'chromium'], output: 'kept' });
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Problem(
    {
      zh: '没有可用的浏览器，也装不上：端到端测试需要 Chromium、Chrome 或 Edge。',
      en: 'There is no browser and none could be installed: the tests need Chromium, Chrome or Edge.',
    },
    {
      zh: '安装其中之一，或用环境变量 CHROME_PATH 指出它的路径；Debian：sudo apt-get install chromium fonts-noto-cjk',
      en: 'Install one, or set CHROME_PATH to its path; on Debian: sudo apt-get install chromium fonts-noto-cjk',
    },
  );
}

/** A field of an installed Debian package; nothing where it is not installed. */
function askPackages(field: string, name: string): string {
  return String(spawnSync('dpkg-query', ['-W', `-f=${field}`, name]).stdout);
}

const HASTE = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];

/** Failing here is no failure yet: there may be another way to a browser. */
function installDebianPackages(): void {
  const missing: string[] = [];
  if (findBrowser() === undefined) missing.push('chromium');
  if (!process.env['CHROME_PATH'] && !existsSync(WINDOWLESS)) {
    // Of another version it would take the installed Chromium with it.
    const version = askPackages('${Version}', 'chromium-common');
    missing.push(`chromium-headless-shell${version === '' ? '' : `=${version}`}`);
  }
  if (askPackages('${db:Status-Status}', 'fonts-noto-cjk') !== 'installed') {
    missing.push('fonts-noto-cjk');
  }
  // It reads what the tests print.
  if (spawnSync('pdftotext', ['-v']).status !== 0) missing.push('poppler-utils');
  if (missing.length === 0) return;
  const names = missing.join(' ');
  say(`正在用 apt 安装 ${names} …`, `Installing ${names} through apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A machine without a network has to wait no longer than that.
  const options = { env, timeout: 180_000 };
  spawnSync('apt-get', [...HASTE, 'update'], options);
  const install = [...HASTE, 'install', '-y', '--no-install-recommends', ...missing];
  const { status, stderr } = spawnSync('apt-get', install, options);
  if (status === 0) return;
  const reason = String(stderr).trim().split('\n').at(-1) ?? '';
  say(`apt 没有装上：${reason}`, `apt could not install it: ${reason}`);
}
