/**
 * What a publication does, in its order; each is announced when it is over (`onStage`), so that a test can stop the
 * process there. Those from `marked` to `moved` belong to a partial build, `aside` to a full one.
 */
export const publishStages = [
  /** It is known which pages are stale. */
  'plan',
  /** The index of the search lies in the cache. */
  'index',
  /** Everything is drawn, in a folder of its own. */
  'pages',
  /** What was drawn lies on the disk of the site; from here on things are only renamed. */
  'brought',
  /** The old site is renamed and the new one not yet in its place. */
  'aside',
  /** The stamp says that pages of two libraries may stand side by side. */
  'marked',
  /** The new index is in its place, the pages are the old ones. */
  'indexed',
  /** New pages are in their place, what is to be taken away is still there. */
  'moved',
  /** The site is the new one. */
  'files',
  /** It is written down what each page was made from. */
  'manifest',
  /** The forms published last are kept. */
  'keep',
] as const;

export type PublishStage = (typeof publishStages)[number];
