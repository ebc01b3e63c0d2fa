import { memo } from '#core/base/memo.ts';
import type { CatalogEntry, EventKind } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import {
  findFeedPage,
  isOwn,
  listDays,
  listFeedPages,
  listMembers,
  listNews,
} from '../data/feeds.ts';
import type { ListedEvent } from '../data/feeds.ts';
import { facetPath } from '../data/facet-words.ts';
import { FEED_FACETS } from '../feed-paths.ts';
import type { FeedFacet } from '../feed-paths.ts';
import { listDraftProjects } from './draft.ts';
import type { FacetPage } from '../data/facets.ts';
import { placePath } from '../system-paths.ts';
import { showEntry, showList } from './entries.ts';
import type { ViewProps } from './props.ts';
import type { ShownEntry, ShownList } from './shapes.ts';

/** An event of a standard as feeds and calendars name it. */
export interface ShownEvent {
  readonly kind: EventKind;
  readonly day: string;
  readonly entry: ShownEntry;
  /** The day of issue, on which its other days were made known. */
  readonly issued?: string | undefined;
}

/** What one can subscribe to: all standards, and each list that has a feed. */
export function viewFeeds(library: Library) {
  return {
    hasTbt: library.abroad.notifications.length > 0,
    lists: FEED_FACETS.map((facet) => ({
      facet,
      values: listFeedPages(library, facet).map((page) => showList(library, page)),
    })).filter(({ values }) => values.length > 0),
  };
}

export type FeedsView = ReturnType<typeof viewFeeds>;

/** News and days of the standards of a list, or of all. Throws where there is no such list. */
export function viewFeed(library: Library, { facet, value = '' }: ViewProps) {
  const page = findFeedPage(library, facet as FeedFacet | undefined, value);
  if (facet && !page) throw new Error(`no list ${facet}/${value}`);
  const list: ShownList | undefined = page && showList(library, page);
  return {
    site: library.settings.names.short,
    list: list && {
      facet: list.facet as ShownList['facet'] | 'place',
      id: list.id,
      value: list.value,
      names: list.names,
      page: facetPath(list),
    },
    ...eventsOf(library)(page ?? 'all'),
  };
}

/** A list has a feed in three formats. */
const eventsOf = memo((library: Library) =>
  memo((page: FacetPage | 'all') =>
    showEvents(library, listMembers(library, page === 'all' ? undefined : page)),
  ),
);

function showEvents(library: Library, members: readonly CatalogEntry[]) {
  const show = ({ kind, day, entry }: ListedEvent): ShownEvent => ({
    kind,
    day,
    entry: showEntry(library, entry),
    issued: entry.issued,
  });
  return {
    news: listNews(library, members).map(show),
    days: listDays(library, members).map(show),
  };
}

/** News and days of the standards of a place of a chain. Throws where there is no such place. */
export function viewPlaceFeed(
  library: Library,
  { system: id, place: at = '' }: ViewProps,
): FeedView {
  const system = library.systems.byId(id ?? '');
  const place = system?.places.find((each) => each.id === at);
  if (!system || !place) throw new Error(`no place ${id}/${at}`);
  const { zh, en } = system.model.name;
  const standing = place.rows.flatMap(({ subject }) =>
    subject.kind === 'standard' ? [subject.entry] : [],
  );
  const members = [...new Set(standing)].filter(isOwn);
  return {
    site: library.settings.names.short,
    list: {
      facet: 'place',
      id: place.key,
      value: place.key,
      names: { zh: `${zh} · ${place.name.zh}`, en: `${en} · ${place.name.en}` },
      page: placePath(system.id, place.id),
    },
    ...showEvents(library, members),
  };
}

export type FeedView = ReturnType<typeof viewFeed>;

/** Drafts that are or were open to comments, by the day on which that began, and the days by which comments have to be in. */
export function viewCommentsFeed(library: Library, { file }: ViewProps) {
  const { asOf, settings } = library;
  const open = new Set(listDraftProjects(library));
  const drafts = library.projects.flatMap(({ id, title, sample, stages }) => {
    const step = stages.findLast(({ stage }) => stage === '征求意见');
    const until = step?.until ?? step?.ended;
    return step && open.has(id) ? [{ id, title, sample, began: step.began, until }] : [];
  });
  const begun = drafts.filter(({ began }) => began <= asOf);
  return {
    file,
    site: settings.names.short,
    drafts: begun.toSorted((a, b) =>
      a.began < b.began || (a.began === b.began && a.id < b.id) ? 1 : -1,
    ),
  };
}

export type CommentsFeedView = ReturnType<typeof viewCommentsFeed>;
