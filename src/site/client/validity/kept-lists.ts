import { readWatched, writeWatched } from '#core/validity/index.ts';
import type { WatchedList } from '#core/validity/index.ts';
import { keep, putAside, readKept } from '../kept.ts';
import type { KeepFault } from '../kept.ts';

/** Where this browser keeps lists to watch, in the form of `core/validity/watch.ts`. */
const key = 'biaolian.watched-lists';

/** Lists as they are kept now; with a fault those that cannot be read are left as they are. */
export interface KeptLists {
  readonly lists: readonly WatchedList[];
  readonly fault?: KeepFault | 'damaged';
}

/** Returns the lists that this browser keeps. */
export function loadLists(): KeptLists {
  const { text, fault } = readKept(key);
  if (fault) return { lists: [], fault };
  if (text === null) return { lists: [] };
  const read = readWatched(text);
  return read.kind === 'lists' ? { lists: read.lists } : { lists: [], fault: read.kind };
}

/** Changes the lists as they are kept now; returns why it could not. What cannot be read is put aside before anything is written. */
export function changeLists(
  change: (before: readonly WatchedList[]) => readonly WatchedList[],
): KeepFault | undefined {
  const { lists } = loadLists();
  const { text } = readKept(key);
  const isOther = text !== null && readWatched(text).kind !== 'lists';
  if (isOther && putAside(key, text) === undefined) return 'full';
  return keep(key, writeWatched(change(lists)));
}
