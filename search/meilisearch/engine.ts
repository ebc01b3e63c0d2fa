import type { SearchAnswer, SearchEngine, SearchHit, SearchRequest } from '../contract.ts';
import type { SynonymGroups } from '../question/synonyms.ts';
import { cleanQuery, splitText } from '../record/spelling.ts';
import { addClauses, needlesOfQuestion } from './clauses.ts';
import {
  drawHit,
  drawSystem,
  drawTerm,
  readText,
  standardAttributes,
  systemAttributes,
  termAttributes,
} from './draw.ts';
import { EngineFailure } from './failure.ts';
import { askFacets, askHidden, listFilters, namesOf } from './facets.ts';
import type { Counted } from './facets.ts';
import { anyOf, beginsWith, isAmong, isEqual } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, SearchServer } from './http.ts';
import { chooseNumber, listNumberTokens, listSounds } from './keys.ts';
import { findNearest } from './nearest.ts';
import { fetchPage, fetchSorted, narrow } from './pages.ts';
import type { FoundPage, Place } from './pages.ts';
import { readQuestion, standsIn } from './question.ts';
import type { Question } from './question.ts';
import { indexUid, metaId, metaUid, SCHEMA } from './schema.ts';
import { listStandardTiers, listSystemTiers, listTermTiers } from './tiers.ts';
import type { KnownKeys, Tier } from './tiers.ts';

/** Where to ask: `index` is the prefix the library was published under. */
export interface MeilisearchOptions extends SearchServer {
  readonly index: string;
}

/** An engine that knows its index and what was asked. */
interface Session {
  readonly server: SearchServer;
  readonly prefix: string;
  readonly request: SearchRequest;
  readonly query: string;
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
}

const MOST_HITS = 1000;
const NEAREST_SHOWN = 5;

/**
 * The engine behind a Meilisearch server, over `fetch` alone. Rejects with `EngineFailure` when the server cannot be
 * reached, refuses the key, has no such index or one of another version, or answers with what is not Meilisearch's.
 */
export function createMeilisearch({ url, key, index }: MeilisearchOptions): SearchEngine {
  const server = { url, key };
  let opening: Promise<SynonymGroups> | undefined;
  const open = (): Promise<SynonymGroups> => {
    // Without the signal of one question: all of them wait for it. A failure is not kept.
    opening ??= readMeta(server, index).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    name: 'meilisearch',
    search: async (request, signal) => {
      signal?.throwIfAborted();
      const synonyms = await waitFor(open(), signal);
      const query = cleanQuery(request.text);
      const question = readQuestion(query, synonyms);
      return answer({ server, prefix: index, request, query, question, signal });
    },
  };
}

/** A promise, or the signal's reason when that comes first. */
function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function readMeta(server: SearchServer, prefix: string): Promise<SynonymGroups> {
  const [result] = await multiSearch(server, [{ indexUid: metaUid(prefix), limit: 20 }]);
  const documents = result?.hits ?? [];
  const own = documents.find(({ id }) => id === metaId);
  if (!own) {
    const known = documents.map(({ schema }) => String(schema)).join(', ');
    throw known === ''
      ? new EngineFailure('missing-index', `nothing is published under ${prefix}`)
      : new EngineFailure('other-version', `index of version ${known}, not ${SCHEMA}`);
  }
  if (own['schema'] !== SCHEMA) {
    throw new EngineFailure('other-version', `index of version ${String(own['schema'])}`);
  }
  const { synonyms } = own;
  if (!Array.isArray(synonyms)) return [];
  const isWord = (word: unknown): word is string => typeof word === 'string';
  return synonyms.flatMap((group) => (Array.isArray(group) ? [group.filter(isWord)] : []));
}

async function answer(session: Session): Promise<SearchAnswer> {
  const { scope = 'standards' } = session.request;
  if (session.question.folded === '' && namesOf(session.request.filters ?? {}).length === 0) {
    return compose(session, {});
  }
  // Only punctuation: nothing can be looked for.
  const { runs, words } = splitText(session.question.folded);
  if (session.question.folded !== '' && runs.length + words.length === 0) {
    return compose(session, {});
  }
  switch (scope) {
    case 'standards':
      return answerStandards(session);
    case 'clauses':
      return answerClauses(session);
    case 'terms':
      return answerTerms(session);
    case 'systems':
      return answerSystems(session);
  }
}

function compose({ query }: Session, rest: Partial<SearchAnswer>): SearchAnswer {
  return {
    engine: 'meilisearch',
    degraded: false,
    query,
    hits: [],
    terms: [],
    systems: [],
    total: 0,
    exact: true,
    facets: {},
    nearest: [],
    ...rest,
  };
}

