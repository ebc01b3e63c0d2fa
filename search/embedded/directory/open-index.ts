import { lastAtMost } from '#search/shared/shards.ts';
import type { IndexRoot, Shard } from './format.ts';

/** Reads a JSON file of the directory: `fetch` in a browser, the file system elsewhere. */
export type LoadJson = (path: string) => Promise<unknown>;

export interface TokenRecords {
  readonly token: string;
  readonly ids: readonly number[];
}

/** Records by tokens; files are read when a question needs them, and kept. */
export interface TokenIndex<T> {
  readonly records: number;
  /** Records that have a token, in order of rank. */
  readonly find: (token: string) => Promise<readonly number[]>;
  /** Tokens from `from` in sorted order while `keep` holds, `limit` at most. */
  readonly scan: (
    from: string,
    keep: (token: string) => boolean,
    limit: number,
  ) => Promise<readonly TokenRecords[]>;
  /** Tokens of the shard that would hold `token`: its neighbours in sorted order. */
  readonly around: (token: string) => Promise<readonly TokenRecords[]>;
  readonly read: (ids: readonly number[]) => Promise<readonly T[]>;
}

/** `load` is asked for each file once; it should keep what it has. */
export function openIndex<T>(
  root: IndexRoot,
  load: LoadJson,
  unpack: (packed: unknown) => T,
): TokenIndex<T> {
  const { shards, block } = root;
  const opened = new Map<number, readonly TokenRecords[]>();
  const loadShard = async (index: number): Promise<readonly TokenRecords[]> => {
    if (index < 0 || index >= shards.length) return [];
    const known = opened.get(index);
    if (known) return known;
    const shard = (await load(`t${index}.json`)) as Shard;
    const lists = shard.map(([token, ...deltas]) => {
      let id = 0;
      return { token, ids: deltas.map((delta) => (id += delta)) };
    });
    opened.set(index, lists);
    return lists;
  };
  const scan: TokenIndex<T>['scan'] = async (from, keep, limit) => {
    const found: TokenRecords[] = [];
    for (let index = Math.max(0, lastAtMost(shards, from)); index < shards.length; index += 1) {
      for (const each of await loadShard(index)) {
        if (each.token < from) continue;
        if (!keep(each.token) || found.length >= limit) return found;
        found.push(each);
      }
    }
    return found;
  };
  return {
    records: root.records,
    scan,
    around: (token) => loadShard(Math.max(0, lastAtMost(shards, token))),
    find: async (token) => {
      const shard = await loadShard(lastAtMost(shards, token));
      return shard.find((each) => each.token === token)?.ids ?? [];
    },
    read: async (ids) => {
      const blocks = new Map<number, readonly unknown[]>();
      const wanted = [...new Set(ids.map((id) => Math.floor(id / block)))];
      await Promise.all(
        wanted.map(async (at) => {
          blocks.set(at, (await load(`r${at}.json`)) as readonly unknown[]);
        }),
      );
      return ids.flatMap((id) => {
        const packed = blocks.get(Math.floor(id / block))?.[id % block];
        return packed === undefined ? [] : [unpack(packed)];
      });
    },
  };
}

/** Each name once; a failed load is tried again at the next question. */
export function keepLoads<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loads = new Map<string, Promise<T>>();
  return (name) => {
    const known = loads.get(name);
    if (known) return known;
    const loading = load(name).catch((error: unknown) => {
      loads.delete(name);
      throw error;
    });
    loads.set(name, loading);
    return loading;
  };
}
