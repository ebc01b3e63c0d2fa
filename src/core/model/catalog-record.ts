/** What a source said about a standard, on the day it said it. */
import type { RecordedStatus } from '../terms/index.ts';

export type { RecordedStatus };

/** A fact sheet of a standard the library does not host: one row of `catalogue/*.csv`. */
export interface CatalogRecord {
  readonly key: string;
  readonly number: string;
  readonly slug: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly status: RecordedStatus;
  readonly issued?: string;
  readonly implemented?: string;
  readonly withdrawn?: string;
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
