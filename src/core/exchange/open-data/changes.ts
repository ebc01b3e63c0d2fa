import { z } from 'zod';
import { bytes, filePath, sha256 } from './shapes.ts';

const changedFile = z.object({ path: filePath, bytes, sha256 });

/**
 * A line of `/data/changes.ndjson`: what a publication did to the files of open data. `state` and `before` are the digests of
 * the manifest after and before it, by which a mirror finds where it stands.
 */
export const changesLine = z.object({
  state: sha256,
  before: sha256.nullable().describe('null where nothing was published before'),
  day: z.string().describe('the day for which statuses were worked out'),
  whole: z
    .boolean()
    .optional()
    .describe('files are not listed, because most of them changed: compare manifests'),
  added: z.array(changedFile),
  changed: z.array(changedFile),
  removed: z.array(filePath),
});

export type ChangesLine = z.infer<typeof changesLine>;

/** Publications that are told of. */
export const mostPublications = 30;

/** Files of one publication that are listed; of more, manifests are the shorter way. */
export const mostListed = 2000;

/** The lines of a file, oldest first; none where it is no such file. */
export function readChanges(text: string): readonly ChangesLine[] {
  try {
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => changesLine.parse(JSON.parse(line)));
  } catch {
    return [];
  }
}

/** The lines that lead from a state to the newest, oldest first; undefined where they do not: compare manifests then. */
export function findWay(
  lines: readonly ChangesLine[],
  state: string,
): readonly ChangesLine[] | undefined {
  if (lines.at(-1)?.state === state) return [];
  const start = lines.findLastIndex(({ before }) => before === state);
  const way = start < 0 ? [] : lines.slice(start);
  return way.length === 0 || way.some(({ whole }) => whole) ? undefined : way;
}
