import type { PageJob } from './page-jobs.ts';

/** A job on its way to another process: its view is text, whose length is known, and which costs a little less to send than a value. */
export interface SentJob extends Omit<PageJob, 'view'> {
  readonly view: string;
}

/** A job as it is sent. */
export const toSent = ({ view, ...job }: PageJob): SentJob => ({
  ...job,
  view: JSON.stringify(view),
});

/** A job that was sent, as it was. */
export const fromSent = ({ view, ...job }: SentJob): PageJob => ({
  ...job,
  view: JSON.parse(view) as unknown,
});
