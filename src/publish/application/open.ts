import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { keepByStat } from '#library/by-stat.ts';
import { keptOfCode, projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import { sweepMade } from '#library/sweep.ts';
import { digestInputs, entryFolder, factsName, readFacts, staticFolder } from './facts.ts';
import type { ApplicationFacts, SitePlace } from './facts.ts';

/** The Astro project, built for one place of a site, ready to draw pages. */
export interface Application extends ApplicationFacts {
  readonly folder: string;
}

/** Beside what it was built from: its bundle imports packages of the project. */
const applicationsFolder = join(projectRoot, '.cache', 'application');

/** One that was not opened for so long is swept. */
const week = 7 * 24 * 3600_000;
let built = 0;

/**
 * The application for a place, by the code as it is now: built when there is none, or when it is damaged. It takes its place
 * whole: of two builds at once one wins, and both give the same.
 */
export async function openApplication({ base, site }: SitePlace = {}): Promise<Application> {
  const place = {
    base: base || process.env['BIAOLIAN_BASE'] || '',
    site: site || process.env['BIAOLIAN_SITE'] || '',
  };
  const key = shortDigest(JSON.stringify(place)).slice(0, 12);
  return find(key) ?? (await buildNew(key, place));
}

function find(key: string): Application | null {
  for (const name of listNames()) {
    if (!name.startsWith(`${key}-`)) continue;
    const folder = join(applicationsFolder, name);
    const facts = keep(folder, filesOf(folder), () => readFacts(folder));
    if (!facts || facts.digest !== digestInputs(facts.inputs)) continue;
    const now = new Date();
    utimesSync(join(folder, factsName), now, now);
    return { ...facts, folder };
  }
  return null;
}

/** Of each application, as its files are; that they are of the code as it is now is asked each time. */
const keep = keepByStat<ApplicationFacts | null>(keptOfCode);
const filesOf = (folder: string) => [entryFolder, staticFolder].map((name) => join(folder, name));

async function buildNew(key: string, place: SitePlace): Promise<Application> {
  mkdirSync(applicationsFolder, { recursive: true });
  sweepMade(applicationsFolder, factsName, week);
  built += 1;
  const draft = join(applicationsFolder, `draft-${process.pid}-${built}`);
  rmSync(draft, { recursive: true, force: true });
  try {
    await buildApart(draft, place);
    const facts = readFacts(draft);
    // Saved between the build and now: what is there is of other code.
    if (!facts) return await openApplication(place);
    const folder = join(applicationsFolder, `${key}-${facts.digest}`);
    // Another build may have been here first, or may be now.
    const other = readFacts(folder);
    if (other) return { ...other, folder };
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(draft, folder);
    } catch (error) {
      const winner = readFacts(folder);
      if (!winner) throw error;
      return { ...winner, folder };
    }
    return { ...facts, folder };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Build in a process of its own: Vite's memory goes with it, and nothing of ours changes what it does. */
async function buildApart(folder: string, place: SitePlace): Promise<void> {
  const child = fork(new URL('./build-process.ts', import.meta.url), [], {
    cwd: projectRoot,
    execArgv: [],
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let told = '';
  child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.send({ folder, place });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the pages could not be prepared:\n${told.trim().slice(-4000)}`);
}

/** Names by which Vite tells code what it is built for, and which it would take from the environment. */
const ofVite = ['MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX', 'VITEST'];

/** The environment, without what would change what is built. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ofVite.includes(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
}

function listNames(): readonly string[] {
  try {
    return readdirSync(applicationsFolder).sort();
  } catch {
    return [];
  }
}
