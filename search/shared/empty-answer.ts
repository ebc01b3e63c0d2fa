import type { EngineName, SearchAnswer } from '../contract.ts';

/** The answer of an engine that has found nothing yet. */
export const emptyAnswer = (engine: EngineName, query: string): SearchAnswer => ({
  engine,
  degraded: false,
  query,
  hits: [],
  terms: [],
  systems: [],
  total: 0,
  exact: true,
  facets: {},
  nearest: [],
});
