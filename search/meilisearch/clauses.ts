import { chooseClauses as chooseBest, MOST_CLAUSES } from '../shared/choose-clauses.ts';
import type { ClauseHit, SearchHit, SearchRequest } from '../contract.ts';
import { excerptText, listSearchTerms, rateText } from '../shared/highlight.ts';
import { unique } from '../record/spelling.ts';
import { clauseAttributes, toClause } from './hits.ts';
import { readFilters } from './facets.ts';
import { allOf, isAmong, isEqual } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, Result, SearchServer } from './http.ts';
import { narrow } from './pages.ts';
import { matchesAll, matchesSome } from './question.ts';
import type { Question } from './question.ts';
import { readSlug, readText } from './read.ts';
import type { Document } from './read.ts';

/** Candidates read for one standard, of which the best are shown. */
const CANDIDATES = 40;

interface ClausePlace {
  readonly server: SearchServer;
  readonly indexUid: string;
  readonly signal: AbortSignal | undefined;
}

/** All search terms of a question in all of its ways. */
export function listQuestionTerms({ ways }: Question): readonly string[] {
  return unique(ways.flatMap(listSearchTerms));
}

/** Hits with their clauses: those that hold the whole question, else those that hold most of its words. */
export async function addClauses(
  place: ClausePlace,
  hits: readonly SearchHit[],
  question: Question,
  { language, filters = {} }: SearchRequest,
): Promise<readonly SearchHit[]> {
  const searchTerms = listQuestionTerms(question);
  // A clause has provisions of its own.
  const own = readFilters({ provision: filters.provision ?? [] }).conditions();
  const ask = (condition: Condition): Query => ({
    indexUid: place.indexUid,
    filter: narrow(condition, own),
    sort: [`language:${language === 'en' ? 'asc' : 'desc'}`, 'peripheral:asc', 'position:asc'],
    attributesToRetrieve: clauseAttributes,
  });
  const whole = matchesAll('body', question);
  const partly = matchesSome('body', question);
  const hosted = whole === null ? [] : hits.filter((hit) => hit.hosted);
  const bySlug = new Map<string, Clauses>();
  const first = await readClauses(place, hosted, (slugs) => ask(allOf([whole, slugs])));
  for (const [slug, found] of first) {
    bySlug.set(slug, chooseClauses(found, searchTerms, language, false));
  }
  const left = hosted.filter(({ slug, match }) => !bySlug.has(slug) && match !== 'pinyin');
  if (partly !== null) {
    const second = await readClauses(place, left, (slugs) => ask(allOf([partly, slugs])));
    for (const [slug, found] of second) {
      bySlug.set(slug, chooseClauses(found, searchTerms, language, true));
    }
  }
  return hits.map((hit) => ({ ...hit, ...bySlug.get(hit.slug) }));
}

/** Clauses of a standard that hold a question, in the order they are asked for, and how many there are in each language. */
interface FoundClauses {
  readonly hits: Result['hits'];
  readonly counts: Readonly<Record<string, number>>;
}

/** Standards whose clauses are asked for by one query. */
const TOGETHER = 10;

/**
 * Clauses by the slugs of their standards, those without any left out. Standards are asked for together; where these have more
 * clauses than are read, each by itself.
 */
async function readClauses(
  { server, signal }: ClausePlace,
  hits: readonly SearchHit[],
  ask: (slugs: Condition) => Query,
): Promise<ReadonlyMap<string, FoundClauses>> {
  const slugs = hits.map(({ slug }) => slug);
  const groups = Array.from({ length: Math.ceil(slugs.length / TOGETHER) }, (_, at) =>
    slugs.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
  const found = new Map<string, FoundClauses>();
  const together = await multiSearch(
    server,
    groups.map((group) => ({
      ...ask(isAmong('standard', group)),
      page: 1,
      hitsPerPage: CANDIDATES * group.length,
    })),
    signal,
  );
  const crowded = groups.filter((_, at) => {
    const { hits: documents = [], total = 0 } = together[at] ?? {};
    if (total > documents.length) return true;
    const own = new Map<string, Document[]>();
    for (const document of documents) {
      const slug = readSlug(document, 'standard');
      if (own.get(slug)?.push(document) === undefined) own.set(slug, [document]);
    }
    for (const [slug, each] of own) {
      found.set(slug, { hits: each, counts: countLanguages(each) });
    }
    return false;
  });
  const alone = crowded.flat();
  const results = await multiSearch(
    server,
    alone.map((slug) => ({
      ...ask(isEqual('standard', slug)),
      facets: ['language'],
      page: 1,
      hitsPerPage: CANDIDATES,
    })),
    signal,
  );
  alone.forEach((slug, at) => {
    const { hits: documents = [], facets } = results[at] ?? {};
    if (documents.length > 0)
      found.set(slug, { hits: documents, counts: facets?.['language'] ?? {} });
  });
  return found;
}

function countLanguages(documents: Result['hits']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const document of documents) {
    const language = readText(document, 'language');
    counts[language] = (counts[language] ?? 0) + 1;
  }
  return counts;
}

type Clauses = Pick<SearchHit, 'clauses' | 'clauseCount'>;

/** The best of one language, the reader's own where it has any. `partial`: none has all, and only the best count. */
function chooseClauses(
  { hits, counts }: FoundClauses,
  searchTerms: readonly string[],
  wanted: string,
  partial: boolean,
): Clauses {
  const language = counts[wanted] ? wanted : (Object.keys(counts)[0] ?? wanted);
  const rated = hits
    .slice(0, CANDIDATES)
    .filter((document) => document['language'] === language)
    .map((document) => {
      const title = readText(document, 'title');
      const { score, all } = rateText(`${title} ${readText(document, 'text')}`, searchTerms);
      const peripheral = document['peripheral'] === 1;
      return {
        document,
        label: readText(document, 'label'),
        title,
        peripheral,
        // The server may have found what no search term of a question stands in: `±18 ℃` of `-18 ℃`.
        score: partial ? score : Math.max(1, score),
        // Where a question has synonyms the server knows better than the search terms of all its ways.
        whole: all || !partial,
      };
    });
  const shown = chooseBest(rated, searchTerms);
  const clauses = shown
    .slice(0, MOST_CLAUSES)
    .map(({ document }): ClauseHit => toClause(document, (text) => excerptText(text, searchTerms)));
  return { clauses, clauseCount: partial ? shown.length : (counts[language] ?? shown.length) };
}
