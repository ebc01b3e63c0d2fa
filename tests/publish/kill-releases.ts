import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#library/code-digest.ts';
import { restoreFolder } from '#publish/files.ts';
import { openReleases } from '#publish/releases/index.ts';
import { verifyFolder } from '#publish/releases/verify.ts';
import type { Order } from './fixtures/release-and-die.ts';
import { goBack, readFiles, release } from './release-model.ts';
import type { Site } from './release-model.ts';

const script = fileURLToPath(new URL('fixtures/release-and-die.ts', import.meta.url));

export const sites = {
  first: {
    'index.html': 'home 1',
    'about/index.html': 'about',
    'standards/a/index.html': 'a 1',
    'standards/a/index.md': 'a 1',
    'standards/b/index.html': 'b 1',
    'standards/b/x.svg': 'x',
    'search-index/directory.json': 'names 1',
    'search-index/d1/o.json': 'shard 1',
    'sitemap.xml': 'a b',
  },
  second: {
    'index.html': 'home 2',
    'about/index.html': 'about',
    'standards/a/index.html': 'a 2',
    'standards/a/index.md': 'a 2',
    'standards/c/index.html': 'c 2',
    'search-index/directory.json': 'names 2',
    'search-index/d2/o.json': 'shard 2',
    'sitemap.xml': 'a c',
  },
  third: {
    'index.html': 'home 3',
    'about/index.html': 'about',
    'standards/a/index.html': 'a 2',
    'standards/a/index.md': 'a 2',
    'standards/b/index.html': 'b 1',
    'standards/c/index.html': 'c 2',
    'search-index/directory.json': 'names 3',
    'search-index/d2/o.json': 'shard 2',
    'search-index/d3/o.json': 'shard 3',
    'sitemap.xml': 'a b c',
  },
} as const satisfies Record<string, Site>;

/** What is cut short: the third site after two others, in each of the ways in which a site changes. */
export const kinds = {
  partial: { site: sites.third, options: {} },
  full: { site: sites.third, options: { full: true } },
  'roll back': { site: sites.first, options: {} },
  'roll back to a whole site': { site: sites.first, options: {} },
} as const;

export type Kind = keyof typeof kinds;

export interface Outcome {
  /** What stood there after the end: the old site, the new one, none (for a moment between two renames), or parts of both. */
  readonly state: 'old' | 'new' | 'absent' | 'torn';
  /** Whether the process ended before its work was done. */
  readonly isKilled: boolean;
  /** How often the file system was changed till then. */
  readonly steps: number;
  /** What is wrong after the next run, and the next two; empty where nothing is. */
  readonly faults: readonly string[];
}

/** The site before, made once for each kind and copied. */
const prepared = new Map<string, string>();
const homes = () => mkdtempSync(join(tmpdir(), 'biaolian-kill-'));

interface Prepared {
  readonly out: string;
  /** The first release. */
  readonly id: string;
  /** What is removed in the end. */
  readonly home: string;
}

function prepareOn(disk: string): Prepared {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  release(disk, sites.first);
  release(disk, sites.second);
  return { out: disk, id: firstId(disk), home: homes() };
}

function firstId(out: string): string {
  const { records } = openReleases(out);
  const id = records.releases()[0]?.id ?? '';
  records.close();
  return id;
}

function prepare(kind: Kind): Prepared {
  const isWhole = kind === 'roll back to a whole site';
  let origin = prepared.get(String(isWhole));
  if (origin === undefined) {
    origin = homes();
    release(join(origin, 'site'), sites.first);
    release(join(origin, 'site'), sites.second, { full: isWhole });
    prepared.set(String(isWhole), origin);
  }
  const home = homes();
  cpSync(origin, home, { recursive: true, preserveTimestamps: true });
  const out = join(home, 'site');
  return { out, id: firstId(out), home };
}

/** Cut a release short, or let the disk be full, see what stands there, and go on from it; on a disk of its own, where one is given. */
export async function killRelease(
  kind: Kind,
  moment: Pick<Order, 'stage' | 'step' | 'isFull'>,
  {
    variables = {},
    disk,
  }: { readonly variables?: Readonly<Record<string, string>>; readonly disk?: string } = {},
): Promise<Outcome> {
  const { out, id, home } = disk === undefined ? prepare(kind) : prepareOn(disk);
  const { site, options } = kinds[kind];
  const back = kind.startsWith('roll back') ? { back: id } : {};
  const order: Order = { out, site, options, ...back, ...moment };
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, ...variables },
    stdio: ['ignore', 'pipe', moment.isFull === true ? 'ignore' : 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  const state = judge(out, site);
  const faults: string[] = [];
  const expectSite = (wanted: Site, when: string): void => {
    if (!isSame(readFiles(out), wanted)) faults.push(`another site ${when}`);
    faults.push(...verify(out).map((fault) => `${fault} ${when}`));
  };
  restoreFolder(out);
  openReleases(out).records.close();
  // Of a site whose files take their places one by one it is the new one by now.
  const isNew = state === 'new' || (state === 'torn' && disk !== undefined);
  if (state !== 'absent' && (disk === undefined || state === 'torn'))
    expectSite(isNew ? site : sites.second, 'when it is opened');
  if (kind.startsWith('roll back') && !isNew) goBack(out, id);
  else release(out, site, options);
  expectSite(site, 'after the next run');
  // Both trees come in turn: what one of them was left with would be seen now.
  release(out, sites.second);
  expectSite(sites.second, 'after the one that follows');
  release(out, sites.first);
  expectSite(sites.first, 'after the last');
  rmSync(home, { recursive: true });
  return { state, isKilled: signal === 'SIGKILL', steps: Number(said), faults };
}

function judge(out: string, after: Site): Outcome['state'] {
  if (!existsSync(out)) return 'absent';
  const site = readFiles(out);
  if (isSame(site, sites.second)) return 'old';
  return isSame(site, after) ? 'new' : 'torn';
}

function isSame(left: Site, right: Site): boolean {
  const paths = Object.keys(left);
  return (
    paths.length === Object.keys(right).length && paths.every((path) => left[path] === right[path])
  );
}

/** How a site differs from the manifest of its release, and from what else must hold of it. */
function verify(out: string): readonly string[] {
  const { records } = openReleases(out);
  const { changed, missing, foreign } = verifyFolder(out, records.manifest());
  records.close();
  const hasConfig = readFileSync(join(out, 'search.json'), 'utf8') !== '';
  return [
    ...changed.map((path) => `changed ${path}`),
    ...missing.map((path) => `missing ${path}`),
    ...foreign.map((path) => `foreign ${path}`),
    ...(hasConfig ? [] : ['no search.json']),
  ];
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
