import type { FilterName, SearchAnswer, SearchHit, SearchRequest } from '../contract.ts';
import { wantedNames } from '../shared/facet-counts.ts';
import type { Window } from '../shared/window.ts';
import { chooseCandidates, passes, readUntil } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import { countCandidates, loadColumns } from './count-facets.ts';
import { sortByPlaces } from './directory/columns.ts';
import type { Directory } from './directory/open.ts';
import type { Gathered } from './gather.ts';
import { createFilter, listChosen } from './narrow.ts';
import { createTextReader, toHit } from './text-reader.ts';

const NEAREST_SHOWN = 5;

/** The question as it is answered. */
export interface Asked extends Window {
  readonly query: string;
  readonly request: SearchRequest;
  /** The reader's, `YYYY-MM-DD`. */
  readonly day: string;
  readonly signal: AbortSignal | undefined;
}

type Answered = Pick<
  SearchAnswer,
  'degraded' | 'hits' | 'total' | 'exact' | 'facets' | 'nearest' | 'hidden'
>;

/** What was gathered, narrowed, sorted and counted; the page that was asked for as hits. */
export async function answerStandards(
  directory: Directory,
  found: Gathered,
  asked: Asked,
): Promise<Answered> {
  const { request, page, size, day, signal } = asked;
  const { filters = {}, language } = request;
  const chosen = listChosen(filters).map(([name]) => name);
  // With a text, provisions are those of the clauses that hold it.
  const columnNames = chosen.filter((name) => !found.textual || name !== 'provision');
  const narrowing = await loadColumns(directory, columnNames, day);
  const reader = createTextReader(found, asked);
  const judge = createFilter(filters, narrowing.columns);
  const candidates = await chooseCandidates(directory, found, request, reader, judge);
  const sorted = await sortCandidates(directory, candidates, request.sort);
  signal?.throwIfAborted();

  const { kept, sure, whole } = await readUntil(candidates, sorted.ids, page * size);
  const shown = kept.slice(page * size - size, page * size);
  const isRead = await succeeds(reader.readAll(shown));
  const counted = await countCandidates(directory, candidates, wantedNames(request), {
    filters,
    day,
  });
  // Texts that were believed to hold the question and do not.
  const wrong = kept.filter(reader.isRefuted);
  const records = await directory.read(shown);
  const hits = shown.flatMap((id, at): readonly SearchHit[] => {
    const record = records[at];
    if (!record || reader.isRefuted(id)) return [];
    return [toHit(record, found.order.get(id) ?? 'all', reader.clausesOf(id, true), language)];
  });
  signal?.throwIfAborted();

  const total = kept.length + sure.length - wrong.length;
  const isUnknown = found.order.size === 0 || (total === 0 && chosen.length === 0);
  return {
    degraded: found.degraded || narrowing.failed || sorted.failed || !isRead || counted.failed,
    hits,
    total,
    exact: !found.cut && wrong.length === 0 && whole && !narrowing.failed,
    facets: counted.facets,
    nearest: isUnknown ? await listNearest(directory, asked) : [],
    ...(total === 0 && chosen.length > 0 && { hidden: countHidden(candidates, chosen) }),
  };
}

const succeeds = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  );

/** Those that stand, in the order that was asked for; as they were gathered where its places cannot be read. */
async function sortCandidates(
  directory: Directory,
  candidates: Candidates,
  sort: SearchRequest['sort'] = 'relevance',
): Promise<{ readonly ids: readonly number[]; readonly failed: boolean }> {
  const ids = candidates.ids.filter((id) => passes(candidates, id));
  if (sort === 'relevance') return { ids, failed: false };
  const places = await directory.order(sort).catch(() => null);
  return { ids: places ? sortByPlaces(ids, places) : ids, failed: places === null };
}

/** Hits of standards with a number near to the question's, which found nothing. */
async function listNearest(
  directory: Directory,
  { query, request }: Asked,
): Promise<readonly SearchHit[]> {
  if (query === '') return [];
  const { findNearest } = await import('./directory/nearest.ts');
  const near = await findNearest(directory, query, NEAREST_SHOWN);
  const records = await directory.read(near);
  return records.map((each) => toHit(each, 'number', [], request.language));
}

/** How many candidates there would be without any filter, and without each. */
function countHidden(
  candidates: Candidates,
  chosen: readonly FilterName[],
): NonNullable<Answered['hidden']> {
  const count = (without: FilterName | 'all') =>
    candidates.ids.filter((id) => passes(candidates, id, without)).length;
  return { total: count('all'), without: chosen.map((name) => ({ name, total: count(name) })) };
}
