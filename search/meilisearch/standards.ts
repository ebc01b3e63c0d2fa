import type { FilterName, SearchAnswer, SearchHit } from '../contract.ts';
import { wantedNames } from '../shared/facet-counts.ts';
import { windowOf } from '../shared/window.ts';
import { addClauses } from './clauses.ts';
import { toHit, standardAttributes } from './hits.ts';
import {
  askFacets,
  askProvisions,
  countProvisions,
  countQuery,
  isDear,
  readFilters,
} from './facets.ts';
import type { SubQueries, Counted } from './facets.ts';
import { isAmong, NOTHING } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query } from './http.ts';
import { listNearest } from './nearest.ts';
import { fetchPage, fetchSorted, narrow } from './pages.ts';
import { matchesAll } from './question.ts';
import { readText } from './read.ts';
import { indexUid } from './schema.ts';
import { compose, countHidden, learnKeys, placeOf } from './session.ts';
import type { Session } from './session.ts';
import { listStandardTiers, matchesAny } from './tiers.ts';

/** Standards by anything: number, title, text, pinyin. */
export async function answerStandards(session: Session): Promise<SearchAnswer> {
  const { request, question, server, prefix, signal } = session;
  const { sort = 'relevance' } = request;
  const uid = indexUid(prefix, 'standards');
  // With a text, provisions are those of the clauses that hold it.
  const textual = question.folded !== '' && !request.titlesOnly && !request.sound;
  const [keys, narrowing] = await Promise.all([
    learnKeys(session, uid, { numbers: true }),
    textual ? narrowByClauses(session) : readFilters(request.filters),
  ]);
  const tiers = listStandardTiers(question, keys, request);
  const filter = matchesAny(tiers);
  const named = keys.named.map((each) => each.named);
  const naming = named.length > 0 ? { named } : {};
  if (filter === null) return compose(session, naming);
  const place = placeOf(session, 'standards', {
    filters: narrowing.conditions(),
    attributes: standardAttributes,
    order: ['rank:asc', 'numberOrder:asc'],
  });
  const counted: Counted = { indexUid: uid, filter, narrowing };
  const facets = askCounts(session, counted, textual);
  const along = facets.queries;
  const window = windowOf(request);
  const { found, total, rest } = await (sort === 'relevance'
    ? fetchPage(place, tiers, window, along)
    : fetchSorted(place, tiers, sort, window, along));
  const hits = found.map(({ document, match }) => toHit(document, match, request.language));
  const { hidden } = total === 0 ? await countHidden(session, narrowing, counted) : {};
  const texts = { server, indexUid: indexUid(prefix, 'clauses'), signal };
  const [shown, counts] = await Promise.all([
    textual ? addClauses(texts, hits, question, request) : hits,
    facets.read(rest),
  ]);
  return compose(session, {
    ...naming,
    hits: shown,
    total,
    ...counts,
    ...(hidden && { hidden }),
    nearest: textual && total + (hidden?.total ?? 0) === 0 ? await listNearest(session) : [],
  });
}

/** Filters, in which the provisions chosen are those of clauses that hold the question. */
async function narrowByClauses({ request, question, server, prefix, signal }: Session) {
  const own = readFilters({ provision: request.filters?.provision ?? [] });
  if (own.names.length === 0) return readFilters(request.filters);
  // As values of the clauses: to read them out of documents takes ten times as long.
  const clauses = { indexUid: indexUid(prefix, 'clauses'), filter: matchesAll('body', question) };
  const [result] = await multiSearch(
    server,
    [{ ...countQuery(clauses, own.conditions()), facets: ['standard'] }],
    signal,
  );
  const slugs = Object.keys(result?.facets['standard'] ?? {});
  return readFilters(request.filters, { provision: isAmong('slug', slugs) ?? NOTHING });
}

/** Counts of the names that are wanted; those of provisions are of clauses that hold the question. */
function askCounts(
  session: Session,
  counted: Counted,
  textual: boolean,
): SubQueries<Promise<Counts>> {
  const { prefix, question, request } = session;
  const names = wantedNames(request);
  if (!textual || !names.includes('provision')) return withCounts(askFacets(counted, names));
  const clauses: Counted = {
    indexUid: indexUid(prefix, 'clauses'),
    filter: matchesAll('body', question),
    narrowing: readFilters(request.filters),
    distinct: 'standard',
  };
  return askWithProvisions(session, askFacets(counted, withoutProvision(names)), clauses);
}

