import type { Filters } from '#search/contract.ts';

/** Folders of the lists that have a feed, by facet and value. */
export type FeedFolders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The narrowest first: where several filters have a feed, the one that says most of what is asked. */
const facets = ['chain', 'issuer', 'ics', 'kind'] as const;

/**
 * The feed nearest to a question, as its path below that of feeds and without its ending: of the one value of a filter that
 * has a feed, of ICS the field above it; that of all standards where there is none.
 */
export function findNearestFeed(filters: Filters, folders: FeedFolders): string {
  for (const facet of facets) {
    const values = filters[facet] ?? [];
    const [value = ''] = values;
    const folder = folders[facet]?.[facet === 'ics' ? value.slice(0, 2) : value];
    if (values.length === 1 && folder !== undefined) return `${facet}/${folder}`;
  }
  return 'all';
}

/** What the page of the search says of feeds; nothing where it says nothing that can be read. */
export function readFeedFolders(written: string | undefined): FeedFolders {
  try {
    return JSON.parse(written ?? '{}') as FeedFolders;
  } catch {
    return {};
  }
}
