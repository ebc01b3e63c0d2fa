export { readSiteFile, siteFileName } from './read.ts';
export { completeSettings } from './settings.ts';
export type { SiteSettings } from './settings.ts';
