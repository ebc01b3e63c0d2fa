import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '../../scripts/lib/serve.ts';

const ROOM = resolve('.cache/test-site');
const LOCK = `${ROOM}.lock`;
const SOURCES = ['content', 'src', 'astro.config.mjs', 'package-lock.json'];
const HOUR = 3_600_000;

let folder: Promise<string> | undefined;
let served: Promise<string> | undefined;

/**
 * The folder of the site built from the sample library: one for each state of the sources, so that
 * a run that began before a change keeps its site to its end.
 */
export function siteFolder(): Promise<string> {
  return (folder ??= prepare());
}

async function prepare(): Promise<string> {
  while (!lock()) await wait(250);
  try {
    const out = join(ROOM, String(Math.floor(Math.max(...SOURCES.map(newest)))));
    if (!existsSync(out)) build(out);
    return out;
  } finally {
    rmdirSync(LOCK);
  }
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

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((at, name) => Math.max(at, newest(join(path, name))), 0);
}

function build(out: string): void {
  for (const name of existsSync(ROOM) ? readdirSync(ROOM) : []) {
    const path = join(ROOM, name);
    if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
  }
  const draft = `${out}.draft`;
  const result = spawnSync(process.execPath, ['tests/support/build-site.ts', 'content', draft], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
  });
  if (result.status !== 0) throw new Error(`The site was not built:\n${result.stderr}`);
  renameSync(draft, out);
}
