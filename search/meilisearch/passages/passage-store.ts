import { crc32 } from 'node:zlib';
import { changeStore, withStore } from '#library/store.ts';
import type { Store } from '#library/store.ts';
import type { HeardPairs, KeptShards, ShardPatch } from './patch-shards.ts';
import type { CountedText } from './standard-postings.ts';

/** An index of passages as a store has it, but for the passages. */
export interface KeptIndex {
  /** Of the code that made it. */
  readonly code: string;
  /** Tells this state from every other. */
  readonly state: string;
  /** As of `PlacedStandards`. */
  readonly room: number;
  /** First token of each shard, in order, with the digest of its content. */
  readonly shards: readonly ShardMark[];
  /** By slug. */
  readonly standards: ReadonlyMap<string, KeptStandard>;
}

export type ShardMark = readonly [first: string, digest: string];

/** A standard of which the passages are kept. */
export interface KeptStandard {
  /** Of all that its passages are made from. */
  readonly stamp: string;
  readonly slot: number;
  readonly texts: readonly CountedText[];
}

/** What is to be written: null goes. */
export interface IndexChange extends Pick<ShardPatch, 'contents' | 'long' | 'heard'> {
  readonly standards: ReadonlyMap<
    string,
    (KeptStandard & { readonly lists?: ReadonlyMap<string, string> }) | null
  >;
}

/** What is kept is damaged, or somebody else has just written to it. */
export class LostPassages extends Error {
  override readonly name = 'LostPassages';
}

/** Beside the tables of every store: a store without them is no other version. */
const schema = `
create table if not exists passage_index (
  id integer primary key check (id = 1), code text not null, state text not null, room integer not null,
  shards text not null
);
create table if not exists passage_standards (
  slug text primary key, stamp text not null, slot integer not null, texts text not null, lists text not null
);
create table if not exists passage_shards (first text primary key, content text not null);
create table if not exists passage_long (token text primary key, postings text not null) without rowid;
create table if not exists passage_sounds (sound text primary key, pairs text not null) without rowid;
`;

/** The index that is kept in a store; null where there is none, or another code made it. Throws `LostPassages`. */
export function loadIndex(cache: string, code: string): KeptIndex | null {
  return withStore(cache, ({ database, prepare }): KeptIndex | null => {
    database.exec(schema);
    const found = prepare('select * from passage_index where code = ?').get(code);
    if (!found) return null;
    const standards = prepare('select slug, stamp, slot, texts from passage_standards')
      .all()
      .map(({ slug, stamp, slot, texts }): [string, KeptStandard] => [
        String(slug),
        { stamp: String(stamp), slot: Number(slot), texts: readJson(texts) as CountedText[] },
      ]);
    return {
      code,
      state: String(found['state']),
      room: Number(found['room']),
      shards: readJson(found['shards']) as ShardMark[],
      standards: new Map(standards),
    };
  });
}

/** The postings of a standard that are kept, as `StandardPostings` has them. Throws `LostPassages`. */
export function loadLists(cache: string, slug: string): ReadonlyMap<string, string> {
  const lists = readOne(cache, 'select lists from passage_standards where slug = ?', slug);
  const lines = lists === '' ? [] : lists.split('\n');
  return new Map(
    lines.map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}

/** The shards that are kept, read as they are asked for; what is asked throws `LostPassages`. */
export function openShardsOf(cache: string, { shards }: Pick<KeptIndex, 'shards'>): KeptShards {
  const one = (sql: string) => (key: string) => readOne(cache, sql, key);
  const heard = one('select pairs from passage_sounds where sound = ?');
  const isThere = (sound: string) =>
    withStore(cache, ({ prepare }) =>
      prepare('select 1 from passage_sounds where sound = ?').get(sound),
    ) !== undefined;
  return {
    firsts: shards.map(([first]) => first),
    read: one('select content from passage_shards where first = ?'),
    readLong: one('select postings from passage_long where token = ?'),
    readHeard: (sound): HeardPairs =>
      new Map(isThere(sound) ? (JSON.parse(heard(sound)) as [string, number][]) : []),
  };
}

/**
 * Keeps an index in the place of the one that was read before (`before`; null: of whatever there was, which goes). Where somebody
 * else wrote meanwhile theirs stays.
 */
export function storeIndex(
  cache: string,
  before: KeptIndex | null,
  index: Omit<KeptIndex, 'standards'>,
  change: IndexChange,
): void {
  changeStore(cache, (store) => {
    store.database.exec(schema);
    const found = store.prepare('select code, state from passage_index').get();
    if (before && (found?.['state'] !== before.state || found['code'] !== before.code)) return;
    if (!before) {
      store.database.exec(
        'delete from passage_standards; delete from passage_shards; delete from passage_long; delete from passage_sounds',
      );
    }
    const { code, state, room, shards } = index;
    store
      .prepare('insert or replace into passage_index values (1, ?, ?, ?, ?)')
      .run(code, state, room, seal(JSON.stringify(shards)));
    writeStandards(store, change.standards);
    const put = (table: string, rows: Iterable<readonly [string, string | null]>) => {
      for (const [key, value] of rows) {
        if (value === null) store.prepare(`delete from ${table} where ${keys[table]} = ?`).run(key);
        else store.prepare(`insert or replace into ${table} values (?, ?)`).run(key, seal(value));
      }
    };
    const stays = new Set(shards.map(([first]) => first));
    const gone = (before?.shards ?? []).filter(([first]) => !stays.has(first));
    put('passage_shards', [...change.contents, ...gone.map(([first]) => [first, null] as const)]);
    put('passage_long', change.long);
    put(
      'passage_sounds',
      [...change.heard].map(([sound, pairs]) => [
        sound,
        pairs.size > 0 ? JSON.stringify([...pairs]) : null,
      ]),
    );
  });
}

const keys: Readonly<Record<string, string>> = {
  passage_shards: 'first',
  passage_long: 'token',
  passage_sounds: 'sound',
};

function writeStandards({ prepare }: Store, standards: IndexChange['standards']): void {
  for (const [slug, standard] of standards) {
    if (standard === null) {
      prepare('delete from passage_standards where slug = ?').run(slug);
      continue;
    }
    const { stamp, slot, texts, lists } = standard;
    if (!lists) {
      prepare('update passage_standards set slot = ? where slug = ?').run(slot, slug);
      continue;
    }
    const lines = [...lists].map(([token, postings]) => `${token} ${postings}`).join('\n');
    prepare('insert or replace into passage_standards values (?, ?, ?, ?, ?)').run(
      slug,
      stamp,
      slot,
      seal(JSON.stringify(texts)),
      seal(lines),
    );
  }
}

function readOne(cache: string, sql: string, key: string): string {
  const found = withStore(cache, ({ prepare }) => prepare(sql).get(key));
  if (!found) throw new LostPassages();
  return unseal(Object.values(found)[0]);
}

const readJson = (sealed: unknown): unknown => JSON.parse(unseal(sealed));

/** A text with a sum by which it is known to be whole. */
const seal = (content: string): string => `${crc32(content)} ${content}`;

function unseal(sealed: unknown): string {
  const text = String(sealed);
  const space = text.indexOf(' ');
  const content = text.slice(space + 1);
  if (text.slice(0, space) !== String(crc32(content))) throw new LostPassages();
  return content;
}
