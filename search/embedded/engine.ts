import type { SearchAnswer, SearchEngine, SearchRequest } from '../contract.ts';
import { localDay } from '../shared/day.ts';
import type { Directory } from './directory/open.ts';
import { gather } from './gather.ts';
import { listChosen } from './narrow.ts';
import { answerStandards } from './standards.ts';
import type { Asked } from './standards.ts';
import type { TextSources } from './read-texts.ts';
import { readAsked } from '../question/named-numbers.ts';
import { cleanQuery } from '../record/spelling.ts';
import { emptyAnswer } from '../shared/empty-answer.ts';
import { windowOf } from '../shared/window.ts';

/** The engine without a server: the directory for numbers and titles, and texts. */
export interface EmbeddedParts extends TextSources {
  readonly directory: () => Promise<Directory>;
  /** The reader's day, `YYYY-MM-DD`; by the clock unless given. */
  readonly today?: () => string;
}

/** The engine as the contract has it. Rejects only when the directory itself cannot be read. */
export function createEmbedded(parts: EmbeddedParts): SearchEngine {
  return {
    name: 'embedded',
    search: (request, signal) => searchEmbedded(parts, request, signal),
  };
}

async function searchEmbedded(
  parts: EmbeddedParts,
  request: SearchRequest,
  signal: AbortSignal | undefined,
): Promise<SearchAnswer> {
  const asked: Asked = {
    query: cleanQuery(request.text),
    request,
    ...windowOf(request),
    day: (parts.today ?? localDay)(),
    signal,
  };
  const { query } = asked;
  const empty = emptyAnswer('embedded', query);
  signal?.throwIfAborted();
  const directory = await parts.directory();
  if (query === '' && listChosen(request.filters).length === 0) return empty;
  if (request.scope === 'terms' || request.scope === 'systems') {
    const { answerSystems, answerTerms } = await import('./named.ts');
    const answerNamed = request.scope === 'terms' ? answerTerms : answerSystems;
    return { ...empty, ...(await answerNamed(directory, asked)) };
  }
  const found = request.best
    ? await loadBest().then((gatherBest) =>
        gatherBest(directory, parts, { ...request, text: query }, asked.day),
      )
    : await gather(directory, parts, readAsked(query), request);
  signal?.throwIfAborted();
  const { named } = found;
  return {
    ...empty,
    ...(await answerStandards(directory, found, asked)),
    ...(named.length > 0 && { named }),
    ...(found.best && { best: found.best }),
  };
}

/** Code that only questions need which no text holds whole: most searches are answered before. */
const loadBest = async () => (await import('./best.ts')).gatherBest;
