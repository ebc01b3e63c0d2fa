import { setKeptLayouts } from '#site/draw-context.ts';
import { openDrawer } from './application/drawer.ts';
import type { Application } from './application/open.ts';
import { keepLayouts } from './kept-layouts.ts';
import { fromSent } from './sent-job.ts';
import type { SentJob } from './sent-job.ts';
import type { WrittenFile } from './write-file.ts';
import { BodyLost, startWriter } from './write-jobs.ts';
import type { JobWriter } from './write-jobs.ts';

/** What to draw with, and into which folder. */
export interface DrawSetting {
  readonly application: Application;
  readonly work: string;
  readonly cache: string;
}

/** First what is to be drawn with, then batches of jobs. */
export type DrawRequest = DrawSetting | { readonly jobs: readonly SentJob[] };

/** Answers a batch: the files of it, or, where a body is not to be had, the jobs, which are left. */
export type DrawAnswer =
  | { readonly left: readonly SentJob[]; readonly written: readonly WrittenFile[] }
  | { readonly error: { readonly message: string; readonly stack: string | undefined } };

/** Draws what the process that started it asks for, till that lets go of it. */
let writer: Promise<JobWriter> | undefined;
let last: Promise<void> = Promise.resolve();

process.on('disconnect', () => process.exit());
process.on('message', (request: DrawRequest) => {
  if ('application' in request) {
    const { application, work, cache } = request;
    setKeptLayouts(keepLayouts(cache));
    writer = openDrawer(application).then((drawer) => startWriter(work, cache, drawer));
    writer.catch(fail);
    return;
  }
  last = last.then(async () => answer(await write(request.jobs))).catch(fail);
});

async function write(jobs: readonly SentJob[]): Promise<DrawAnswer> {
  const writeJobs = await writer;
  if (!writeJobs) throw new Error('nothing to draw with');
  try {
    return { left: [], written: await writeJobs(jobs.map(fromSent)) };
  } catch (error) {
    if (error instanceof BodyLost) return { left: jobs, written: [] };
    throw error;
  }
}

function fail(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  answer({ error: { message, stack } });
}

function answer(what: DrawAnswer): void {
  // Whoever asked is no more: nobody else would end this process.
  process.send?.(what, undefined, undefined, (error) => error && process.exit());
}
