import { MOST_CLAUSES } from '../shared/choose-clauses.ts';
import type { FilterName, Filters, SearchAnswer, SearchHit, SearchRequest } from '../contract.ts';
import { sortByPlaces } from './directory/columns.ts';
import { wantedNames } from '../shared/facet-counts.ts';
import { findNearest } from './directory/nearest.ts';
import type { Directory } from './directory/open.ts';
import type { TextClause } from './pagefind/check-text.ts';
import { standardPath } from '../paths.ts';
import type { StandardRecord } from '../record/index.ts';
import type { Window } from '../shared/window.ts';
import type { Gathered } from './gather.ts';
import { countFacets, listChosen, listSums, createFilter } from './narrow.ts';
import type { Columns, CandidateFilter } from './narrow.ts';

const NEAREST_SHOWN = 5;
/**
 * Texts of one question are all read up to so many, where its scope or filter is about clauses; beyond, only those shown. Where
 * only counts want it, fewer: a text is about 7 KB, and a first search should stay below 400 KB.
 */
const MOST_READ = 60;
const MOST_COUNTED = 14;
/** Texts read at once. */
const BATCH = 10;

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

/** Narrow, sort, count and draw what was gathered. */
export async function answerStandards(
  directory: Directory,
  found: Gathered,
  asked: Asked,
): Promise<Answered> {
  const { request, page, size, day, query, signal } = asked;
  const { filters = {}, scope, language } = request;
  const wanted = wantedNames(request);
  const chosen = listChosen(filters);
  // With a text, provisions are those of the clauses that hold it.
  const ownNames = (names: readonly FilterName[]) =>
    found.textual ? names.filter((name) => name !== 'provision') : names;
  let { degraded } = found;
  const fail = () => {
    degraded = true;
    return null;
  };
  const narrowing = await loadColumns(directory, ownNames(chosen.map(([name]) => name)), day);
  if (narrowing.failed) fail();
  const judge = createFilter(filters, narrowing.columns);

  const clauseLevel =
    found.textual && (scope === 'clauses' || (filters.provision ?? []).length > 0);
  const strict = clauseLevel || found.doubtful;
  const inScope =
    scope === 'clauses'
      ? (id: number) => found.texts.has(id) || (!found.textual && id < directory.hosted)
      : () => true;
  const base = [...found.order.keys()].filter(inScope);
  const asksClauses = clauseLevel || filters.provision !== undefined;
  const readable = found.texts.size <= (asksClauses ? MOST_READ : MOST_COUNTED);
  const reader = makeReader(found, asked);
  if (strict && readable) await reader.readAll([...found.texts.keys()]);

  // `without`: as if nothing of that name, or nothing at all, were chosen.
  const passes = (id: number, without?: FilterName | 'all') => {
    if (without !== 'all') {
      const failed = judge(id);
      if (failed !== null && failed !== without) return false;
    }
    if (!strict || !readable) return true;
    const some = without !== 'all' && without !== 'provision';
    return clauseLevel && (some || scope === 'clauses')
      ? reader.clausesOf(id, some).length > 0
      : reader.holds(id) || found.order.get(id) !== 'text';
  };
  const listed = base.filter((id) => passes(id));
  const places =
    request.sort && request.sort !== 'relevance'
      ? await directory.order(request.sort).catch(fail)
      : null;
  const sorted = places ? sortByPlaces(listed, places) : listed;
  signal?.throwIfAborted();

  const end = page * size;
  const unread = strict && !readable;
  const { kept, looked } = unread
    ? await fill(sorted, end, found, reader, clauseLevel)
    : { kept: sorted, looked: sorted.length };
  // Of those not looked at only titles and numbers are sure.
  const sure = sorted.slice(looked).filter((id) => !clauseLevel && found.order.get(id) !== 'text');
  const shown = kept.slice(end - size, end);
  await reader.readAll(shown).catch(fail);
  const counting = { wanted, judge, passes, reader, readable, found, filters, day };
  const counted = wanted.length > 0 ? await count(directory, base, counting) : null;
  // Texts that were believed to hold the question and do not.
  const wrong = kept.filter((id) => isRefuted(id, found, reader));
  const records = await directory.read(shown);
  const hits = shown.flatMap((id, at): readonly SearchHit[] => {
    const record = records[at];
    if (!record || isRefuted(id, found, reader)) return [];
    const clauses = reader.clausesOf(id, true);
    return [toHit(record, found.order.get(id) ?? 'all', clauses, language)];
  });
  signal?.throwIfAborted();

  const total = kept.length + sure.length - wrong.length;
  if (counted?.failed) fail();
  const nothing = found.order.size === 0 || (total === 0 && chosen.length === 0);
  const empty = nothing && query !== '';
  const near = empty ? await findNearest(directory, query, NEAREST_SHOWN) : [];
  return {
    degraded,
    hits,
    total,
    exact:
      !found.cut &&
      wrong.length === 0 &&
      looked + sure.length === sorted.length &&
      !narrowing.failed,
    facets: counted?.facets ?? {},
    nearest: (await directory.read(near)).map((each) => toHit(each, 'number', [], language)),
    ...(total === 0 &&
      chosen.length > 0 && {
        hidden: {
          total: base.filter((id) => passes(id, 'all')).length,
          without: chosen.map(([name]) => ({
            name,
            total: base.filter((id) => passes(id, name)).length,
          })),
        },
      }),
  };
}

