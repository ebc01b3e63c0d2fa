import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { projectRoot } from '#library/code-digest.ts';
import type { Library } from '#library/open.ts';
import { setKeptLayouts } from '#site/draw-context.ts';
import type { PageSpec, Template } from '#site/routes.ts';
import { openDrawer } from './application/drawer.ts';
import { staticFolder } from './application/facts.ts';
import type { SitePlace } from './application/facts.ts';
import { openApplication } from './application/open.ts';
import type { Application } from './application/open.ts';
import { drawInProcesses, worthProcesses } from './draw-pool.ts';
import { sweepDrafts } from './output.ts';
import type { FileFacts } from './releases/tree.ts';
import type { WrittenFile } from './write-file.ts';
import { keepLayouts } from './kept-layouts.ts';
import { listJobs } from './page-jobs.ts';
import type { PageJob } from './page-jobs.ts';
import { startWriter } from './write-jobs.ts';
import { madeTemplates, writeMadeFiles } from './write-made-files.ts';

/** Where, and with what, pages are drawn. */
export interface DrawOptions extends SitePlace {
  /** The folder to draw into. */
  readonly work: string;
  /** What to draw with; opened when it is not given. */
  readonly application?: Application;
  /** Whether the site has a file of the application already, by its path: it is not brought again. */
  readonly isThere?: (path: string) => boolean;
}

/** Templates of which a library has as many pages as it has standards. */
const manyPages: ReadonlySet<Template> = new Set([
  'standard',
  'standard-markdown',
  'standard-json',
  'standard-pdf',
  'standard-docx',
  'standard-data',
  'record',
  'moved',
  'terms',
  'place',
]);

/** Those with long views; texts come before them, whose views are short and whose pages take long. */
const rowPages: ReadonlySet<Template> = new Set(['records', 'list']);

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

/** Removes a folder that was drawn in; one that is not there is no fault. */
export function removeWorkFolder(work: string): void {
  rmSync(work, { recursive: true, force: true });
}

/**
 * Draw stale pages, write the files beside them and copy figures, all into the folder `work`; answers with what a manifest says of
 * the files that were made here. Where processes draw, these have begun before this function gives way for the first time.
 */
export async function draw(
  library: Library,
  stale: readonly PageSpec[],
  { work, base, site, ...options }: DrawOptions,
): Promise<ReadonlyMap<string, FileFacts>> {
  const place = { ...(base && { base }), ...(site && { site }) };
  const application = options.application ?? (await openApplication(place));
  const statics = join(application.folder, staticFolder);
  const english = library.settings.languages.includes('en') ? undefined : 'en';
  copyStatics(statics, work, (path) => path === english || options.isThere?.(path) === true);
  setKeptLayouts(keepLayouts(library.cache));
  const files = new Map<string, FileFacts>();
  const add = (written: readonly WrittenFile[]): void => {
    for (const [path, facts] of written) files.set(path, facts);
  };
  const setting = { application, work, cache: library.cache };
  const drawHere = async (jobs: Iterable<PageJob>): Promise<void> => {
    const write = startWriter(work, library.cache, await openDrawer(application), library.body);
    for (const job of jobs) {
      add(await write([job]));
      // Processes that draw meanwhile ask for more.
      await setImmediate();
    }
  };
  const pages = stale.filter(({ template }) => !madeTemplates.has(template));
  if (pages.length < worthProcesses) await drawHere(listJobs(library, pages));
  else {
    const among = (set: ReadonlySet<Template>) => pages.filter(({ template }) => set.has(template));
    const few = pages.filter(({ template }) => !manyPages.has(template) && !rowPages.has(template));
    const stop = new AbortController();
    const many = untilStopped(
      listJobs(library, [...among(manyPages), ...among(rowPages)]),
      stop.signal,
    );
    // Both are over before anything is thrown: whoever asked removes the folder then.
    const [inProcesses, here] = await Promise.allSettled([
      drawInProcesses(many, setting, add),
      drawHere(listJobs(library, few)).catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    ]);
    if (here.status === 'rejected') throw here.reason;
    if (inProcesses.status === 'rejected') throw inProcesses.reason;
    await drawHere(inProcesses.value);
  }
  add(await writeMadeFiles(library, stale, work, place));
  return files;
}

/** Copy the files that are the same for any library, but for those that are left out. */
function copyStatics(from: string, work: string, isLeftOut: (path: string) => boolean): void {
  cpSync(from, work, {
    recursive: true,
    filter: (file) => !isLeftOut(file.slice(from.length + 1).replaceAll('\\', '/')),
  });
}

function* untilStopped<T>(list: Iterable<T>, signal: AbortSignal): Generator<T> {
  for (const each of list) {
    if (signal.aborted) return;
    yield each;
  }
}
