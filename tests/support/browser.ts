import { chromium, type Browser } from 'playwright';
import { findBrowser, findQuickBrowser } from '#scripts/lib/browser.ts';

/** Starts the browser that `npm test` saw to: headless, and silent on the network. */
export function launchBrowser(): Promise<Browser> {
  return launch(findQuickBrowser());
}

/** Starts a browser that draws letters as those of readers do. */
export function launchReadersBrowser(): Promise<Browser> {
  return launch(findBrowser());
}

/** Starts a browser in which the worker of a site answers, as it does for readers. */
export async function launchWorkersBrowser(): Promise<Browser> {
  return start(findQuickBrowser());
}

/** A worker would answer in place of what a test routes and counts: contexts have none. */
async function launch(executablePath: string | undefined): Promise<Browser> {
  const browser = await start(executablePath);
  const newContext = browser.newContext.bind(browser);
  const newPage = browser.newPage.bind(browser);
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
  browser.newPage = (options) => newPage({ serviceWorkers: 'block', ...options });
  return browser;
}

async function start(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error('No browser: run `npm test`, which installs one, or set CHROME_PATH.');
  }
  return chromium.launch({
    executablePath,
    // In a locale of ASCII alone a file with a Chinese name is called `download`.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
