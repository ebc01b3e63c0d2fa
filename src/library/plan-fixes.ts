import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findException, placeFinding } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { readFolder } from './files.ts';
import { decodeRaw, mendText, replaceAll } from './fix.ts';
import type { Library } from './open.ts';
import { partOf } from './part-of.ts';

/** What fixing makes of one file; both texts with the file's own line ends. */
export interface PlannedFix {
  readonly file: string;
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

/**
 * What `applyFixes` would make of each file, run until nothing is left to fix, and nothing written; what findings of the rule
 * `accepted` propose is taken too. Of files that are no `index.md` only the first run is foreseen.
 */
export function planFixes(library: Library, accepted?: string): readonly PlannedFix[] {
  const changesOf = ({ rule, fix, proposals = [] }: Diagnostic) => [
    ...(fix ? [fix] : []),
    ...(rule === accepted ? proposals : []),
  ];
  const byFile = Map.groupBy(
    library.diagnostics.filter((found) => changesOf(found).length > 0),
    ({ file }) => file,
  );
  return [...byFile].flatMap(([file, found]): readonly PlannedFix[] => {
    const before = decodeRaw(readFileSync(join(library.dir, file)));
    if (before === null) return [];
    const folder = file.endsWith('/index.md') ? readFolder(library.dir, partOf(file)) : null;
    const { text, count } = folder
      ? mendText(
          folder,
          () => new Set(accepted === undefined ? [] : [accepted]),
          (each, { standard }, source) =>
            findException(library.exceptions, each, library.asOf, () =>
              placeFinding(each, source, standard?.text.clauses ?? []),
            ) !== undefined,
        )
      : replaceAll(before, found.flatMap(changesOf));
    return count === 0 ? [] : [{ file, count, before, after: text }];
  });
}
