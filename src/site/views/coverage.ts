import type { Library } from '#library/open.ts';
import { getSummary } from '../data/library.ts';

/** What the catalogue holds, and how far: said wherever a reader may take "not here" for "does not exist". */
export function viewCoverage(library: Library) {
  const { records, factsAsOf } = getSummary(library);
  const { zh, en } = library.vocabulary.coverage;
  return { records, factsAsOf, scope: { zh, en } };
}

export type CoverageView = ReturnType<typeof viewCoverage>;
