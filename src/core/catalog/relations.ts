import { numberKey, parseNumber, undatedKey } from '../number/index.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { StandardRow } from '../model/row.ts';
import type { CatalogEntry } from './entry.ts';

/** One end of a replacement, seen from the other end. */
export interface Relation {
  /** Key of the other standard, in the library or not. */
  readonly key: string;
  /** Which part is replaced; absent when the whole is. */
  readonly partial?: string;
  /**
   * Who says so: the new standard, the record of the old one, both, or nobody (a newer year of the
   * same number).
   */
  readonly declaredBy: 'successor' | 'predecessor' | 'both' | 'number';
}

export interface Relations {
  readonly replaces: ReadonlyMap<string, readonly Relation[]>;
  readonly replacedBy: ReadonlyMap<string, readonly Relation[]>;
}

interface Edge {
  readonly successor: string;
  readonly predecessor: string;
  partial?: string;
  declaredBy: Relation['declaredBy'];
}

/** The key of a number in front matter; as written when it cannot be read. */
export function keyOfNumber(number: string): string {
  const result = parseNumber(number);
  return result.ok ? numberKey(result.number) : number;
}

/** Replacements from either side's word, each pair once. A standard never replaces itself. */
export function buildRelations(
  rows: readonly StandardRow[],
  records: readonly CatalogRecord[],
  editions: ReadonlyMap<string, readonly CatalogEntry[]>,
  canonical: (key: string) => string,
): Relations {
  const edges = new Map<string, Edge>();
  const add = (
    newer: string,
    older: string,
    declaredBy: 'successor' | 'predecessor',
    partial?: string,
  ) => {
    const successor = canonical(newer);
    const predecessor = canonical(older);
    if (successor === predecessor) return;
    const id = `${successor}\n${predecessor}`;
    const edge = edges.get(id);
    if (!edge) edges.set(id, { successor, predecessor, partial, declaredBy });
    else {
      edge.partial ??= partial;
      if (edge.declaredBy !== declaredBy) edge.declaredBy = 'both';
    }
  };
  for (const row of rows) {
    for (const { number, partial } of row.meta.replaces) {
      add(row.key, keyOfNumber(number), 'successor', partial);
    }
  }
  for (const record of records) {
    for (const key of record.replaces) add(record.key, key, 'successor');
    for (const key of record.replacedBy) add(key, record.key, 'predecessor');
  }
  inferFromNumbers(editions, edges);
  inferFromNatures(editions, edges);

  const replaces = new Map<string, Relation[]>();
  const replacedBy = new Map<string, Relation[]>();
  const put = (map: Map<string, Relation[]>, from: string, to: string, edge: Edge) => {
    const { partial, declaredBy } = edge;
    const relation = { key: to, declaredBy, ...(partial !== undefined && { partial }) };
    const list = map.get(from);
    if (list) list.push(relation);
    else map.set(from, [relation]);
  };
  for (const edge of edges.values()) {
    put(replaces, edge.successor, edge.predecessor, edge);
    put(replacedBy, edge.predecessor, edge.successor, edge);
  }
  return { replaces, replacedBy };
}

/** A newer year of the same number replaces the older one even if nobody wrote it down. */
function inferFromNumbers(
  editions: ReadonlyMap<string, readonly CatalogEntry[]>,
  edges: Map<string, Edge>,
): void {
  for (const list of editions.values()) {
    for (let at = 1; at < list.length; at += 1) {
      const older = list[at];
      const newer = list.slice(0, at).findLast(({ row }) => row?.meta.status !== 'draft');
      if (!older || !newer || older.year === newer.year || !older.year || !newer.year) continue;
      const id = `${newer.key}\n${older.key}`;
      if (edges.has(id)) continue;
      // The source of a record that calls the older edition valid knew of the newer one already.
      const recorded = older.row ? undefined : older.record;
      const known = newer.implemented ?? newer.issued;
      if (recorded?.status === '现行' && (known === undefined || known <= recorded.asOf)) continue;
      edges.set(id, { successor: newer.key, predecessor: older.key, declaredBy: 'number' });
    }
  }
}

/**
 * A newer edition under the same serial with or without `/T` replaces one that its source calls withdrawn or replaced and
 * of which nobody names the successor (`GB 15671-1995`, `GB/T 15671-2009`). National and industry codes only: there both
 * kinds are numbered in one sequence.
 */
function inferFromNatures(
  editions: ReadonlyMap<string, readonly CatalogEntry[]>,
  edges: Map<string, Edge>,
): void {
  const kin = new Map<string, CatalogEntry[]>();
  for (const [first] of editions.values()) {
    if (!first?.parsed || (first.family !== 'national' && first.family !== 'industry')) continue;
    if (first.parsed.nature === null || first.parsed.form !== 'plain') continue;
    const stem = undatedKey({ ...first.parsed, nature: 'mandatory' });
    const list = kin.get(stem);
    const all = editions.get(first.undated) ?? [];
    if (list) list.push(...all);
    else kin.set(stem, [...all]);
  }
  const replaced = new Set(
    [...edges.values()].flatMap(({ predecessor, partial }) =>
      partial === undefined ? [predecessor] : [],
    ),
  );
  for (const list of kin.values()) {
    if (new Set(list.map(({ undated }) => undated)).size < 2) continue;
    for (const older of list) {
      const said = older.record?.status;
      if (older.row || (said !== '废止' && said !== '被代替') || replaced.has(older.key)) continue;
      const [newer] = list
        .filter(({ undated, year, row }) => {
          const later = year !== undefined && older.year !== undefined && year > older.year;
          return later && undated !== older.undated && row?.meta.status !== 'draft';
        })
        .toSorted((a, b) => ((a.year ?? '') < (b.year ?? '') ? -1 : 1));
      if (!newer) continue;
      const [successor, predecessor] = [newer.key, older.key];
      edges.set(`${successor}\n${predecessor}`, { successor, predecessor, declaredBy: 'number' });
    }
  }
}

/**
 * Where the chain of whole replacements ends: the standards nothing replaces. Walks each standard
 * once, so a cycle ends the walk; inside a pure cycle the result is empty.
 */
export function findHeirs(key: string, relations: Relations): readonly string[] {
  const seen = new Set([key]);
  const queue = [key];
  const ends: string[] = [];
  for (const at of queue) {
    const next = (relations.replacedBy.get(at) ?? []).filter(
      ({ partial }) => partial === undefined,
    );
    if (next.length === 0 && at !== key) ends.push(at);
    for (const { key: successor } of next) {
      if (seen.has(successor)) continue;
      seen.add(successor);
      queue.push(successor);
    }
  }
  return ends;
}
