import { mostListed, mostPublications, readChanges } from '#core/exchange/open-data/changes.ts';
import type { ChangesLine } from '#core/exchange/open-data/changes.ts';
import type { Change } from '../releases/records.ts';

interface Told {
  /** The file as it stands on the site. */
  readonly text: string;
  /** Digests of the manifest after and before the publication. */
  readonly state: string;
  readonly before: string | null;
  readonly day: string;
  readonly changes: readonly Change[];
}

/**
 * The file of what publications changed, with a line for another one. It goes on from the line whose state is on the site:
 * after a rollback that is the file that the release had which came back, and where there is no such line it begins anew.
 */
export function writeChanges({ text, state, before, day, changes }: Told): string {
  const known = readChanges(text);
  const lines = before !== null && known.at(-1)?.state === before ? known : [];
  const next: ChangesLine[] =
    state === before && lines.length > 0 ? [] : [describe(state, before, day, changes)];
  return [...lines, ...next]
    .slice(-mostPublications)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

function describe(
  state: string,
  before: string | null,
  day: string,
  changes: readonly Change[],
): ChangesLine {
  if (before === null || changes.length > mostListed) {
    return { state, before, day, whole: true, added: [], changed: [], removed: [] };
  }
  const sorted = changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const list = (is: (change: Change) => boolean): ChangesLine['added'] =>
    sorted.flatMap((change) =>
      change.after && is(change)
        ? [{ path: change.path, bytes: change.after.size, sha256: change.after.sha256 }]
        : [],
    );
  return {
    state,
    before,
    day,
    added: list((change) => !change.before),
    changed: list((change) => change.before !== null),
    removed: sorted.flatMap(({ path, after }) => (after ? [] : [path])),
  };
}
