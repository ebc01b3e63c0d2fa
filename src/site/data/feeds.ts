import { memo } from '#core/base/memo.ts';
import { listStandardEvents } from '#core/catalog/index.ts';
import type { CatalogEntry, StandardEvent, StatusFacts } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { FEED_FACETS, hasFeed } from '../feed-paths.ts';
import type { FeedFacet } from '../feed-paths.ts';
import { findFacetPage, getFacetPages, listEntries } from './facets.ts';
import type { FacetPage } from './facets.ts';

/** Entries of a feed, and days of a calendar: the newest, and what is to come. */
const mostEvents = 60;

export interface ListedEvent extends StandardEvent {
  readonly entry: CatalogEntry;
}

/** Lists that have a feed: of codes only the fields, of issuers those that texts are here of. */
export function listFeedPages(library: Library, facet: FeedFacet): readonly FacetPage[] {
  return getFacetPages(library, facet).filter(({ parent, hosted }) =>
    hasFeed(facet, parent !== undefined, hosted),
  );
}

/** Every list that has a feed. */
export const listAllFeedPages = memo((library: Library): readonly FacetPage[] =>
  FEED_FACETS.flatMap((facet) => listFeedPages(library, facet)),
);

/** By what decides them: a process that lives long has the same facts again and again. */
const eventsOfFacts = memo((facts: StatusFacts) =>
  memo((days: string): readonly StandardEvent[] => {
    const [asOf = '', reviewYears] = days.split(' ');
    return listStandardEvents(facts, asOf, Number(reviewYears));
  }),
);

const eventsOf = memo((library: Library) => {
  const { asOf, catalog } = library;
  const days = `${asOf} ${catalog.reviewYears}`;
  return memo((entry: CatalogEntry): readonly ListedEvent[] =>
    eventsOfFacts(catalog.factsOf(entry))(days).map((event) => ({ ...event, entry })),
  );
});

/** What happened last to the standards of a list, newest first. A review that is due is no news, and neither is a day to come: it is told with the issue. */
export function listNews(
  library: Library,
  members: readonly CatalogEntry[],
): readonly ListedEvent[] {
  const news = listEvents(
    members,
    library,
    ({ kind, day }) => kind !== 'review-due' && day <= library.asOf,
  );
  return takeFirst(news, mostEvents, compareEvents);
}

/** Days of the standards of a list from a year ago on, earliest first: 实施, 复审, 废止. */
export function listDays(
  library: Library,
  members: readonly CatalogEntry[],
): readonly ListedEvent[] {
  const from = `${Number(library.asOf.slice(0, 4)) - 1}${library.asOf.slice(4)}`;
  const days = listEvents(
    members,
    library,
    ({ kind, day }) => day >= from && kind !== 'issued' && kind !== 'confirmed',
  );
  return takeFirst(days.toReversed(), 5 * mostEvents, (a, b) => compareEvents(b, a));
}

/** The standards of a list that has a feed; all of them without one. Those of other cities are told of by these. */
export function listMembers(
  library: Library,
  page: FacetPage | undefined,
): readonly CatalogEntry[] {
  const listed = page
    ? listEntries(library, page).flatMap((row) => row[0]?.value ?? [])
    : library.catalog.entries;
  return listed.filter(isOwn);
}

/** Whether a standard is not one of another city. */
export const isOwn = ({ origin }: CatalogEntry): boolean => origin === undefined;

function listEvents(
  entries: readonly CatalogEntry[],
  library: Library,
  isWanted: (event: ListedEvent) => boolean,
): readonly ListedEvent[] {
  const of = eventsOf(library);
  const wanted: ListedEvent[] = [];
  for (const entry of entries) {
    for (const event of of(entry)) if (isWanted(event)) wanted.push(event);
  }
  return wanted;
}

/** The newest first. */
function compareEvents(a: ListedEvent, b: ListedEvent): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return a.entry.key === b.entry.key ? 0 : a.entry.key < b.entry.key ? -1 : 1;
}

/** The first of a list as sorting would have them: of some 100,000 a feed needs the first only. */
function takeFirst<T>(
  list: readonly T[],
  most: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const first: T[] = [];
  for (const each of list) {
    const last = first.length < most ? undefined : first.at(-1);
    if (last !== undefined && compare(each, last) >= 0) continue;
    const at = first.findLastIndex((other) => compare(other, each) <= 0) + 1;
    first.splice(at, 0, each);
    if (first.length > most) first.pop();
  }
  return first;
}

/** The list of a feed by its address; undefined for all standards. */
export function findFeedPage(
  library: Library,
  facet: FeedFacet | undefined,
  id: string,
): FacetPage | undefined {
  return facet && findFacetPage(library, facet, id);
}
