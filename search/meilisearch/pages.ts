import type { MatchKind, Sort } from '../contract.ts';
import type { Window } from '../shared/window.ts';
import { allOf, isAmong, NOTHING } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, Result, SearchServer } from './http.ts';
import { readText } from './read.ts';
import { matchesAny } from './tiers.ts';
import type { Tier } from './tiers.ts';

/** A place to ask and what every answer must pass. */
export interface Place {
  readonly server: SearchServer;
  readonly indexUid: string;
  /** Empty when there are no filters. */
  readonly filters: readonly string[];
  readonly attributes: readonly string[];
  /** Order where nothing else decides. */
  readonly order: readonly string[];
  readonly signal: AbortSignal | undefined;
}

export interface Found {
  readonly document: Readonly<Record<string, unknown>>;
  readonly match: MatchKind;
}

export interface FoundPage {
  readonly found: readonly Found[];
  readonly total: number;
  /** Of the questions asked along. */
  readonly rest: readonly Result[];
}

/** A condition joined with those of filters, as the server takes it; one that nothing passes where it is null. */
export function narrow(condition: Condition, filters: readonly string[]): string {
  return allOf([condition, ...filters]) ?? NOTHING;
}

/** Tiers that are asked for the first page in the same breath as all else: most pages end in them. */
const FIRST_TIERS = 3;

/** One page of tiers laid end to end, and the exact number of documents in all of them; `along` is asked in the same breath. */
export async function fetchPage(
  place: Place,
  tiers: readonly Tier[],
  window: Window,
  along: readonly Query[],
): Promise<FoundPage> {
  const { page, size } = window;
  return page === 1 && tiers.length > FIRST_TIERS
    ? fetchFirst(place, tiers, size, along)
    : fetchAny(place, tiers, window, along);
}

/** The first page: later tiers are asked only where the first do not fill it; all together are counted at once. */
async function fetchFirst(
  place: Place,
  tiers: readonly Tier[],
  size: number,
  along: readonly Query[],
): Promise<FoundPage> {
  const { server, signal } = place;
  const ask = (tier: Tier): Query => ({ ...askTier(place, tier), page: 1, hitsPerPage: size });
  const all: Query = {
    indexUid: place.indexUid,
    filter: narrow(matchesAny(tiers), place.filters),
    page: 1,
    hitsPerPage: 0,
  };
  const known = along.findIndex(({ filter, distinct }) => filter === all.filter && !distinct);
  const counting = known < 0 ? [all] : [];
  const eager = tiers.slice(0, FIRST_TIERS);
  const results = await multiSearch(server, [...eager.map(ask), ...counting, ...along], signal);
  const rest = results.slice(eager.length + counting.length);
  const total = (known < 0 ? results[eager.length] : rest[known])?.total ?? 0;
  const found = results.slice(0, eager.length).flatMap(({ hits }, at) => mark(hits, eager[at]));
  const later = found.length < Math.min(size, total) ? tiers.slice(FIRST_TIERS) : [];
  const more = await multiSearch(server, later.map(ask), signal);
  found.push(...more.flatMap(({ hits }, at) => mark(hits, later[at])));
  return { found: found.slice(0, size), total, rest };
}

const askTier = (place: Place, tier: Tier): Query => ({
  indexUid: place.indexUid,
  filter: narrow(tier.filter, place.filters),
  sort: [...(tier.sort ?? []), ...place.order],
  attributesToRetrieve: place.attributes,
});

const mark = (hits: Result['hits'], tier: Tier | undefined): Found[] =>
  hits.map((document) => ({ document, match: tier?.match ?? 'all' }));

/** Any page: how many each tier has says where it begins. */
async function fetchAny(
  place: Place,
  tiers: readonly Tier[],
  { page, size }: Window,
  along: readonly Query[],
): Promise<FoundPage> {
  const { server, signal } = place;
  const ask = (tier: Tier, rest: Partial<Query>): Query => ({ ...askTier(place, tier), ...rest });
  // The first page needs no second question.
  const first = page === 1;
  const queries = tiers.map((tier) => ask(tier, { page: 1, hitsPerPage: first ? size : 0 }));
  const results = await multiSearch(server, [...queries, ...along], signal);
  const own = results.slice(0, tiers.length);
  const total = own.reduce((sum, each) => sum + each.total, 0);
  const rest = results.slice(tiers.length);
  if (first) {
    const found = own.flatMap(({ hits }, at) => mark(hits, tiers[at]));
    return { found: found.slice(0, size), total, rest };
  }
  const windows: { readonly tier: Tier; readonly offset: number; readonly limit: number }[] = [];
  let place0 = 0;
  const [start, end] = [(page - 1) * size, page * size];
  own.forEach((each, at) => {
    const tier = tiers[at];
    const offset = Math.max(0, start - place0);
    const limit = Math.min(each.total, end - place0) - offset;
    if (tier && limit > 0) windows.push({ tier, offset, limit });
    place0 += each.total;
  });
  const cut = windows.map(({ tier, offset, limit }) => ask(tier, { offset, limit }));
  const pieces = await multiSearch(server, cut, signal);
  return { found: pieces.flatMap(({ hits }, at) => mark(hits, windows[at]?.tier)), total, rest };
}

const SORTS: Readonly<Record<Exclude<Sort, 'relevance'>, string>> = {
  issued: 'issued:desc',
  implemented: 'implemented:desc',
  number: 'numberOrder:asc',
};

/** One page of all tiers together in another order than their own, each document with the strongest reason for it. */
export async function fetchSorted(
  place: Place,
  tiers: readonly Tier[],
  sort: Exclude<Sort, 'relevance'>,
  window: Window,
  along: readonly Query[],
): Promise<FoundPage> {
  const filter = matchesAny(tiers);
  if (filter === null) return fetchPage(place, [], window, along);
  const whole: Tier = { match: 'all', filter, whole: filter, sort: [SORTS[sort]] };
  const answer = await fetchPage(place, [whole], window, along);
  if (tiers.length < 2 || answer.found.length === 0) {
    const match = tiers[0]?.match ?? 'all';
    return { ...answer, found: answer.found.map((each) => ({ ...each, match })) };
  }
  const ids = answer.found.map(({ document }) => readText(document, 'id'));
  const among = isAmong('id', ids) ?? NOTHING;
  const queries = tiers.map((tier): Query => ({
    indexUid: place.indexUid,
    filter: narrow(tier.filter, [among]),
    limit: ids.length,
    attributesToRetrieve: ['id'],
  }));
  const results = await multiSearch(place.server, queries, place.signal);
  const matches = new Map<unknown, MatchKind>();
  results.forEach(({ hits }, at) => {
    const match = tiers[at]?.match;
    for (const { id } of hits) if (match && !matches.has(id)) matches.set(id, match);
  });
  return {
    ...answer,
    found: answer.found.map(({ document }) => ({
      document,
      match: matches.get(document['id']) ?? 'text',
    })),
  };
}