/** Found by its text alone, which was read and does not hold the question. */
function isRefuted(id: number, { order }: Gathered, reader: Reader): boolean {
  return order.get(id) === 'text' && reader.isWrong(id);
}

interface Reader {
  readonly readAll: (ids: readonly number[]) => Promise<void>;
  /** The text was read and holds the question. */
  readonly holds: (id: number) => boolean;
  /** The text was read and does not. */
  readonly isWrong: (id: number) => boolean;
  /** Clauses of a text that was read: those of the scope, and of the chosen kinds of provisions if `narrowed`. */
  readonly clausesOf: (id: number, narrowed: boolean) => readonly TextClause[];
}

function makeReader({ texts, textual }: Gathered, { request, signal }: Asked): Reader {
  const read = new Map<number, readonly TextClause[] | null>();
  const types: ReadonlySet<string> = new Set(request.filters?.provision);
  return {
    readAll: async (ids) => {
      const missing = ids.filter((id) => texts.has(id) && !read.has(id));
      for (let at = 0; at < missing.length; at += BATCH) {
        signal?.throwIfAborted();
        await Promise.all(
          missing.slice(at, at + BATCH).map(async (id) => {
            read.set(id, (await texts.get(id)?.())?.clauses ?? null);
          }),
        );
      }
    },
    holds: (id) => Boolean(read.get(id)),
    isWrong: (id) => read.get(id) === null,
    clausesOf: (id, narrowed) =>
      (read.get(id) ?? []).filter(
        ({ whole, provisions }) =>
          (whole || request.scope !== 'clauses') &&
          (!narrowed || !textual || types.size === 0 || provisions.some((type) => types.has(type))),
      ),
  };
}

/** Ids that stand after reading, as many as the page needs, and how many were looked at. */
async function fill(
  ids: readonly number[],
  enough: number,
  { order }: Gathered,
  reader: Reader,
  clauseLevel: boolean,
) {
  const kept: number[] = [];
  let looked = 0;
  while (looked < ids.length && kept.length < enough) {
    const batch = ids.slice(looked, looked + Math.min(BATCH, enough - kept.length));
    looked += batch.length;
    await reader.readAll(batch);
    const passes = (id: number) =>
      clauseLevel
        ? reader.clausesOf(id, true).length > 0
        : !reader.isWrong(id) || order.get(id) !== 'text';
    kept.push(...batch.filter(passes));
  }
  return { kept, looked };
}

interface Counting {
  readonly wanted: readonly FilterName[];
  readonly judge: CandidateFilter;
  readonly passes: (id: number, without?: FilterName) => boolean;
  readonly reader: Reader;
  readonly readable: boolean;
  readonly found: Gathered;
  readonly filters: Filters;
  readonly day: string;
}

async function count(
  directory: Directory,
  base: readonly number[],
  { wanted, judge, passes, reader, readable, found, filters, day }: Counting,
) {
  const names = directory.columns.filter(
    (name) => wanted.includes(name) && !(found.textual && name === 'provision'),
  );
  const { columns, failed } = await loadColumns(directory, names, day);
  if (failed) return { facets: {}, failed };
  const counted = found.textual && readable && wanted.includes('provision');
  const ids = base.filter((id) => passes(id, 'provision') && found.texts.has(id));
  let unread = false;
  if (counted) await reader.readAll(ids).catch(() => (unread = true));
  const pool = base.filter((id) => {
    const fails = judge(id);
    return fails !== 'several' && passes(id, fails ?? undefined) && !isRefuted(id, found, reader);
  });
  const facets = countFacets(pool, judge, columns, filters);
  if (!counted || unread) return { facets, failed: unread };
  const sums = new Map<string, number>();
  for (const id of ids) {
    const types = reader.clausesOf(id, false).flatMap(({ provisions }) => provisions);
    for (const type of new Set(types)) sums.set(type, (sums.get(type) ?? 0) + 1);
  }
  const provision = listSums(sums, filters.provision);
  return { facets: provision.length > 0 ? { ...facets, provision } : facets, failed };
}

/** Those that can be read. */
async function loadColumns(directory: Directory, names: readonly FilterName[], day: string) {
  let failed = false;
  const entries = await Promise.all(
    names.map(async (name) => {
      try {
        return [[name, await directory.column(name, day)] as const];
      } catch {
        failed = true;
        return [];
      }
    }),
  );
  const columns: Columns = new Map(entries.flat());
  return { columns, failed };
}

function toHit(
  record: StandardRecord,
  match: SearchHit['match'],
  clauses: readonly TextClause[],
  language: SearchRequest['language'],
): SearchHit {
  return {
    ...record,
    path: standardPath(record.slug, language),
    match,
    clauses: clauses.slice(0, MOST_CLAUSES).map(({ draw }) => draw()),
    clauseCount: clauses.length,
  };
}
