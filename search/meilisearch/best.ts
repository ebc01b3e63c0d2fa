import type { SearchAnswer, SearchHit, SearchRequest } from '../contract.ts';
import { describeMatch } from '../match/describe.ts';
import { matchQuestion } from '../match/match-question.ts';
import { excerptClause } from '../match/excerpt-clause.ts';
import { keepBest } from '../match/rank.ts';
import { readNumberAndWords } from '../question/number-and-words.ts';
import type { NumberAndWords } from '../question/number-and-words.ts';
import { MOST_CLAUSES } from '../shared/choose-clauses.ts';
import { localDay } from '../shared/day.ts';
import { windowOf } from '../shared/window.ts';
import { chooseBest } from './best-clauses.ts';
import { narrowBest } from './best-narrow.ts';
import type { BestStandard } from './best-narrow.ts';
import { nameStandards, readStandards } from './best-standards.ts';
import { EngineFailure } from './failure.ts';
import { isEqual } from './filter.ts';
import { toClause, toHit } from './hits.ts';
import { multiSearch } from './http.ts';
import type { Query } from './http.ts';
import { openMatchStore, OutdatedMatch } from './match-store.ts';
import { listNearest } from './nearest.ts';
import type { Document } from './read.ts';
import { indexUid } from './schema.ts';
import { compose } from './session.ts';
import type { Session } from './session.ts';

/** Editions of one number. */
const MOST_NAMED = 30;

/**
 * Standards that hold most of a question, best first, with the clauses that do. Rejects with `EngineFailure` when the index of
 * words is missing or damaged.
 */
export async function answerBest(session: Session): Promise<SearchAnswer> {
  try {
    return await answerOnce(session);
  } catch (error) {
    if (!(error instanceof OutdatedMatch)) throw error;
  }
  session.match.forget();
  try {
    return await answerOnce(session);
  } catch (error) {
    if (!(error instanceof OutdatedMatch)) throw error;
    throw new EngineFailure('unreachable', 'the index is being published over and over');
  }
}

async function answerOnce(session: Session): Promise<SearchAnswer> {
  const { request, query, signal } = session;
  const asked = readNumberAndWords(query);
  const store = openMatchStore(session, await session.match.read(), localDay(), signal);
  const [match, named] = await Promise.all([
    matchQuestion(asked?.rest ?? query, store),
    findNamed(session, asked),
  ]);
  const names = nameStandards(named, store);
  const kept = keepBest(match.standards, [...names.keys()]);
  const found = await readStandards(session, store, kept, names, asked?.clause ?? '');
  const { listed, hidden, facets } = narrowBest(chooseBest(found, match.parts, query), request);
  const { page, size } = windowOf(request);
  const isNothing = listed.length + (hidden?.total ?? 0) === 0;
  return compose(session, {
    hits: listed.slice((page - 1) * size, page * size).map((each) => drawHit(each, request)),
    total: listed.length,
    facets,
    ...(hidden && { hidden }),
    nearest: isNothing ? await listNearest(session) : [],
    best: describeMatch(match),
  });
}

/** The standards with the number that a question names. */
async function findNamed(
  { server, prefix, signal }: Session,
  asked: NumberAndWords | undefined,
): Promise<readonly Document[]> {
  const results = await multiSearch(
    server,
    (asked?.number.tries ?? []).map(({ token }): Query => ({
      indexUid: indexUid(prefix, 'standards'),
      filter: isEqual('numbers', token),
      sort: ['rank:asc', 'numberOrder:asc'],
      limit: MOST_NAMED,
      attributesToRetrieve: ['id', 'slug', 'hosted'],
    })),
    signal,
  );
  return results.find(({ hits }) => hits.length > 0)?.hits ?? [];
}

function drawHit(
  { document, match, clauses }: BestStandard,
  { language }: SearchRequest,
): SearchHit {
  return {
    ...toHit(document, match, language),
    clauses: clauses
      .slice(0, MOST_CLAUSES)
      .map(({ document: own, listMarks }) =>
        toClause(own, (text) => excerptClause(text, listMarks(text))),
      ),
    clauseCount: clauses.length,
  };
}