/** What is counted, and what is left out of it. */
type Counts = Pick<SearchAnswer, 'facets' | 'uncounted'>;

const withCounts = ({
  queries,
  read,
}: SubQueries<SearchAnswer['facets']>): SubQueries<Promise<Counts>> => ({
  queries,
  read: async (results) => ({ facets: read(results) }),
});

/** Counts, and behind them those of provisions, for which more is asked when the answers are there. */
function askWithProvisions(
  { server, request, signal }: Session,
  counts: SubQueries<SearchAnswer['facets']>,
  clauses: Counted,
): SubQueries<Promise<Counts>> {
  const provisions = askProvisions(clauses);
  return {
    queries: [...counts.queries, ...provisions.queries],
    read: async (results) => {
      const facets = counts.read(results);
      const found = provisions.read(results.slice(counts.queries.length));
      if (request.spareCounts && isDear(found)) return { facets, uncounted: ['provision'] };
      const ask = (queries: readonly Query[]) => multiSearch(server, queries, signal);
      return { facets: { ...facets, ...(await countProvisions(found, ask)) } };
    },
  };
}

const withoutProvision = (names: readonly FilterName[]) =>
  names.filter((name) => name !== 'provision');

/** Standards with clauses that hold the whole question. */
export async function answerClauses(session: Session): Promise<SearchAnswer> {
  const { request, question, server, prefix, signal } = session;
  const { sort = 'relevance' } = request;
  const names = wantedNames(request);
  const uid = indexUid(prefix, 'clauses');
  const nothingAsked = question.folded === '' && question.numbers.length === 0;
  const all = nothingAsked ? 'standard EXISTS' : matchesAll('body', question);
  const filter = request.sound || request.titlesOnly ? null : all;
  if (filter === null) return compose(session);
  const narrowing = readFilters(request.filters);
  const counted: Counted = { indexUid: uid, filter, narrowing, distinct: 'standard' };
  // The first query is under all filters: it gives the hits too, since each pass over a count by standards is dear.
  const counts = askFacets(counted, withoutProvision(names), true);
  const facets = names.includes('provision')
    ? askWithProvisions(session, counts, counted)
    : withCounts(counts);
  const { page, size } = windowOf(request);
  const [first = countQuery(counted, narrowing.conditions()), ...others] = facets.queries;
  const withHits: Query = {
    ...first,
    sort: [...ORDERS[sort], 'numberOrder:asc'],
    page,
    hitsPerPage: size,
    attributesToRetrieve: ['standard'],
  };
  const results = await multiSearch(server, [withHits, ...others], signal);
  const [result] = results;
  const total = result?.total ?? 0;
  const slugs = (result?.hits ?? []).map((document) => readText(document, 'standard'));
  const readHits = async () => {
    const hits = await readStandards(session, slugs);
    return addClauses({ server, indexUid: uid, signal }, hits, question, request);
  };
  const [hits, read] = await Promise.all([readHits(), facets.read(results)]);
  return compose(session, {
    hits,
    total,
    ...read,
    ...(total === 0 && (await countHidden(session, narrowing, counted))),
  });
}

const ORDERS = {
  relevance: ['peripheral:asc', 'rank:asc'],
  issued: ['issued:desc', 'rank:asc'],
  implemented: ['implemented:desc', 'rank:asc'],
  number: [],
};

/** Standards by their slugs, in that order; one that has just gone is left out. */
async function readStandards(
  { server, prefix, request, question, signal }: Session,
  slugs: readonly string[],
): Promise<readonly SearchHit[]> {
  const filter = isAmong('slug', slugs);
  if (filter === null) return [];
  const [result] = await multiSearch(
    server,
    [
      {
        indexUid: indexUid(prefix, 'standards'),
        // A catalogue record may have the same slug.
        filter: narrow(filter, ['values.text = yes']),
        limit: slugs.length,
        attributesToRetrieve: standardAttributes,
      },
    ],
    signal,
  );
  const match = question.folded === '' ? 'all' : 'text';
  const hits = (result?.hits ?? []).map((each) => toHit(each, match, request.language));
  const bySlug = new Map(hits.map((hit) => [hit.slug, hit]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}
