import type { SearchAnswer, SearchEngine, SearchRequest } from './contract.ts';

/**
 * Ask an engine as a reader means it. What finds something is answered as it is. What finds nothing is asked once more in other
 * words, by its sound, without filters: `suggestion` says what was asked instead, `hidden` what the filters leave out. Rejects as the
 * engine does at the first question; what goes wrong later leaves its answer.
 */
export async function ask(
  engine: SearchEngine,
  request: SearchRequest,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const asked = await engine.search(request, signal);
  if (asked.total > 0 || request.sound) return asked;
  try {
    const { understand } = await import('./question/understand.ts');
    return await understand(engine, request, asked, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    return asked;
  }
}
