import type { Facet } from './data/facet-names.ts';

/** What one can subscribe to, for people; without language and base. */
export const feedsPath = '/feeds/';

/** Lists that have a feed: one of each kind, chain, field of ICS and issuer. */
export const FEED_FACETS = ['kind', 'chain', 'ics', 'issuer'] as const satisfies readonly Facet[];
export type FeedFacet = (typeof FEED_FACETS)[number];

/** Whether a list has a feed: of codes only the fields have, of issuers those that texts are here of. */
export function hasFeed(facet: Facet, hasWider: boolean, hosted: number): boolean {
  if (!FEED_FACETS.some((each) => each === facet)) return false;
  return !hasWider && (facet !== 'issuer' || hosted > 0);
}

/** Atom, JSON Feed and iCalendar. */
export const FEED_FORMATS = ['atom', 'json', 'ics'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The path of a feed: of all standards, or of a list to browse; without language and base. */
export function feedPath(
  list: { readonly facet: string; readonly id: string } | undefined,
  format: FeedFormat,
): string {
  return `${feedsPath}${list ? `${list.facet}/${list.id}` : 'all'}.${format}`;
}

/** The path of the feed of drafts that are open to comments; without language and base. */
export const commentsFeedPath = (format: FeedFormat): string => `${feedsPath}comments.${format}`;
