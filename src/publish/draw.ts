import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildAstro } from 'astro';
import { projectRoot } from '#library/code-digest.ts';
import type { Library } from '#library/open.ts';
import { setBuildContext } from '#site/build-context.ts';
import type { PageSpec } from '#site/routes.ts';
import { isExport, writeExports } from './export-files.ts';
import { copyFigures, listDrawn, mergeFolder } from './files.ts';
import { sweepDrafts } from './output.ts';

interface DrawOptions {
  /** The folder to draw into. */
  readonly work: string;
  readonly cache: string;
  readonly base?: string;
  readonly site?: string;
}

/** Builds of this process: Node keeps the modules of an earlier one, so each has a folder of its own. */
let builds = 0;

/** A folder to draw in: inside the project, where Astro keeps its own working files apart for each. */
export function makeWorkFolder(): string {
  const drafts = join(projectRoot, '.cache');
  mkdirSync(drafts, { recursive: true });
  sweepDrafts(drafts);
  builds += 1;
  const work = join(drafts, `drawn-${process.pid}-${builds}`);
  removeWorkFolder(work);
  mkdirSync(work);
  return work;
}

/** Removes a folder that was drawn in and the files prepared beside it; one that is not there is no fault. */
export function removeWorkFolder(work: string): void {
  for (const folder of [work, exportsOf(work)]) rmSync(folder, { recursive: true, force: true });
}

function exportsOf(work: string): string {
  return work.replace(/drawn-(?=[^/\\]*$)/, 'exports-');
}

/** Draw stale pages, write the files beside them and copy figures, all into the folder `work`. */
export async function draw(
  library: Library,
  stale: readonly PageSpec[],
  { work, cache, base, site }: DrawOptions,
): Promise<void> {
  // Astro draws pages; the files beside them need no template. It empties its folder first.
  setBuildContext(
    library,
    stale.filter((page) => !isExport(page)),
  );
  const exports = exportsOf(work);
  await Promise.all([
    buildAstro({
      root: projectRoot,
      outDir: work,
      logLevel: 'error',
      cacheDir: join(cache, 'astro'),
      ...(base ? { base } : {}),
      ...(site ? { site } : {}),
    }),
    writeExports(library, stale, exports, { ...(base && { base }), ...(site && { site }) }),
  ]);
  mergeFolder(exports, work);
  for (const slug of listDrawn(stale)) {
    copyFigures(library.folder(slug), join(work, 'standards', slug));
  }
}
