import { askProcesses } from '#library/processes.ts';
import type { DrawAnswer, DrawRequest, DrawSetting } from './draw-process.ts';
import type { PageJob } from './page-jobs.ts';
import { fromSent, toSent } from './sent-job.ts';
import type { SentJob } from './sent-job.ts';

/** Jobs that are sent together. */
const batch = 16;

/** Below this many pages starting processes costs more than it saves. */
export const worthProcesses = 100;

/**
 * Draws jobs in processes of their own; answers with those whose body is not to be had.
 *
 * @throws when a page cannot be drawn, or a process ends early
 */
export async function drawInProcesses(
  jobs: Iterator<PageJob>,
  setting: DrawSetting,
): Promise<readonly PageJob[]> {
  const left: PageJob[] = [];
  await askProcesses<DrawRequest, DrawAnswer>({
    script: new URL('./draw-process.ts', import.meta.url),
    name: 'a process that draws pages',
    most: 4,
    greeting: setting,
    ahead: 2,
    next: () => {
      const taken: SentJob[] = [];
      while (taken.length < batch) {
        const next = jobs.next();
        if (next.done) break;
        taken.push(toSent(next.value));
      }
      return taken.length > 0 ? { jobs: taken } : undefined;
    },
    onAnswer: (answer) => {
      if ('left' in answer) left.push(...answer.left.map(fromSent));
      else throw Object.assign(new Error(answer.error.message), { stack: answer.error.stack });
    },
  });
  return left;
}
