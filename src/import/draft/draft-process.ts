import type { DraftQuestion } from './import-draft.ts';
import { readDraft } from './read-draft.ts';

/** Reads the one draft that it is given and ends: what a file takes in memory and time goes with this process. */
process.once('message', ({ bytes, name, options }: DraftQuestion) => {
  void readDraft(bytes, name, options).then((answer) =>
    process.send?.(answer, () => process.disconnect()),
  );
});
