import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import type { SystemRow } from './row.ts';

/** How many rows were covered at the end of a year; the last year is counted on the day of the catalog. */
export interface CoverageYear {
  readonly year: number;
  /** The very editions of the rows that were in force. */
  readonly inForce: number;
  /** Rows whose edition was yet to come while an earlier edition, or a predecessor, was in force. */
  readonly earlier: number;
}

/**
 * Coverage by year, from the first year with a standard in force to the year of the catalog; empty where
 * there is none. A standard is in force from its day of implementation, else of issue, else from the end
 * of the year of its number; until the day it was replaced or withdrawn, and where that day is not known
 * it is left out. The last year's `inForce` equals that of `countRows`.
 */
export function coverageByYear(
  rows: readonly SystemRow[],
  catalog: Catalog,
): readonly CoverageYear[] {
  const spans = rows.flatMap((row) => spanOf(row, catalog));
  const last = Number(catalog.asOf.slice(0, 4));
  const starts = spans.flatMap(({ start, earlier }) => [start, ...earlier.map(({ from }) => from)]);
  const first = starts.reduce((least, day) => Math.min(least, Number(day.slice(0, 4))), last);
  const years: CoverageYear[] = [];
  for (let year = first; year <= last; year++) {
    const day = year === last ? catalog.asOf : `${year}-12-31`;
    let inForce = 0;
    let earlier = 0;
    for (const span of spans) {
      if (span.start <= day) inForce += span.end === undefined || span.end > day ? 1 : 0;
      else if (span.earlier.some(({ from, to }) => from <= day && (!to || to > day))) earlier += 1;
    }
    if (years.length > 0 || inForce + earlier > 0) years.push({ year, inForce, earlier });
  }
  return years;
}

/** Days are `YYYY-MM-DD`; `end` and `to` are the first day that is no longer covered. */
interface Span {
  readonly start: string;
  readonly end?: string | undefined;
  readonly earlier: readonly { readonly from: string; readonly to?: string | undefined }[];
}

function spanOf({ subject, state }: SystemRow, catalog: Catalog): readonly Span[] {
  if (subject.kind !== 'standard' || state === 'unverified' || state === 'preparing') return [];
  const { entry, status } = subject;
  const begun = startOf(entry);
  if (begun === undefined)
    return state === 'in-force' ? [{ start: catalog.asOf, earlier: [] }] : [];
  const ended = state === 'replaced' || state === 'withdrawn';
  if (ended && status.since === undefined) return [];
  const start = state === 'in-force' && begun > catalog.asOf ? catalog.asOf : begun;
  const earlier = predecessorsOf(entry, catalog).flatMap((each) => {
    const from = startOf(each);
    return from !== undefined && from < start ? [{ from, to: each.withdrawn }] : [];
  });
  return [{ start, end: ended ? status.since : undefined, earlier }];
}

function startOf({ implemented, issued, year }: CatalogEntry): string | undefined {
  return implemented ?? issued ?? (year && `${year}-12-31`);
}

/** Older editions of the number, and what it or they replaced as a whole. */
function predecessorsOf(entry: CatalogEntry, catalog: Catalog): readonly CatalogEntry[] {
  const found = new Map<string, CatalogEntry>();
  const queue = [entry];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const year = at.year ?? '';
    const older = catalog.editionsOf(at).filter((each) => (each.year ?? '') < year);
    const replaced = catalog
      .replacesOf(at)
      .flatMap(({ key, partial }) => (partial === undefined ? (catalog.byKey(key) ?? []) : []));
    for (const each of [...older, ...replaced]) {
      if (each.key === entry.key || found.has(each.key)) continue;
      found.set(each.key, each);
      queue.push(each);
    }
  }
  return [...found.values()];
}