function windowOf({ page = 1, size = 10 }: SearchRequest) {
  const whole = (value: number, most: number) =>
    Math.min(most, Math.max(1, Math.floor(value) || 1));
  return { page: whole(page, 1_000_000), size: whole(size, MOST_HITS) };
}

type Room = 'standards' | 'clauses' | 'terms' | 'systems';

function placeOf(session: Session, room: Room, rest: Pick<Place, 'attributes' | 'order'>): Place {
  const { server, prefix, request, signal } = session;
  const filters = room === 'systems' ? [] : listFilters(request.filters ?? {});
  return { server, indexUid: indexUid(prefix, room), filters, signal, ...rest };
}

/** Which of the numbers and sounds a question may mean the index knows. */
async function learnKeys({ server, question, signal }: Session, uid: string, numbers: boolean) {
  const { folded } = question;
  const tokens = numbers ? listNumberTokens(folded) : [];
  const sounds = listSounds(folded);
  // Whether the whole is the beginning of a token must be known only where it may be longer than one.
  const [whole] = sounds.cut.length > 0 ? sounds.beginnings : [];
  const conditions = [
    ...tokens.map((token) => isEqual('numbers', token)),
    ...(whole === undefined ? [] : [beginsWith('sounds', whole)]),
    ...(whole === undefined ? [] : sounds.cut.map((token) => isEqual('sounds', token))),
  ];
  const results = await multiSearch(
    server,
    conditions.map((filter): Query => ({ indexUid: uid, filter, page: 1, hitsPerPage: 0 })),
    signal,
  );
  const known = results.map(({ total }) => total > 0);
  const found = known.slice(tokens.length);
  const cut = found[0] ? undefined : sounds.cut.find((_, at) => found[at + 1]);
  const begun: Condition = anyOf(sounds.beginnings.map((each) => beginsWith('sounds', each)));
  const keys: KnownKeys = {
    numbers: chooseNumber(folded, new Set(tokens.filter((_, at) => known[at]))),
    sounds: cut === undefined ? begun : isEqual('sounds', cut),
  };
  return keys;
}

async function answerStandards(session: Session): Promise<SearchAnswer> {
  const { request, question, server, prefix, signal } = session;
  const uid = indexUid(prefix, 'standards');
  const keys = await learnKeys(session, uid, !request.sound);
  const place = placeOf(session, 'standards', {
    attributes: standardAttributes,
    order: ['rank:asc', 'numberOrder:asc'],
  });
  const tiers = listStandardTiers(question, keys, request);
  const asked = await askTiers(session, place, tiers);
  const slips = asked.total === 0 ? await forgiveSlips(session, place) : undefined;
  const { found, total, facets, hidden } = slips ?? asked;
  const hits = found.map(({ document, match }) => drawHit(document, match, request.language));
  const plain = request.titlesOnly === true || request.sound === true;
  const texts = { server, indexUid: indexUid(prefix, 'clauses'), signal };
  const none = total === 0 && (hidden?.total ?? 0) === 0 && !request.sound;
  return compose(session, {
    hits: plain ? hits : await addClauses(texts, hits, question, request),
    total,
    facets,
    ...(hidden && { hidden }),
    nearest: none ? await listNearest(session, uid) : [],
  });
}

async function listNearest({ server, question, request, signal }: Session, uid: string) {
  const documents = await findNearest(server, uid, question.folded, NEAREST_SHOWN, signal);
  return documents.map((document) => drawHit(document, 'number', request.language));
}

type Asked = FoundPage & Pick<SearchAnswer, 'facets' | 'hidden'>;

/** A page of tiers, with counts when they are wanted and with what filters hide when nothing is left. */
async function askTiers(
  session: Session,
  place: Place,
  tiers: readonly Tier[],
  counts = place.indexUid === indexUid(session.prefix, 'standards'),
): Promise<Asked> {
  const { request } = session;
  const { sort = 'relevance', filters = {} } = request;
  const counted: Counted = {
    indexUid: place.indexUid,
    filter: anyOf(tiers.map(({ filter }) => filter)),
    filters,
  };
  const facets = request.facets && counts && tiers.length > 0 ? askFacets(counted) : undefined;
  const along = facets?.queries ?? [];
  const window = windowOf(request);
  const page = await (sort === 'relevance' || !counts
    ? fetchPage(place, tiers, window, along)
    : fetchSorted(place, tiers, sort, window, along));
  return {
    ...page,
    facets: facets?.read(page.rest) ?? {},
    ...(page.total === 0 && tiers.length > 0 && (await countHidden(session, place, counted))),
  };
}

