import { chromium, type Browser } from 'playwright';
import { findBrowser } from '#scripts/lib/browser.ts';

/** Starts the browser that `npm test` saw to: headless, and silent on the network. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No browser: run `npm test`, which installs one, or set CHROME_PATH.');
  }
  return chromium.launch({
    executablePath,
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
