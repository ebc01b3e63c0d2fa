import type { SearchAnswer, SearchEngine, SearchRequest } from './contract.ts';
import { readAsked } from './question/named-numbers.ts';
import { readNumberAndWords } from './question/number-and-words.ts';
import { guessNumbers } from './record/numbers.ts';
import { foldText } from './record/spelling.ts';

/**
 * Ask an engine as a reader means it. What finds something is answered as it is. What finds nothing is asked once more in other
 * words, by its sound, without filters: `suggestion` says what was asked instead, `hidden` what the filters leave out. Rejects as the
 * engine does at the first question; what goes wrong later leaves its answer.
 */
export async function ask(
  engine: SearchEngine,
  request: SearchRequest,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const { leftOut } = readAsked(request.text);
  const answer = await engine.search(request, signal);
  const asked = leftOut === '' ? answer : { ...answer, leftOut };
  if (request.sound) return asked;
  try {
    if (asked.total > 0)
      return tellOtherYear(await openNamedClause(engine, request, asked, signal));

    const { understand } = await import('./question/understand.ts');
    const { named } = asked;
    const understood = await understand(engine, request, asked, signal);
    return { ...understood, ...(named && { named }), ...(leftOut !== '' && { leftOut }) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return asked;
  }
}

/** A question that names a standard and asks something of it: the standard with the clauses that answer. */
async function openNamedClause(
  engine: SearchEngine,
  request: SearchRequest,
  answer: SearchAnswer,
  signal: AbortSignal | undefined,
): Promise<SearchAnswer> {
  const [first] = answer.hits;
  const { scope = 'standards', titlesOnly, asWritten, page = 1 } = request;
  if (scope !== 'standards' || titlesOnly || asWritten || page > 1) return answer;
  const asked = readNumberAndWords(request.text);
  if (!asked || first?.match !== 'number') return answer;
  if (first.clauses.length > 0 && asked.clause === '') return answer;
  const best = await engine.search({ ...request, best: true }, signal);
  return best.hits[0]?.slug === first.slug ? { ...answer, hits: best.hits } : answer;
}

const YEAR = /[-\u2010-\u2015\uff0d:：年\s]*((?:19|20)\d{2})年?[》」』”"')）\s]*$/u;

/** A number whose year is not known finds its other editions: the answer has to say so. */
function tellOtherYear(answer: SearchAnswer): SearchAnswer {
  if ((answer.named?.length ?? 0) > 1) return answer;
  const [first] = answer.hits;
  const [, year] = YEAR.exec(answer.query) ?? [];
  if (first?.match !== 'number' || year === undefined) return answer;
  const dated = guessNumbers(foldText(answer.query))[0]?.year === year;
  if (
    !dated ||
    answer.hits.some(({ match, number }) => match === 'number' && number.includes(year))
  )
    return answer;
  const text = answer.query.replace(YEAR, '').replace(/^[《「『“"'(（]+/u, '');
  return { ...answer, suggestion: { text, why: 'year', applied: true } };
}
