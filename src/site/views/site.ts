import type { Library } from '#library/open.ts';
import { getSummary } from '../data/library.ts';
import type { ShownSite } from './shapes.ts';

/** What the frame of every page shows of a library. */
export function viewSite(library: Library): ShownSite {
  const { factsAsOf, sample } = getSummary(library);
  return { factsAsOf, sample };
}
