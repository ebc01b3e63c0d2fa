import { filterNames } from '#search/contract.ts';
import type { FilterName, Filters } from '#search/contract.ts';

/** Open before a reader has opened or closed any. */
const OPEN_AT_FIRST = new Set<FilterName>(['kind', 'status', 'chain', 'provision']);

/** What a reader has opened, unfolded and looked for; outlives each drawing. */
export interface FacetView {
  readonly open: Map<FilterName, boolean>;
  readonly unfolded: Set<FilterName>;
  readonly find: Map<FilterName, string>;
}

/** A reader's view in which nothing is opened, unfolded or looked for yet. */
export function createFacetView(): FacetView {
  return { open: new Map(), unfolded: new Set(), find: new Map() };
}

/** What decides which groups are open, beside what a reader has opened. */
export interface AskedFilters {
  readonly filters: Filters;
  /** What the answer shown left uncounted stays closed until a reader opens it. */
  readonly uncounted?: readonly FilterName[] | undefined;
}

/** Whether a group is open: as the reader left it, or one that is shown open at first, or that has something chosen. */
export function isOpen(
  name: FilterName,
  { open }: FacetView,
  { filters, uncounted = [] }: AskedFilters,
): boolean {
  const atFirst = OPEN_AT_FIRST.has(name) && !uncounted.includes(name);
  return open.get(name) ?? (atFirst || (filters[name] ?? []).length > 0);
}

/** Names whose counts are seen: those of open groups, and of segments, which decide whether theirs is shown. */
export function listSeenNames(view: FacetView, asked: AskedFilters): readonly FilterName[] {
  return filterNames.filter((name) => name === 'node' || isOpen(name, view, asked));
}
