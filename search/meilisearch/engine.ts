import type { SearchAnswer, SearchEngine } from '../contract.ts';
import type { SynonymGroups } from '../question/synonyms.ts';
import { cleanQuery, splitText } from '../record/spelling.ts';
import { EngineFailure } from './failure.ts';
import { readFilters } from './facets.ts';
import { multiSearch } from './http.ts';
import type { SearchServer } from './http.ts';
import { readKnownMatch } from './match-store.ts';
import type { KnownMatch } from './match-store.ts';
import { answerSystems, answerTerms } from './named.ts';
import { readQuestion } from './question.ts';
import { metaId, metaUid, SCHEMA } from './schema.ts';
import { compose } from './session.ts';
import type { MatchKeeper, Session } from './session.ts';
import { answerClauses, answerStandards } from './standards.ts';

/** Where to ask: `index` is the prefix the library was published under. */
export interface MeilisearchOptions extends SearchServer {
  readonly index: string;
}

/**
 * The engine behind a Meilisearch server, over `fetch` alone. Rejects with `EngineFailure` when the server cannot be
 * reached, refuses the key, has no such index or one of another version, or answers with what is not Meilisearch's; with
 * the signal's reason when that is aborted.
 */
export function createMeilisearch({ url, key, index }: MeilisearchOptions): SearchEngine {
  const server = { url, key };
  let opening: Promise<SynonymGroups> | undefined;
  const open = (): Promise<SynonymGroups> => {
    // Without the signal of one question: all of them wait for it. A failure is not kept.
    opening ??= readSynonyms(server, index).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const match = keepMatch(async () => readKnownMatch({ server, prefix: index }, await open()));
  return {
    name: 'meilisearch',
    search: async (request, signal) => {
      signal?.throwIfAborted();
      const synonyms = await waitFor(open(), signal);
      const query = cleanQuery(request.text);
      const question = readQuestion(query, synonyms);
      return answer({ server, prefix: index, request, query, question, signal, match });
    },
  };
}

/** Read once, when it is first needed; a failure is not kept. */
function keepMatch(learn: () => Promise<KnownMatch>): MatchKeeper {
  let known: Promise<KnownMatch> | undefined;
  const forget = () => {
    known = undefined;
  };
  return {
    forget,
    read: () =>
      (known ??= learn().catch((error: unknown) => {
        forget();
        throw error;
      })),
  };
}

/** A promise, or the signal's reason when that comes first. */
function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    const leave = () => signal.removeEventListener('abort', stop);
    promise.then(resolve, reject).then(leave, leave);
  });
}

/** Seconds for the first answer of a server: a network that swallows questions says nothing at all. */
const LONGEST_OPENING = 5;
/** A server under load takes its questions in no order: one that is not answered is asked anew. */
const OPENINGS = 3;

/** Asks anew where there is no answer in time, so many times. */
async function insist<T>(
  times: number,
  seconds: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let left = times; left > 0; left -= 1) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), seconds * 1000);
    try {
      return await ask(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new EngineFailure('unreachable', `no answer in ${times * seconds} s`);
}

/** What the index says of itself: of which version it is, and which words mean the same. */
async function readSynonyms(server: SearchServer, prefix: string): Promise<SynonymGroups> {
  const [result] = await insist(OPENINGS, LONGEST_OPENING, (signal) =>
    multiSearch(server, [{ indexUid: metaUid(prefix), limit: 20 }], signal),
  );
  const documents = result?.hits ?? [];
  const own = documents.find(({ id, schema }) => id === metaId && schema === SCHEMA);
  if (!own) {
    const known = documents.map(({ schema }) => String(schema)).join(', ');
    throw known === ''
      ? new EngineFailure('missing-index', `nothing is published under ${prefix}`)
      : new EngineFailure('other-version', `an index of version ${known}, not ${SCHEMA}`);
  }
  const { synonyms } = own;
  if (!Array.isArray(synonyms)) return [];
  const isWord = (word: unknown): word is string => typeof word === 'string';
  return synonyms.flatMap((group) => (Array.isArray(group) ? [group.filter(isWord)] : []));
}

async function answer(session: Session): Promise<SearchAnswer> {
  const { request, query, question } = session;
  const { runs, words } = splitText(question.folded);
  const isEmpty = question.folded === '' && question.numbers.length === 0;
  if (query !== '' || !isEmpty) {
    // Punctuation alone asks for nothing.
    if (runs.length + words.length + question.numbers.length === 0) return compose(session);
  } else if (readFilters(request.filters).names.length === 0) return compose(session);
  switch (request.scope ?? 'standards') {
    case 'standards':
      return request.best ? answerBest(session) : answerStandards(session);
    case 'clauses':
      return request.best ? answerBest(session) : answerClauses(session);
    case 'terms':
      return answerTerms(session);
    case 'systems':
      return answerSystems(session);
  }
}

/** Code that only questions need which no text holds whole. */
const answerBest = async (session: Session): Promise<SearchAnswer> =>
  (await import('./best.ts')).answerBest(session);
