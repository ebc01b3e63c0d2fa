/**
 * What applying a plan does, in its order; each is announced when it is over (`onStage`), so that a test can stop the
 * process there. Up to `kept` an end leaves the library as it was, from `recorded` on the next reader finishes the change.
 */
export const actStages = [
  /** Nobody else changes the library. */
  'locked',
  /** A change that was cut short before is over. */
  'settled',
  /** All files are as they were when the plan was made. */
  'compared',
  /** New files lie ready in a folder of their own. */
  'staged',
  /** Old files have a second name. */
  'kept',
  /** It is written down what is done to which file. */
  'recorded',
  /** The first file is in its place. */
  'begun',
  /** Half of them are. */
  'halfway',
  /** All files are in their places. */
  'placed',
  /** The record is gone, and what lay ready. */
  'forgotten',
] as const;

export type ActStage = (typeof actStages)[number];
