import { filterNames } from '#search/contract.ts';
import type { FilterName, Filters } from '#search/contract.ts';

/** Open before a reader has opened or closed any. */
const OPEN_AT_FIRST = new Set<FilterName>(['kind', 'status', 'chain', 'provision']);

/** What a reader has opened, unfolded and looked for; outlives each drawing. */
export interface FacetView {
  /** What the last answer left uncounted stays closed until a reader opens it. */
  dear: readonly FilterName[];
  readonly open: Map<FilterName, boolean>;
  readonly unfolded: Set<FilterName>;
  readonly find: Map<FilterName, string>;
}

/** A reader's view in which nothing is opened, unfolded or looked for yet. */
export function createFacetView(): FacetView {
  return { dear: [], open: new Map(), unfolded: new Set(), find: new Map() };
}

/** Whether a group is open: as the reader left it, or one that is shown open at first, or that has something chosen. */
export function isOpen(name: FilterName, { dear, open }: FacetView, filters: Filters): boolean {
  const atFirst = OPEN_AT_FIRST.has(name) && !dear.includes(name);
  return open.get(name) ?? (atFirst || (filters[name] ?? []).length > 0);
}

/** Names whose counts are seen: those of open groups, and of segments, which decide whether theirs is shown. */
export function listSeenNames(view: FacetView, filters: Filters): readonly FilterName[] {
  return filterNames.filter((name) => name === 'node' || isOpen(name, view, filters));
}