async function countHidden({ server, signal }: Session, place: Place, counted: Counted) {
  if (place.filters.length === 0) return {};
  const hidden = askHidden(counted);
  const found = hidden.read(await multiSearch(server, hidden.queries, signal));
  return found.total > 0 ? { hidden: found } : {};
}

/** Fewer letters are too few to tell a slip from another word. */
const SLIP_LENGTH = 5;

/** English titles with a letter wrong, where nothing has the words as they were typed. */
async function forgiveSlips(session: Session, place: Place): Promise<Asked | undefined> {
  const { question, request } = session;
  const { runs, words } = splitText(question.folded);
  const slippery = words.some((word) => /^[a-z]+$/.test(word) && word.length >= SLIP_LENGTH);
  if (request.sound || runs.length > 0 || !slippery) return undefined;
  const [result] = await multiSearch(
    session.server,
    [
      {
        indexUid: place.indexUid,
        q: words.join(' '),
        matchingStrategy: 'all',
        limit: MOST_HITS,
        attributesToRetrieve: ['id'],
      },
    ],
    session.signal,
  );
  const ids = isAmong(
    'id',
    (result?.hits ?? []).map((document) => readText(document, 'id')),
  );
  return ids === null ? undefined : askTiers(session, place, [{ match: 'title', filter: ids }]);
}

async function answerClauses(session: Session): Promise<SearchAnswer> {
  const { request, question, server, prefix, signal } = session;
  const { sort = 'relevance', filters = {} } = request;
  const uid = indexUid(prefix, 'clauses');
  const everything = question.folded === '';
  const filter = everything ? 'standard EXISTS' : request.sound ? null : standsIn('body', question);
  if (filter === null) return compose(session, {});
  const counted: Counted = { indexUid: uid, filter, filters, distinct: 'standard' };
  const facets = request.facets ? askFacets(counted) : undefined;
  const { page, size } = windowOf(request);
  const by = { issued: ['issued:desc'], implemented: ['implemented:desc'], number: [] };
  const order = sort === 'relevance' ? ['peripheral:asc', 'rank:asc'] : by[sort];
  const [result, ...rest] = await multiSearch(
    server,
    [
      {
        indexUid: uid,
        filter: narrow(filter, listFilters(filters)),
        distinct: 'standard',
        sort: [...order, 'numberOrder:asc'],
        page,
        hitsPerPage: size,
        attributesToRetrieve: ['standard'],
      },
      ...(facets?.queries ?? []),
    ],
    signal,
  );
  const total = result?.total ?? 0;
  const slugs = (result?.hits ?? []).map((document) => readText(document, 'standard'));
  const hits = await readStandards(session, slugs);
  const place = placeOf(session, 'clauses', { attributes: [], order: [] });
  return compose(session, {
    hits: await addClauses({ server, indexUid: uid, signal }, hits, question, request),
    total,
    facets: facets?.read(rest) ?? {},
    ...(total === 0 && (await countHidden(session, place, counted))),
  });
}

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
        filter: narrow(filter, [isEqual('values.text', 'yes')]),
        limit: slugs.length,
        attributesToRetrieve: standardAttributes,
      },
    ],
    signal,
  );
  const match = question.folded === '' ? 'all' : 'text';
  const hits = (result?.hits ?? []).map((each) => drawHit(each, match, request.language));
  return slugs.flatMap((slug) => hits.filter((hit) => hit.slug === slug));
}

async function answerTerms(session: Session): Promise<SearchAnswer> {
  const { request, question } = session;
  const needles = needlesOfQuestion(question);
  const place = placeOf(session, 'terms', {
    attributes: termAttributes,
    order: ['rank:asc', 'numberOrder:asc', 'position:asc'],
  });
  const keys = await learnKeys(session, place.indexUid, false);
  const { found, total, hidden } = await askTiers(
    session,
    place,
    listTermTiers(question, keys, request),
  );
  const terms = found.map(({ document }) => drawTerm(document, needles, request.language));
  return compose(session, { terms, total, ...(hidden && { hidden }) });
}

async function answerSystems(session: Session): Promise<SearchAnswer> {
  const { request, question } = session;
  const place = placeOf(session, 'systems', {
    attributes: systemAttributes,
    order: ['rank:asc'],
  });
  const keys = await learnKeys(session, place.indexUid, false);
  const tiers = listSystemTiers(question, keys, request);
  const { found, total } = await askTiers(session, place, tiers);
  const systems = found.map(({ document }) => drawSystem(document, request.language));
  return compose(session, { systems, total });
}
