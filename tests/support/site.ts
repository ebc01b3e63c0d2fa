import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '../../scripts/lib/serve.ts';

const OUT = resolve('.cache/test-site');
const LOCK = `${OUT}.lock`;
const SOURCES = ['content', 'src', 'astro.config.mjs', 'package-lock.json'];

let served: Promise<string> | undefined;

/** The folder of the site built from the sample library; built once and again after a change. */
export async function siteFolder(): Promise<string> {
  while (!lock()) await wait(250);
  try {
    if (!isFresh()) build();
  } finally {
    rmdirSync(LOCK);
  }
  return OUT;
}

/** Address of the served site, with a final slash. The server ends with the test's process. */
export function siteUrl(): Promise<string> {
  served ??= siteFolder().then(async (dir) => (await serve({ dir, port: 0 })).url);
  return served;
}

/** Test files run side by side in processes of their own: one builds, the others wait. */
function lock(): boolean {
  try {
    mkdirSync(LOCK, { recursive: false });
    return true;
  } catch {
    mkdirSync(resolve('.cache'), { recursive: true });
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > 180_000) rmdirSync(LOCK);
    return false;
  }
}

function isFresh(): boolean {
  const index = join(OUT, 'index.html');
  return existsSync(index) && SOURCES.every((path) => newest(path) < statSync(index).mtimeMs);
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((at, name) => Math.max(at, newest(join(path, name))), 0);
}

function build(): void {
  const started = new Date();
  const result = spawnSync(process.execPath, ['tests/support/build-site.ts', 'content', OUT], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
  });
  if (result.status !== 0) throw new Error(`The site was not built:\n${result.stderr}`);
  utimesSync(join(OUT, 'index.html'), started, started);
}
