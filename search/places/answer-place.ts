import { findPlaces } from './find-places.ts';
import type { PlaceMatch } from './find-places.ts';
import type { StandardsOfPlaces, SystemPlaces } from './place.ts';
import { orderStandards } from './standards.ts';
import type { DatedStandard } from './standards.ts';

/** Files of places beside the search directory; each is read when first needed. */
export interface PlaceFiles {
  /** Those that a question may name; where all are read at once, all. */
  readonly places: (question: string) => Promise<readonly SystemPlaces[]>;
  /** By the id of a system. */
  readonly placeStandards: (system: string) => Promise<StandardsOfPlaces>;
}

/** The place a question names, with its standards. */
export interface PlaceAnswer {
  readonly best: PlaceMatch;
  /** Other places it may mean, two at most. */
  readonly others: readonly PlaceMatch[];
  /** Of the best place, best first. */
  readonly standards: readonly DatedStandard[];
}

/**
 * The place that a question names by product, trade or job, with its standards in order on a day. Undefined where it names none;
 * rejects where the files cannot be read.
 */
export async function answerPlace(
  { places, placeStandards }: PlaceFiles,
  question: string,
  day: string,
): Promise<PlaceAnswer | undefined> {
  const [best, ...others] = findPlaces(await places(question), question);
  if (!best) return undefined;
  const standards = await placeStandards(best.system.key);
  return { best, others, standards: orderStandards(best, standards, day) };
}
