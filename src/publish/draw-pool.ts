import { askProcesses } from '#library/processes.ts';
import type { DrawAnswer, DrawRequest, DrawSetting } from './draw-process.ts';
import type { PageJob } from './page-jobs.ts';
import { fromSent, toSent } from './sent-job.ts';
import type { SentJob } from './sent-job.ts';
import type { WrittenFile } from './write-file.ts';

/** Jobs that are sent together at most, and the characters of their views, about: a page of records has fifty thousand. */
const [batch, batchSize] = [16, 200_000];

/** Batches that a process has before it answers the first: it draws on while this process makes the index of the search. */
const ahead = 12;

/** Below this many pages starting processes costs more than it saves. */
export const worthProcesses = 100;

/**
 * Draws jobs in processes of their own, which begin at once; answers with those whose body is not to be had.
 *
 * @throws when a page cannot be drawn, or a process ends early
 */
export async function drawInProcesses(
  jobs: Iterator<PageJob>,
  setting: DrawSetting,
  onWritten: (files: readonly WrittenFile[]) => void,
): Promise<readonly PageJob[]> {
  const left: PageJob[] = [];
  await askProcesses<DrawRequest, DrawAnswer>({
    script: new URL('./draw-process.ts', import.meta.url),
    name: 'a process that draws pages',
    most: 4,
    greeting: setting,
    ahead,
    next: () => {
      const taken: SentJob[] = [];
      let size = 0;
      while (taken.length < batch && size < batchSize) {
        const next = jobs.next();
        if (next.done) break;
        const sent = toSent(next.value);
        size += sent.view.length;
        taken.push(sent);
      }
      return taken.length > 0 ? { jobs: taken } : undefined;
    },
    onAnswer: (answer) => {
      if ('left' in answer) {
        left.push(...answer.left.map(fromSent));
        onWritten(answer.written);
      } else throw Object.assign(new Error(answer.error.message), { stack: answer.error.stack });
    },
  });
  return left;
}
