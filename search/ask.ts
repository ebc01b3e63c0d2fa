import type { SearchAnswer, SearchEngine, SearchRequest } from './contract.ts';

/** Ask an engine as a reader means it. */
export function ask(
  engine: SearchEngine,
  request: SearchRequest,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  return engine.search(request, signal);
}
