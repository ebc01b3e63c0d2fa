import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { readArguments } from '#scripts/lib/arguments.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { serve } from '#scripts/server/serve.ts';
import { launchReadersBrowser } from '#tests/support/browser.ts';
import { quantile } from './score.ts';
import { printTable } from './table.ts';

/** A phone on a bad network. */
const NETWORK = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1024) / 8,
  uploadThroughput: (400 * 1024) / 8,
};
const CPU_RATE = 4;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };
const PATIENCE_MS = 60_000;

/** What one visit cost, times in seconds from its beginning. */
interface Visit {
  readonly first: number;
  readonly excerpt: number;
  readonly bytes: number;
  readonly requests: number;
  readonly shift: number;
}

/**
 * `npm run bench:phone [-- --site dist --runs 3]`: how long the first result of a search takes on a phone with 400 kbit/s, 400 ms
 * for each trip and a quarter of this machine's speed, nothing kept from before; what it fetches and how much it jumps.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    site: { type: 'string', default: 'dist' },
    runs: { type: 'string', default: '3' },
  });
  const dir = resolve(values.site);
  const runs = Number(values.runs);
  if (!existsSync(join(dir, 'search', 'index.html')) || !(runs >= 1)) {
    throw new Problem(
      {
        zh: `${dir} 里没有建好的站点，或 --runs 不是正数。`,
        en: `There is no built site in ${dir}, or --runs is no positive number.`,
      },
      {
        zh: '先运行 npm run build，或用 --site 指明站点。',
        en: 'Run npm run build first, or name the site with --site.',
      },
    );
  }
  const site = await serve({ dir, port: 0 });
  const browser = await launchReadersBrowser();
  try {
    const questions = ['温度', '中心温度', '冷链物流', 'GB/T 1.1'];
    const rows = [['question', 'first hit s', 'first excerpt s', 'KB', 'requests', 'CLS']];
    for (const question of questions) {
      const address = `${site.url}search/?q=${encodeURIComponent(question)}`;
      rows.push([question, ...(await measure(browser, runs, (page) => page.goto(address)))]);
    }
    const english = `${site.url}en/search/?q=temperature`;
    rows.push(['temperature', ...(await measure(browser, runs, (page) => page.goto(english)))]);
    process.stdout.write(printTable({ title: `slow phone, median of ${runs}`, rows }));
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
}

async function measure(
  browser: Browser,
  runs: number,
  go: (page: Page) => Promise<unknown>,
): Promise<readonly string[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, go));
  const median = (read: (visit: Visit) => number) => quantile(visits.map(read), 0.5);
  return [
    median(({ first }) => first).toFixed(1),
    median(({ excerpt }) => excerpt).toFixed(1),
    (median(({ bytes }) => bytes) / 1000).toFixed(0),
    String(median(({ requests }) => requests)),
    median(({ shift }) => shift).toFixed(3),
  ];
}

/** Notes, in the page, when the first hit and the first excerpt are there, and how much has jumped. */
const WATCH = `
  globalThis.seen = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (seen.first === undefined && document.querySelector('.hit')) seen.first = performance.now();
    if (seen.excerpt === undefined && document.querySelector('.hit .clauses li')) seen.excerpt = performance.now();
  }).observe(document, { childList: true, subtree: true });
`;

interface Seen {
  readonly first?: number;
  readonly excerpt?: number;
  readonly shift: number;
}

async function visit(browser: Browser, go: (page: Page) => Promise<unknown>): Promise<Visit> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const wire = await slowDown(client);
    await page.addInitScript(WATCH);
    await go(page);
    await page.waitForSelector('.hit', { timeout: PATIENCE_MS });
    const atFirst = { ...wire };
    await page.waitForSelector('.hit .clauses li', { timeout: 20_000 }).catch(() => undefined);
    // What comes later may still jump.
    await page.waitForTimeout(1_500);
    const seen = await page.evaluate<Seen>('globalThis.seen');
    return {
      first: (seen.first ?? PATIENCE_MS) / 1000,
      excerpt: (seen.excerpt ?? 0) / 1000,
      shift: seen.shift,
      ...atFirst,
    };
  } finally {
    await context.close();
  }
}

async function slowDown(client: CDPSession): Promise<{ bytes: number; requests: number }> {
  const wire = { bytes: 0, requests: 0 };
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength;
    wire.requests += 1;
  });
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: false });
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
  return wire;
}
