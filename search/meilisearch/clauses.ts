import { chooseClauses as chooseBest, MOST_CLAUSES } from '../shared/choose-clauses.ts';
import type { ClauseHit, SearchHit, SearchRequest } from '../contract.ts';
import { listSearchTerms, rateText } from '../shared/highlight.ts';
import { unique } from '../record/spelling.ts';
import { clauseAttributes, toClause } from './hits.ts';
import { readFilters } from './facets.ts';
import { isEqual } from './filter.ts';
import type { Condition } from './filter.ts';
import { multiSearch } from './http.ts';
import type { Query, Result, SearchServer } from './http.ts';
import { narrow } from './pages.ts';
import { matchesAll, matchesSome } from './question.ts';
import type { Question } from './question.ts';
import { readText } from './read.ts';

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
  const ask = ({ slug }: SearchHit, condition: Condition): Query => ({
    indexUid: place.indexUid,
    filter: narrow(condition, [isEqual('standard', slug), ...own]),
    sort: [`language:${language === 'en' ? 'asc' : 'desc'}`, 'peripheral:asc', 'position:asc'],
    facets: ['language'],
    page: 1,
    hitsPerPage: CANDIDATES,
    attributesToRetrieve: clauseAttributes,
  });
  const whole = matchesAll('body', question);
  const partly = matchesSome('body', question);
  const hosted = whole === null ? [] : hits.filter((hit) => hit.hosted);
  const first = await multiSearch(
    place.server,
    hosted.map((hit) => ask(hit, whole)),
    place.signal,
  );
  const bySlug = new Map<string, Clauses>();
  const left: SearchHit[] = [];
  hosted.forEach((hit, at) => {
    const result = first[at];
    if (result && result.total > 0) {
      bySlug.set(hit.slug, chooseClauses(result, searchTerms, language, false));
    } else if (partly !== null && hit.match !== 'pinyin') left.push(hit);
  });
  const second = await multiSearch(
    place.server,
    left.map((hit) => ask(hit, partly)),
    place.signal,
  );
  left.forEach((hit, at) => {
    const result = second[at];
    if (result) bySlug.set(hit.slug, chooseClauses(result, searchTerms, language, true));
  });
  return hits.map((hit) => ({ ...hit, ...bySlug.get(hit.slug) }));
}

type Clauses = Pick<SearchHit, 'clauses' | 'clauseCount'>;

/** The best of one language, the reader's own where it has any. `partial`: none has all, and only the best count. */
function chooseClauses(
  { hits, facets }: Result,
  searchTerms: readonly string[],
  wanted: string,
  partial: boolean,
): Clauses {
  const counts = facets['language'] ?? {};
  const language = counts[wanted] ? wanted : (Object.keys(counts)[0] ?? wanted);
  const rated = hits
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
    .map(({ document }): ClauseHit => toClause(document, searchTerms));
  return { clauses, clauseCount: partial ? shown.length : (counts[language] ?? shown.length) };
}
