export { projectPages } from './page.ts';
export type { PageClause, TextPage } from './page.ts';
export { listTokens, projectEntry, rankCatalog } from './standard-record.ts';
export type { DirectoryEntry, RankedEntries, StandardRecord } from './standard-record.ts';
