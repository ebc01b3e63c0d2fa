import { isObject, parseJson } from '#core/base/json.ts';
import { pause } from '../shared/pause.ts';
import { EngineFailure } from './failure.ts';

/** A server and a key that may search it. */
export interface SearchServer {
  readonly url: string;
  readonly key: string;
}

/** One question of a multi-search: what is used of it. */
export interface Query {
  readonly indexUid: string;
  readonly q?: string;
  readonly filter?: string;
  readonly facets?: readonly string[];
  readonly sort?: readonly string[];
  readonly distinct?: string;
  readonly offset?: number;
  readonly limit?: number;
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly attributesToRetrieve?: readonly string[];
  readonly matchingStrategy?: 'all';
}

export interface Result {
  readonly hits: readonly Readonly<Record<string, unknown>>[];
  /** Exact; 0 where the question set `offset` rather than `page`. */
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Longer answers are none of ours. */
const LONGEST_ANSWER = 50_000_000;

/**
 * Ask several questions at once; as many results, in their order. Rejects with `EngineFailure`, or with the signal's
 * reason when it is aborted.
 */
export async function multiSearch(
  server: SearchServer,
  queries: readonly Query[],
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  if (queries.length === 0) return [];
  const answer = await askAgain(
    () => postJson(server, 'multi-search', { queries }, signal),
    signal,
  );
  const results = isObject(answer) ? answer['results'] : undefined;
  if (!Array.isArray(results) || results.length !== queries.length) {
    throw new EngineFailure('garbage', 'the answer has no results');
  }
  return results.map(readResult);
}

/** How long a server that is busy is left alone before it is asked once more: readers who were refused together come back apart. */
const BUSY_MS = { least: 100, spread: 200 };

/** One more try where the server is busy; a balancer has another one for it. */
async function askAgain<T>(ask: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineFailure) || error.kind !== 'busy') throw error;
  }
  await pause(BUSY_MS.least + Math.random() * BUSY_MS.spread);
  signal?.throwIfAborted();
  return ask();
}

function readResult(result: unknown): Result {
  if (!isObject(result)) throw new EngineFailure('garbage', 'a result is no object');
  const { hits, totalHits = 0, facetDistribution = {} } = result;
  if (!Array.isArray(hits) || !hits.every(isObject) || typeof totalHits !== 'number') {
    throw new EngineFailure('garbage', 'a result without hits');
  }
  return { hits, total: totalHits, facets: readFacets(facetDistribution) };
}

function readFacets(facets: unknown): Result['facets'] {
  if (!isObject(facets)) return {};
  const pairs = Object.entries(facets).map(([name, values]): [string, Record<string, number>] => {
    const counts = isObject(values) ? Object.entries(values) : [];
    const known = counts.filter((pair): pair is [string, number] => typeof pair[1] === 'number');
    return [name, Object.fromEntries(known)];
  });
  return Object.fromEntries(pairs);
}

async function postJson(
  { url, key }: SearchServer,
  path: string,
  body: object,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
        // Meilisearch sends the head of a compressed answer alone, and the rest waits 40 ms for its receipt. Browsers set
        // this themselves and leave ours out.
        'accept-encoding': 'identity',
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      ...(signal && { signal }),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new EngineFailure('unreachable', `no answer from ${url}`, { cause: error });
  }
  const answer = text.length > LONGEST_ANSWER ? undefined : parseJson(text);
  if (response.ok) {
    if (answer === undefined) throw new EngineFailure('garbage', `${url} did not answer in JSON`);
    return answer;
  }
  throw explainRefusal(url, response, answer);
}

function explainRefusal(
  url: string,
  { status, headers }: Response,
  answer: unknown,
): EngineFailure {
  const code = isObject(answer) && typeof answer['code'] === 'string' ? answer['code'] : '';
  const message =
    isObject(answer) && typeof answer['message'] === 'string' ? answer['message'] : '';
  const said = `${url} answered ${status} ${code} ${message.slice(0, 300)}`.trim();
  if (code === 'index_not_found') return new EngineFailure('missing-index', said);
  if (status === 401 || status === 403) return new EngineFailure('refused', said);
  if (status === 503 || status === 408 || status === 429) {
    const seconds = Number(headers.get('retry-after') ?? 'unsaid');
    return new EngineFailure('busy', said, {
      ...(seconds >= 0 && { retryAfterMs: seconds * 1000 }),
    });
  }
  if (status >= 500) return new EngineFailure('unreachable', said);
  // A filter or sort the index does not know: it was made with other settings.
  if (/^invalid_search_(filter|sort|facets|distinct)$/.test(code)) {
    return new EngineFailure('other-version', said);
  }
  return new EngineFailure('garbage', said);
}
