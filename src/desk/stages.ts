import { actStages } from '#acts/index.ts';

/** What happens on the disk at a desk, announced when it is over, so that a test can stop the process there. */
export const deskStages = [
  /** A file of a draft that came in lies in its folder. */
  'file-taken',
  /** A draft that came in is one. */
  'draft-made',
  /** A picture lies beside a text. */
  'figure-taken',
  /** A text that was typed, or put right, is on the disk. */
  'text-saved',
  /** And so is which state of it. */
  'revision-saved',
  /** A draft lies in the folder of its new number. */
  'draft-moved',
  /** A draft is off the list. */
  'draft-aside',
  /** Half an entry of the log is on the disk. */
  'line-half',
  /** All of it is, though perhaps not for good. */
  'line-written',
  /** It is for good. */
  'line-synced',
  /** Its head is kept elsewhere. */
  'head-written',
  /** What is asked for is on the disk. */
  'request-made',
  /** What became of it is. */
  'request-decided',
  /** What undoes a publication is kept. */
  'before-kept',
  /** And which publication that is. */
  'publication-named',
  ...actStages,
  /** A publication is known as made. */
  'publication-made',
  /** A publication is known as undone. */
  'publication-undone',
] as const;

export type DeskStage = (typeof deskStages)[number];
export type OnDeskStage = (stage: DeskStage) => void;
