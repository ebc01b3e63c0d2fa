/**
 * What a publication does, in its order; each is announced when it is over (`onStage`), so that a test can stop the
 * process there.
 */
export const publishStages = [
  /** What draws the pages is there, built from the code as it is now. */
  'application',
  /** It is known which pages are stale. */
  'plan',
  /** The index of the search lies in the cache. */
  'index',
  /** Everything is drawn, in a folder of its own. */
  'pages',
  /** It is kept what each page was made from, under the name of the site to come. */
  'manifest',
  /** What was drawn lies on the disk of the site; from here on things are only linked and renamed. */
  'brought',
  /** It is written down what the release does to which file. */
  'recorded',
  /** The new site is complete, beside the old one. */
  'ready',
  /** Only where two folders cannot be exchanged at once: the old site is renamed and the new one not yet in its place. */
  'aside',
  /** Only where the site cannot be renamed: its stamp says that files of two releases may stand side by side. */
  'marked',
  /** Only there: new files are in their place, what is to be taken away is still there. */
  'moved',
  /** The new site is in its place. */
  'switched',
  /** It is written down that it is. */
  'settled',
  /** The tree for the next release is ready. */
  'standby',
  /** The forms published last are kept. */
  'keep',
] as const;

export type PublishStage = (typeof publishStages)[number];
