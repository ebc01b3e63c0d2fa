export { projectPages } from './page.ts';
export type { TextPage } from './page.ts';
export { listTokens, projectEntry, rankCatalog } from './standard-record.ts';
export type { DirectoryEntry, RankedEntries, StandardRecord, TextMode } from './standard-record.ts';
export { listNameTokens, projectSystems, projectTerms } from './term-entry.ts';
export { listSystems } from './system-entry.ts';
export type { SystemEntry } from './system-entry.ts';
export type { NamedEntry, TermRecord } from './term-entry.ts';
