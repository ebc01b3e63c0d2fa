import { listStaleReferences } from '../catalog/index.ts';
import type { Catalog, StaleReference } from '../catalog/index.ts';
import type { Place, System } from './build.ts';
import { isExpected } from './counts.ts';
import type { SystemRow } from './row.ts';

/** A standard in force for longer than the years between reviews. */
export interface OldRow {
  readonly row: SystemRow;
  /** Its last review, else its implementation. */
  readonly since: string;
  /** Whole years since then. */
  readonly years: number;
  /** `overdue`: hosted, and no review is recorded. `unknown`: nothing is known of its reviews. */
  readonly review: 'overdue' | 'unknown';
}

/** A standard of the system that relies on one which is no longer in force. */
export interface StaleRow extends StaleReference {
  readonly row: SystemRow;
}

/** International standards in a set of rows; planned rows count by what they are to adopt. */
export interface AdoptionCounts {
  readonly adopted: number;
  /** NEQ: correspondence only. */
  readonly corresponds: number;
  readonly none: number;
  /** Nothing is known of them: they are in no share. */
  readonly unknown: number;
  /** International standards themselves. */
  readonly international: number;
  /** `adopted` of those known, 0 to 1; null where nothing is known. */
  readonly share: number | null;
}

export interface Gaps {
  /** Oldest first. */
  readonly old: readonly OldRow[];
  readonly staleReferences: readonly StaleRow[];
  /** Places where all that is in force or coming is of enterprises: candidates for group or local standards. */
  readonly enterpriseOnly: readonly Place[];
  /** Places that are `isEmpty`. */
  readonly empty: readonly Place[];
  /**
   * Places with standards of their own, where none, nor one of another place that applies there, is international or
   * known to adopt one. `adoption` is of their own; its `unknown` may hide some.
   */
  readonly withoutAdoption: readonly { readonly place: Place; readonly adoption: AdoptionCounts }[];
  readonly adoption: AdoptionCounts;
}

const isValid = ({ state }: Pick<SystemRow, 'state'>) => state === 'in-force' || state === 'coming';

/**
 * Whether a place has no standard at all, of its own or of another place: none in force, coming or being written, and
 * none whose status is not known. What is to be made is no standard yet.
 */
export function isEmpty({ rows, related }: Pick<Place<unknown>, 'rows' | 'related'>): boolean {
  return [...rows, ...related].every((row) => row.state === 'to-make' || !isExpected(row));
}

/**
 * What a system lacks on the day of a catalog: rows past their review, references to what is replaced, places that are
 * empty, have enterprise standards only, or adopt nothing international.
 */
export function gapsOf(system: System, catalog: Catalog): Gaps {
  const valid = ({ rows, related }: Place) => [...rows, ...related].filter(isValid);
  return {
    old: oldRowsOf(system.rows, catalog),
    staleReferences: system.rows.flatMap((row) =>
      row.subject.kind === 'standard' && isValid(row)
        ? listStaleReferences(row.subject.entry, catalog).map((each) => ({ row, ...each }))
        : [],
    ),
    enterpriseOnly: system.places.filter((place) => {
      const rows = valid(place);
      return rows.length > 0 && rows.every(({ level }) => level === 'enterprise');
    }),
    empty: system.places.filter(isEmpty),
    withoutAdoption: system.places.flatMap((place) => {
      const { adopted, international } = countAdoption(valid(place));
      const own = place.rows.filter(isValid);
      const isBare = own.length > 0 && adopted + international === 0;
      return isBare ? [{ place, adoption: countAdoption(own) }] : [];
    }),
    adoption: countAdoption(system.rows),
  };
}

/** Of rows that belong to what there should be. */
function countAdoption(rows: readonly SystemRow[]): AdoptionCounts {
  const sums = { adopted: 0, corresponds: 0, none: 0, unknown: 0, international: 0 };
  for (const { adoption } of rows.filter(isExpected)) sums[adoption.kind] += 1;
  const known = sums.adopted + sums.corresponds + sums.none;
  return { ...sums, share: known === 0 ? null : sums.adopted / known };
}

/** Rows in force for longer than the years between reviews, oldest first. */
export function oldRowsOf(rows: readonly SystemRow[], catalog: Catalog): readonly OldRow[] {
  const { asOf, reviewYears } = catalog;
  return rows
    .flatMap((row): OldRow[] => {
      if (row.state !== 'in-force' || row.subject.kind !== 'standard') return [];
      const { entry, status } = row.subject;
      const since = status.confirmed ?? entry.implemented;
      if (since === undefined) return [];
      const years = Number(asOf.slice(0, 4)) - Number(since.slice(0, 4));
      const whole = asOf.slice(5) < since.slice(5) ? years - 1 : years;
      const limit = `${Number(since.slice(0, 4)) + reviewYears}${since.slice(4)}`;
      if (limit >= asOf) return [];
      return [{ row, since, years: whole, review: entry.row ? 'overdue' : 'unknown' }];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}
