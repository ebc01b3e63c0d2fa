export { isEarly } from './early.ts';
export { buildCatalog } from './catalog.ts';
export type { Catalog, CatalogInput } from './catalog.ts';
export { listCitations } from './citations.ts';
export type { Citation } from './citations.ts';
export { isExchangeable } from './exchange-texts.ts';
export type { CatalogEntry } from './entry.ts';
export { chooseDrawn } from './choose-drawn.ts';
export type { DrawnGroup, DrawnSide } from './choose-drawn.ts';
export type { NeighbourKind } from './neighbour-kinds.ts';
export { collectAdoptions, listNeighbours } from './neighbours.ts';
export type { Adoptions, Neighbour } from './neighbours.ts';
export { heirsInForce, listReferenceDays, listStaleReferences } from './stale-references.ts';
export type { StaleReference } from './stale-references.ts';
export { facetSources, facetValues } from './facets.ts';
export type { FacetName, FacetValue } from './facets.ts';
export { listStandardEvents } from './events.ts';
export type { EventKind, StandardEvent } from './events.ts';
export { sortByDate } from './order.ts';
export { keyOfNumber } from './relations.ts';
export type { Relation } from './relations.ts';
export type { Resolution } from './resolve.ts';
export { listDaysInForce } from './day-status.ts';
export type { DayStanding, InForce } from './day-status.ts';
export { effectiveStatus } from './status.ts';
export type {
  EffectiveStatus,
  LaterStatus,
  Status,
  StatusFacts,
  StatusFlag,
  Successor,
} from './status.ts';
export { mergeStems, stemsOfMentions } from './mentioned-stems.ts';
export type { TermGroup } from './terms.ts';
export { unfoldReference } from './unfold-reference.ts';
export { findMoved } from './moved.ts';
export type {
  MovedStandard,
  PublicationRegister,
  PublishedStandard,
  RemovedStandard,
} from './moved.ts';
