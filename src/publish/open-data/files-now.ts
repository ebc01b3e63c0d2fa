import type { Change, Records } from '../releases/records.ts';
import type { FileFacts } from '../releases/tree.ts';

/** The files of a site as a publication will leave it. */
export interface FilesNow {
  readonly at: (path: string) => FileFacts | undefined;
  /** Paths that begin with some letters, sorted. */
  readonly below: (start: string) => readonly string[];
}

/** The files of the live release with changes to come. */
export function followFiles(records: Records, changes: readonly Change[]): FilesNow {
  const changed = new Map(changes.map((change) => [change.path, change]));
  const added = changes
    .filter(({ before, after }) => !before && after)
    .map(({ path }) => path)
    .sort();
  return {
    at: (path) => {
      const change = changed.get(path);
      return change ? (change.after ?? undefined) : records.fileAt(path);
    },
    below: (start) => {
      const paths = records.pathsBelow(start).filter((path) => changed.get(path)?.after !== null);
      const first = findFirst(added, start);
      const end = findFirst(added, `${start}\u{10ffff}`);
      return [...paths, ...added.slice(first, end)].sort();
    },
  };
}

/** Where the first of sorted texts stands that is not before another one. */
function findFirst(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
