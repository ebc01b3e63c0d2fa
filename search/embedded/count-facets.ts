import type { Facets, FilterName, Filters } from '../contract.ts';
import { passes } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import type { Directory } from './directory/open.ts';
import { countFacets, listSums } from './narrow.ts';
import type { Columns } from './narrow.ts';

/** Counts of the names that were asked for; `failed` where some of what they are counted by could not be read. */
export interface CountedFacets {
  readonly facets: Facets;
  readonly failed: boolean;
}

/** Returns the counts of candidates by the wanted names, provisions by the clauses that hold the question. */
export async function countCandidates(
  directory: Directory,
  candidates: Candidates,
  wanted: readonly FilterName[],
  { filters = {}, day }: { readonly filters: Filters | undefined; readonly day: string },
): Promise<CountedFacets> {
  if (wanted.length === 0) return { facets: {}, failed: false };
  const { found, reader, judge, readable, ids: base } = candidates;
  const names = directory.columns.filter(
    (name) => wanted.includes(name) && !(found.textual && name === 'provision'),
  );
  const { columns, failed } = await loadColumns(directory, names, day);
  if (failed) return { facets: {}, failed };
  const counted = found.textual && readable && wanted.includes('provision');
  const ids = base.filter((id) => passes(candidates, id, 'provision') && found.texts.has(id));
  let unread = false;
  if (counted) await reader.readAll(ids).catch(() => (unread = true));
  const pool = base.filter((id) => {
    const fails = judge(id);
    return (
      fails !== 'several' && passes(candidates, id, fails ?? undefined) && !reader.isRefuted(id)
    );
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

/** The columns of names that can be read, on a day; `failed` where one could not. */
export async function loadColumns(
  directory: Directory,
  names: readonly FilterName[],
  day: string,
): Promise<{ readonly columns: Columns; readonly failed: boolean }> {
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
  return { columns: new Map(entries.flat()), failed };
}
