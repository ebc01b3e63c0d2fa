import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#library/code-digest.ts';
import { publish } from '#publish/index.ts';
import type { PublishOptions } from '#publish/index.ts';
import { kinds, killRelease } from '../publish/kill-releases.ts';
import type { Kind } from '../publish/kill-releases.ts';
import { readSite } from '../publish/read-site.ts';
import { countSteps, cutImport, importNames } from '../scripts/die-in-command.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { startChance } from '../support/text-mutations.ts';
import type { CampaignOptions, CampaignRow } from './campaign.ts';

const script = fileURLToPath(new URL('../publish/fixtures/build-and-die.ts', import.meta.url));

/** What was found, by the state in which things were left. */
interface Tally {
  readonly what: string;
  readonly states: Map<string, number>;
  readonly faults: string[];
  cases: number;
}

const startTally = (what: string): Tally => ({ what, states: new Map(), faults: [], cases: 0 });

function note(tally: Tally, state: string, faults: readonly string[], where: string): void {
  tally.cases += 1;
  tally.states.set(state, (tally.states.get(state) ?? 0) + 1);
  tally.faults.push(...faults.map((fault) => `${where}: ${fault}`));
}

const toRow = ({ what, states, faults, cases }: Tally): CampaignRow => ({
  what,
  cases,
  note: [...states].map(([state, count]) => `${state} ${count}`).join(', '),
  faults,
});

/**
 * `count` kills: of ten, seven of a release or the way back (site and index of search), two of an import, before a random
 * change of the file system; one of a whole build, its processes and all, at a random millisecond.
 */
export async function campaignKills({ count, seed }: CampaignOptions): Promise<CampaignRow[]> {
  const chance = startChance(seed);
  const builds = Math.max(1, Math.floor(count / 10));
  const imports = Math.floor(count / 5);
  return [
    await killReleases(count - builds - imports, chance),
    await killImports(imports, chance),
    await killBuilds(builds, chance),
  ];
}

async function killReleases(count: number, chance: () => number): Promise<CampaignRow> {
  const tally = startTally('kills of a release or the way back');
  const names = Object.keys(kinds) as Kind[];
  const most = new Map<Kind, number>();
  for (let at = 0; at < count; at += 1) {
    const kind = names[at % names.length] ?? 'partial';
    const whole = most.get(kind) ?? (await killRelease(kind, { step: 1e6 })).steps;
    most.set(kind, whole);
    const step = Math.floor(chance() * whole);
    const { state, isKilled, faults } = await killRelease(kind, { step });
    const torn = state === 'torn' || !isKilled ? [`${state}, killed: ${isKilled}`] : [];
    note(tally, state, [...torn, ...faults], `${kind}, step ${step}`);
  }
  return toRow(tally);
}

async function killImports(count: number, chance: () => number): Promise<CampaignRow> {
  const tally = startTally('kills of an import');
  for (let at = 0; at < count; at += 1) {
    const name = importNames[at % importNames.length] ?? 'import';
    const step = Math.floor(chance() * (await countSteps(name)));
    const { state, isKilled, faults } = await cutImport(name, { step, way: 'kill' });
    note(tally, state, isKilled ? faults : [...faults, 'not killed'], `${name}, step ${step}`);
  }
  return toRow(tally);
}

type Site = ReadonlyMap<string, string>;

const isSame = (left: Site, right: Site): boolean =>
  left.size === right.size && [...left].every(([path, content]) => right.get(path) === content);

function judge(out: string, before: Site | undefined, after: Site | undefined) {
  if (!existsSync(out)) return 'absent';
  const found = readSite(out);
  if (after && isSame(found, after)) return 'after';
  return before && isSame(found, before) ? 'before' : 'torn';
}

/** Of a site with two states in turn: killed on the way to the other, it is the one or the other, and the next build ends right. */
async function killBuilds(count: number, chance: () => number): Promise<CampaignRow> {
  const tally = startTally('kills of a whole build');
  const home = mkdtempSync(join(tmpdir(), 'biaolian-builds-'));
  const [library, out] = [join(home, 'library'), join(home, 'site')];
  const options: PublishOptions = { library, out, cache: join(home, 'cache'), asOf: '2026-11-29' };
  const put = (title: string) =>
    writeFiles(library, {
      [standardPath(1)]: writeStandard({ serial: 1 }).replace('样例标准1', title),
      [standardPath(2)]: writeStandard({ serial: 2 }),
    });
  try {
    const sites: Site[] = [];
    for (const title of ['甲题', '乙题']) {
      put(title);
      await publish(options);
      sites.push(readSite(out));
    }
    // How long one takes that is not killed.
    put('甲题');
    const start = performance.now();
    await startBuild(options, Infinity);
    const whole = performance.now() - start;
    for (let at = 0; at < count; at += 1) {
      const to = (at + 1) % 2;
      put(to === 0 ? '甲题' : '乙题');
      const milliseconds = chance() * whole;
      await startBuild(options, milliseconds);
      const state = judge(out, sites[1 - to], sites[to]);
      await publish(options);
      const isRight = judge(out, undefined, sites[to]) === 'after';
      const faults = [
        ...(state === 'torn' || state === 'absent' ? [`the site was ${state}`] : []),
        ...(isRight ? [] : ['the next build does not end right']),
      ];
      note(tally, state, faults, `after ${Math.round(milliseconds)} ms`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return toRow(tally);
}

/** Builds in a group of processes that is killed after a time, were it not over. */
async function startBuild(options: PublishOptions, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [script, '', JSON.stringify(options)], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', BIAOLIAN_PDF: '0', BIAOLIAN_WORD: '0' },
    stdio: 'ignore',
    detached: true,
  });
  const { pid } = child;
  const end = (): void => {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It is over.
    }
  };
  const timer = Number.isFinite(milliseconds) ? setTimeout(end, milliseconds) : undefined;
  await once(child, 'close');
  clearTimeout(timer);
}
