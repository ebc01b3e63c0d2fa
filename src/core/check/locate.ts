import { keyOfNumber } from '../catalog/index.ts';
import type { Range } from '../model/diagnostic.ts';
import type { StandardRow } from '../model/row.ts';
import { fileStart } from '../text/report.ts';

/** Returns where a key of the front matter stands, or its nearest parent, or the first line where neither does. */
export function locateKey(rangeOf: (path: string) => Range | undefined, path: string): Range {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const range = rangeOf(at);
    if (range) return range;
  }
  return fileStart;
}

/** Returns the path of the entry of `replaces` that names a standard; a path that leads to `replaces` where none does. */
export function pathOfReplaced({ meta }: StandardRow, key: string): `replaces.${number}` {
  return `replaces.${meta.replaces.findIndex(({ number }) => keyOfNumber(number) === key)}`;
}
