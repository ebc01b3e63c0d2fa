import { emptyAnswer } from '../shared/empty-answer.ts';
import type { SearchAnswer, SearchRequest } from '../contract.ts';
import { askHidden } from './facets.ts';
import type { Counted, Narrowing } from './facets.ts';
import { anyOf, beginsWith, isEqual } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, SearchServer } from './http.ts';
import { unique } from '../record/spelling.ts';
import { chooseNamed, chooseNumber, listNumberTokens, listSounds } from './keys.ts';
import type { KnownMatch } from './match-store.ts';
import type { Place } from './pages.ts';
import type { Question } from './question.ts';
import { indexUid } from './schema.ts';
import type { IndexName } from './schema.ts';
import type { KnownKeys } from './tiers.ts';

/** A question, and whom to ask it. */
export interface Session {
  readonly server: SearchServer;
  readonly prefix: string;
  readonly request: SearchRequest;
  /** Cleaned, as it is shown. */
  readonly query: string;
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  readonly match: MatchKeeper;
}

/** What a page has learnt of the indexes by which questions are matched. */
export interface MatchKeeper {
  /** Reads it when it is first needed. */
  readonly read: () => Promise<KnownMatch>;
  readonly forget: () => void;
}

/** The answer of a session: empty but for what is given. */
export function compose({ query }: Session, rest: Partial<SearchAnswer> = {}): SearchAnswer {
  return { ...emptyAnswer('meilisearch', query), ...rest };
}

/**
 * An index of the server of a session as a place to search: which attributes, in which order, under which filters.
 */
export function placeOf(
  { server, prefix, signal }: Session,
  indexName: IndexName,
  rest: Pick<Place, 'attributes' | 'order' | 'filters'>,
): Place {
  return { server, indexUid: indexUid(prefix, indexName), signal, ...rest };
}

/** Which of the numbers and sounds a question may mean an index knows. */
export async function learnKeys(
  { server, question: { folded, numbers: named }, request, signal }: Session,
  uid: string,
  { numbers: withNumbers }: { readonly numbers: boolean },
): Promise<KnownKeys> {
  const asksNumbers = withNumbers && !request.sound;
  const tokens = asksNumbers
    ? unique([
        ...listNumberTokens(folded),
        ...named.flatMap(({ tries }) => tries.map(({ token }) => token)),
      ])
    : [];
  const { syllables, cut, initials } = listSounds(folded);
  const whole: Condition = syllables === undefined ? null : beginsWith('sounds', syllables);
  // Whether something begins so must be known only where the question may be longer than a token.
  const conditions = [
    ...tokens.map((token) => isEqual('numbers', token)),
    ...(whole === null || cut.length === 0 ? [] : [whole]),
    ...cut.map((token) => isEqual('sounds', token)),
  ];
  const results = await multiSearch(
    server,
    conditions.map((filter): Query => ({ indexUid: uid, filter, page: 1, hitsPerPage: 0 })),
    signal,
  );
  const known = results.map(({ total }) => total > 0);
  const found = known.slice(tokens.length);
  const longest = found[0] ? undefined : cut.find((_, at) => found[at + 1]);
  const knownTokens = new Set(tokens.filter((_, at) => known[at]));
  return {
    numbers: chooseNumber(folded, knownTokens),
    named: asksNumbers ? named.map((each) => chooseNamed(each, knownTokens)) : [],
    sounds: anyOf([
      longest === undefined ? whole : isEqual('sounds', longest),
      // A question made by its sound has all of its syllables.
      initials === undefined || request.sound ? null : beginsWith('sounds', initials),
    ]),
  };
}

/**
 * How many standards the filters hide, all together and each name alone; nothing where no name is filtered or nothing
 * could be found without.
 */
export async function countHidden(
  { server, signal }: Session,
  narrowing: Narrowing,
  counted: Omit<Counted, 'narrowing'>,
): Promise<Pick<SearchAnswer, 'hidden'>> {
  if (narrowing.names.length === 0 || counted.filter === null) return {};
  const { queries, read } = askHidden({ ...counted, narrowing });
  return { hidden: read(await multiSearch(server, queries, signal)) };
}
