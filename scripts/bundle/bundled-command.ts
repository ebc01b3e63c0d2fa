import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import { digestModules, digestOwnModules } from '#library/module-digest.ts';
import { sweepFiles, sweepMade } from '#library/sweep.ts';
import { bundledName, bundleModules } from './bundle-modules.ts';

/** Processes that a command starts, which load as much as it does. */
const workers = ['src/library/compile-worker.ts', 'src/publish/draw-process.ts'];

/** What makes a bundle what it is, beside the code in it. */
const makers = ['scripts/bundle/bundle-modules.ts', 'scripts/bundle/map-stacks.ts'];

const bundles = join(projectRoot, '.cache', 'commands');
const madeName = 'made.json';

/** What Node keeps of code that it compiled (`run.mjs`): a file for each path, and each bundle has paths of its own. */
const compiled = join(projectRoot, '.cache', 'node');

/** A bundle that was not opened for so long is of code that is no more; no command that could still load of it takes as long. */
const keptMs = 6 * 3600_000;

/** Bytes of each file of a bundle, by its name; written last. */
type Made = Readonly<Record<string, number>>;

/**
 * The file to load in place of a command's module (`scripts/build.ts`): one that holds all it loads, by the code as it is now.
 * Undefined where there is none: load the sources then, and make one for the next time ({@link bundleCommand}).
 */
export function findBundle(command: string): string | undefined {
  const folder = folderOf(command, digestOwnModules(command, ...workers, ...makers));
  try {
    const made = JSON.parse(readFileSync(join(folder, madeName), 'utf8')) as Made;
    const isWhole = Object.entries(made).every(
      ([name, size]) => statSync(join(folder, name)).size === size,
    );
    if (!isWhole) return undefined;
    const now = new Date();
    utimesSync(join(folder, madeName), now, now);
    return join(folder, bundledName(command));
  } catch {
    return undefined;
  }
}

/** Bundle a command for the next time it is run; where files are saved meanwhile, or there is a bundle, nothing is kept. */
export async function bundleCommand(command: string): Promise<void> {
  const entries = [command, ...workers];
  const modules = [...entries, ...makers];
  const digest = digestModules(modules);
  const folder = folderOf(command, digest);
  const draft = join(bundles, `draft-${process.pid}`);
  try {
    const files = await bundleModules(projectRoot, entries, draft);
    const made: Made = Object.fromEntries(
      files.map((name) => [name, statSync(join(draft, name)).size]),
    );
    writeFileSync(join(draft, madeName), JSON.stringify(made));
    if (digestModules(modules) !== digest) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    sweepMade(bundles, madeName, keptMs);
    sweepFiles(compiled);
  }
}

/** Places in sources are written into a bundle: one that was copied with its project to another place is none there. */
const folderOf = (command: string, digest: string): string =>
  join(bundles, shortDigest([process.versions.node, projectRoot, command, digest].join('\n')));
