import type { FilterName, SearchRequest } from '../contract.ts';
import type { Directory } from './directory/open.ts';
import type { Gathered } from './gather.ts';
import type { CandidateFilter } from './narrow.ts';
import { BATCH } from './text-reader.ts';
import type { TextReader } from './text-reader.ts';

/**
 * Texts of one question are all read up to so many, where its scope or filter is about clauses; beyond, only those shown. Where
 * only counts want it, fewer: a text is about 7 KB, and a first search should stay below 400 KB.
 */
const MOST_READ = 60;
const MOST_COUNTED = 14;

/** The standards that were gathered for a question, as its scope and its filters ask for them. */
export interface Candidates {
  readonly found: Gathered;
  readonly reader: TextReader;
  readonly judge: CandidateFilter;
  /** Ids in the scope, in the order of relevance. */
  readonly ids: readonly number[];
  readonly scope: SearchRequest['scope'];
  /** The scope or a filter is about clauses: a standard stands by those it has. */
  readonly byClauses: boolean;
  /** There are few enough texts to read them all. */
  readonly readable: boolean;
  /** Each text has to be read before it counts. */
  readonly strict: boolean;
}

/** The candidates of a question; where each text has to be read, and they are few enough, they have been. */
export async function chooseCandidates(
  directory: Directory,
  found: Gathered,
  { scope, filters = {} }: SearchRequest,
  reader: TextReader,
  judge: CandidateFilter,
): Promise<Candidates> {
  const byClauses = found.textual && (scope === 'clauses' || (filters.provision ?? []).length > 0);
  const strict = byClauses || found.doubtful;
  const asksClauses = byClauses || filters.provision !== undefined;
  const readable = found.texts.size <= (asksClauses ? MOST_READ : MOST_COUNTED);
  const inScope = (id: number) =>
    scope !== 'clauses' || found.texts.has(id) || (!found.textual && id < directory.hosted);
  const ids = [...found.order.keys()].filter(inScope);
  if (strict && readable) await reader.readAll([...found.texts.keys()]);
  return { found, reader, judge, ids, scope, byClauses, readable, strict };
}

/** Whether a candidate stands; `without`: as if nothing of that name, or nothing at all, were chosen. */
export function passes(
  { found, reader, judge, scope, byClauses, readable, strict }: Candidates,
  id: number,
  without?: FilterName | 'all',
): boolean {
  if (without !== 'all') {
    const failed = judge(id);
    if (failed !== null && failed !== without) return false;
  }
  if (!strict || !readable) return true;
  const some = without !== 'all' && without !== 'provision';
  return byClauses && (some || scope === 'clauses')
    ? reader.clausesOf(id, some).length > 0
    : reader.holds(id) || found.order.get(id) !== 'text';
}

/** Of ids in their order those that stand up to the end of a page, and those that stand unread behind it. */
export interface ReadCandidates {
  readonly kept: readonly number[];
  /** After those looked at, the ones whose titles or numbers were found. */
  readonly sure: readonly number[];
  /** Whether each of all is among `kept` or `sure`, or is known not to stand. */
  readonly whole: boolean;
}

/** Reads as many texts as the page that ends at `end` needs, where not all of them were read. */
export async function readUntil(
  { found, reader, byClauses, readable, strict }: Candidates,
  ids: readonly number[],
  end: number,
): Promise<ReadCandidates> {
  if (!strict || readable) return { kept: ids, sure: [], whole: true };
  const kept: number[] = [];
  let looked = 0;
  const stands = (id: number) =>
    byClauses ? reader.clausesOf(id, true).length > 0 : !reader.isRefuted(id);
  while (looked < ids.length && kept.length < end) {
    const batch = ids.slice(looked, looked + Math.min(BATCH, end - kept.length));
    looked += batch.length;
    await reader.readAll(batch);
    kept.push(...batch.filter(stands));
  }
  const rest = ids.slice(looked);
  const sure = rest.filter((id) => !byClauses && found.order.get(id) !== 'text');
  return { kept, sure, whole: sure.length === rest.length };
}
