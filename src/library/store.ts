import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/** The database of one library as one state of the compiler makes it. */
export interface Store {
  readonly database: DatabaseSync;
  /** A statement, prepared once. */
  readonly prepare: (sql: string) => StatementSync;
}

/** Written into the file; one of another version is made anew. */
const version = 4;

/** A body of 60 KB lies on four pages: half the processor time of pages of 4 KB, measured on 400 bodies. */
const pageSize = 16_384;

/** How long a writer waits for another one. */
const patienceMs = 30_000;

/** Connections that stay open in this process; a run has to do with one library, tests with many. */
const mostOpen = 4;

const schema = `
create table entries (
  path text primary key, digest text not null, stat text not null, body text,
  own blob not null, refs blob not null, sum integer not null
);
create index named_bodies on entries (body);
create table bodies (
  name text primary key, made integer not null, page blob not null, rest blob not null,
  named text not null, names text not null
);
create index bodies_named on bodies (named);
create table states (
  id integer primary key autoincrement, site text not null, name text not null, code text not null
);
create table pages (
  site text not null, path text not null, key text not null, primary key (site, path)
) without rowid;
create table undone (
  state integer not null, path text not null, key text, primary key (state, path)
) without rowid;
create table shapes (
  site text not null, key text not null, digest text not null, shape text not null,
  primary key (site, key)
) without rowid;
create table facts (name text primary key, value text not null) without rowid;
`;

interface Connection extends Store {
  /** The file that it was opened on: another may have taken its place. */
  readonly inode: bigint;
}

const open = new Map<string, Connection>();
const warned = new Set<string>();
let isWatched = false;

/** The file of a cache's database. */
export function storePath(cache: string): string {
  return join(cache, 'library.sqlite');
}

/**
 * What `work` answers with the database of a cache; `null` when no database can be kept there, of which
 * the user is told once. One that is damaged is made anew, empty.
 *
 * @throws when the disk is full, and what `work` throws itself
 */
export function withStore<T>(cache: string, work: (store: Store) => T): T | null {
  for (const attempt of ['first', 'again'] as const) {
    try {
      return work(connect(cache));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'other' || code === 'full') throw error;
      disconnect(cache);
      if (code === 'damaged' && attempt === 'first') removeStore(cache);
      else if (code === 'unusable' || attempt === 'again') return warn(cache, error);
    }
  }
  return null;
}

/** As {@link withStore}, whole or not at all: a process that is killed inside leaves what was there before. */
export function changeStore(cache: string, work: (store: Store) => void): void {
  withStore(cache, (store) => {
    const { database } = store;
    database.exec('begin immediate');
    try {
      work(store);
      database.exec('commit');
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  });
}

/**
 * Close what this process has open, of one cache or of all; it is opened again when it is wanted. Whoever closes last leaves
 * one file: journal and shared memory go.
 */
export function closeStores(cache?: string): void {
  for (const each of cache === undefined ? [...open.keys()] : [cache]) disconnect(each);
}

function connect(cache: string): Store {
  const path = storePath(cache);
  const known = open.get(cache);
  if (known && inodeOf(path) === known.inode) {
    open.delete(cache);
    open.set(cache, known);
    return known;
  }
  disconnect(cache);
  mkdirSync(cache, { recursive: true });
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    prepareDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();
  const connection: Connection = {
    database,
    inode: inodeOf(path),
    prepare: (sql) => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
  if (!isWatched) process.once('exit', () => closeStores());
  isWatched = true;
  open.set(cache, connection);
  for (const other of [...open.keys()].slice(0, -mostOpen)) disconnect(other);
  return connection;
}

/**
 * Everything in it can be made again, and what is read is held to its digest: so the disk is not waited
 * for. A disk that cannot do WAL (shared memory is wanted for it) keeps the older journal.
 */
function prepareDatabase(database: DatabaseSync): void {
  database.exec(`pragma page_size = ${pageSize}; pragma journal_mode = wal;
    pragma synchronous = off; pragma wal_autocheckpoint = 1000; pragma trusted_schema = off`);
  if (versionOf(database) === version) return;
  database.exec('begin immediate');
  try {
    // Another process may have been quicker.
    const found = versionOf(database);
    if (found !== version && found !== 0) throw new OtherVersion();
    if (found === 0) database.exec(`${schema} pragma user_version = ${version}`);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('pragma user_version').get()?.['user_version'];
}

class OtherVersion extends Error {}

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const codes: Readonly<Record<number, 'damaged' | 'full' | 'unusable'>> = {
  1: 'damaged', // ERROR: a table or a column is not there.
  3: 'unusable', // PERM
  5: 'unusable', // BUSY
  8: 'unusable', // READONLY
  10: 'unusable', // IOERR: no locks or no shared memory on a network disk, among others.
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'unusable', // CANTOPEN
  15: 'unusable', // PROTOCOL: locks of a network disk.
  22: 'unusable', // NOLFS
  26: 'damaged', // NOTADB
};

function codeOf(error: unknown): 'damaged' | 'full' | 'unusable' | 'other' {
  if (error instanceof OtherVersion) return 'damaged';
  if (!(error instanceof Error)) return 'other';
  if ('errcode' in error) return codes[Number(error.errcode) & 0xff] ?? 'other';
  const isOfFiles =
    'code' in error && /^E(?:ACCES|PERM|ROFS|NOTDIR|EXIST)$/.test(String(error.code));
  return isOfFiles && 'path' in error ? 'unusable' : 'other';
}

function disconnect(cache: string): void {
  const connection = open.get(cache);
  open.delete(cache);
  try {
    connection?.database.close();
  } catch {
    // It was damaged.
  }
}

function removeStore(cache: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(storePath(cache) + end, { force: true });
}

function warn(cache: string, error: unknown): null {
  if (warned.has(cache)) return null;
  warned.add(cache);
  const reason = error instanceof Error ? error.message : String(error);
  process.emitWarning(
    `缓存 ${storePath(cache)} 用不了（${reason}），这次全部重新编译；用 BIAOLIAN_CACHE 指定一个可写的本机文件夹。\n` +
      `The cache ${storePath(cache)} cannot be used (${reason}): everything is compiled anew this time. Name a writable folder on a local disk with BIAOLIAN_CACHE.`,
  );
  return null;
}

function inodeOf(path: string): bigint {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? -1n;
}
