import type { StandardRecord, TextMode } from '../record/index.ts';
import { DIRECTORY_VERSION, unpackRecord } from './format.ts';
import type { DirectoryRoot, PackedRecord, Shard } from './format.ts';

/** Reads a JSON file of the directory: `fetch` in a browser, the file system elsewhere. */
export type LoadJson = (path: string) => Promise<unknown>;

/** All standards by number, title and pinyin; files are read when a question needs them, and kept. */
export interface Directory {
  readonly records: number;
  readonly hosted: number;
  readonly hostedLive: number;
  readonly texts: TextMode;
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
  readonly read: (ids: readonly number[]) => Promise<readonly StandardRecord[]>;
}

export interface TokenRecords {
  readonly token: string;
  readonly ids: readonly number[];
}

/** Throws when the root cannot be read or is of another version. */
export async function openDirectory(load: LoadJson): Promise<Directory> {
  const root = (await load('directory.json')) as DirectoryRoot;
  if (root.version !== DIRECTORY_VERSION) {
    throw new Error(`search directory of version ${root.version}, not ${DIRECTORY_VERSION}`);
  }
  const once = keepLoads(load);
  const loadShard = async (index: number): Promise<readonly TokenRecords[]> => {
    if (index < 0 || index >= root.shards.length) return [];
    const shard = (await once(`${root.folder}/t${index}.json`)) as Shard;
    return shard.map(([token, ...deltas]) => {
      let id = 0;
      return { token, ids: deltas.map((delta) => (id += delta)) };
    });
  };
  const scan: Directory['scan'] = async (from, keep, limit) => {
    const found: TokenRecords[] = [];
    for (
      let index = Math.max(0, findShard(root.shards, from));
      index < root.shards.length;
      index += 1
    ) {
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
    hosted: root.hosted,
    hostedLive: root.hostedLive,
    texts: root.texts,
    scan,
    around: (token) => loadShard(Math.max(0, findShard(root.shards, token))),
    find: async (token) => {
      const shard = await loadShard(findShard(root.shards, token));
      return shard.find((each) => each.token === token)?.ids ?? [];
    },
    read: async (ids) => {
      const blocks = new Map<number, readonly PackedRecord[]>();
      const wanted = [...new Set(ids.map((id) => Math.floor(id / root.block)))];
      await Promise.all(
        wanted.map(async (block) => {
          blocks.set(
            block,
            (await once(`${root.folder}/r${block}.json`)) as readonly PackedRecord[],
          );
        }),
      );
      return ids.flatMap((id) => {
        const packed = blocks.get(Math.floor(id / root.block))?.[id % root.block];
        return packed ? [unpackRecord(packed)] : [];
      });
    },
  };
}

/** The last shard whose first token is not after `token`; -1 when there is none. */
function findShard(firsts: readonly string[], token: string): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Each file once; a failed load is tried again at the next question. */
function keepLoads(load: LoadJson): LoadJson {
  const loads = new Map<string, Promise<unknown>>();
  return (path) => {
    const known = loads.get(path);
    if (known) return known;
    const loading = load(path).catch((error: unknown) => {
      loads.delete(path);
      throw error;
    });
    loads.set(path, loading);
    return loading;
  };
}
