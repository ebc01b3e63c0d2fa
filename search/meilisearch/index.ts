/** What Node needs: the page imports `engine.ts` alone. */
export { createMeilisearch } from './engine.ts';
export type { MeilisearchOptions } from './engine.ts';
export { EngineFailure } from './failure.ts';
export type { FailureKind } from './failure.ts';
export { PublishFailure } from './publish-failure.ts';
export { publishAll, publishIndex } from './publish.ts';
export type { AdminServer, Published, PublishOptions, ServerReport } from './publish.ts';
export { ensureSearchKey } from './search-key.ts';
