/** What a source said about a standard, on the day it said it. */
import type { RecordedStatus } from '../terms/index.ts';
import type { StandardFacts } from './standard-facts.ts';

export type { RecordedStatus };

/** A fact sheet of a standard the library does not host: one row of `catalogue/*.csv`. */
export interface CatalogRecord extends StandardFacts {
  readonly key: string;
  readonly status: RecordedStatus;
  /** Canonical keys. */
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly issuer?: string;
  /** Day of the fact, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Kind of source, e.g. `public-catalogue`. */
  readonly source: string;
}
