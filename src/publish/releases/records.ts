import { mkdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { OutputRefused, writeStamp } from '../output.ts';
import type { SiteFolders } from './site-folders.ts';
import type { Change, Release } from './release.ts';
import {
  begin,
  forgetBefore,
  listUndone,
  readManifest,
  readSetting,
  settle,
  toChange,
  toRelease,
  writeSetting,
} from './statements.ts';
import type { FileFacts } from './tree.ts';

export type { Change, Release, ReleaseFacts } from './release.ts';

/** The records of the releases of one site; one transaction a step. */
export interface Records {
  /** Oldest first, the last one is what readers see; without one that is under way. */
  readonly releases: () => readonly Release[];
  readonly live: () => Release | undefined;
  /** A release that was begun and of which it is not known yet whether it came into its place. */
  readonly pending: () => Release | undefined;
  readonly fileAt: (path: string) => FileFacts | undefined;
  /** Paths of the live release that begin with some letters. */
  readonly pathsBelow: (start: string) => readonly string[];
  /** Whether the live release has files in a folder. */
  readonly hasFolder: (path: string) => boolean;
  /** All files of a release, the live one by default. */
  readonly manifest: (seq?: number) => Map<string, FileFacts>;
  readonly changes: (seq: number) => readonly Change[];
  /** What brings the files of the live release to those of an earlier one. */
  readonly changesBack: (seq: number) => readonly Change[];
  /** Write down what is about to be done. From here on the standby tree may differ in these files. */
  readonly begin: (release: Omit<Release, 'seq'>, changes: readonly Change[]) => Release;
  /** The release that was begun is the live one. */
  readonly settle: () => void;
  /** The release that was begun never came. */
  readonly cancel: () => void;
  /** Whether the standby tree is whole, and in which files it may differ from the site. */
  readonly standby: () => { readonly isReady: boolean; readonly differs: readonly string[] };
  readonly setStandby: (isReady: boolean) => void;
  /** Digests of earlier versions that releases before `seq` have and none from it on. */
  readonly forgetBefore: (seq: number) => readonly string[];
  /** Begin anew: nothing is known of any release. */
  readonly forgetAll: () => void;
  readonly setting: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
  readonly close: () => void;
}

/** The number in the head of the file by which it is known as ours, and the version of its tables. */
const applicationId = 0x62_69_61_6f;
const version = 1;

const schema = `
CREATE TABLE release (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, state TEXT NOT NULL, whole INTEGER NOT NULL,
  added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL,
  files INTEGER NOT NULL, bytes INTEGER NOT NULL, facts TEXT NOT NULL);
CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE change (
  seq INTEGER NOT NULL, path TEXT NOT NULL, before TEXT, size_before INTEGER, after TEXT, size_after INTEGER,
  PRIMARY KEY (seq, path)) WITHOUT ROWID;
CREATE TABLE differs (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${version};`;

const tables = ['release', 'file', 'change', 'differs', 'setting'] as const;

/**
 * Open the records of a site, made when absent. Damaged ones, and those of an earlier version, are begun anew: then the
 * site as it stands is the first release.
 *
 * @throws {OutputRefused} when they are of a later version, or cannot be written
 */
export function openRecords({ folder, database }: SiteFolders): Records {
  mkdirSync(folder, { recursive: true });
  writeStamp(folder, 'releases');
  try {
    return toRecords(connect(database, folder));
  } catch (error) {
    const code = sqliteCode(error);
    if (code === READONLY || code === CANTOPEN) throw new OutputRefused(cannotWrite(folder));
    if (code !== CORRUPT && code !== NOTADB) throw error;
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(database + end, { force: true });
    return toRecords(connect(database, folder));
  }
}

/** As {@link openRecords}, to read only; undefined where there are none. */
export function readRecords({ database, folder }: SiteFolders): Records | undefined {
  try {
    const db = new DatabaseSync(database, { readOnly: true });
    if (numberOf(db, 'application_id') !== applicationId) return undefined;
    refuseLater(numberOf(db, 'user_version'), folder);
    return toRecords(db);
  } catch (error) {
    if (sqliteCode(error) === undefined) throw error;
    return undefined;
  }
}

const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & 0xff;
}

function connect(database: string, folder: string): DatabaseSync {
  const db = new DatabaseSync(database);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    // Where the disk has no shared memory, SQLite stays with its older journal by itself.
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    const known = numberOf(db, 'application_id') === applicationId;
    if (known) refuseLater(numberOf(db, 'user_version'), folder);
    if (known && numberOf(db, 'user_version') === version) {
      for (const table of tables) db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
      return db;
    }
    if (numberOf(db, 'schema_version') > 0) throw Object.assign(new Error(), { errcode: NOTADB });
    transact(db, () => db.exec(schema));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function numberOf(db: DatabaseSync, pragma: string): number {
  return Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
}

function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    if (sqliteCode(error) === FULL) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    throw error;
  }
}

function toRecords(db: DatabaseSync): Records {
  const ofState = (state: string) => {
    const row = db.prepare('SELECT * FROM release WHERE state = ? ORDER BY seq DESC').get(state);
    return row && toRelease(row);
  };
  const pending = () => ofState('pending');
  const readFile = db.prepare('SELECT sha256, size FROM file WHERE path = ?');
  const live = () => ofState('live');
  const changes = (seq: number) =>
    db.prepare('SELECT * FROM change WHERE seq = ? ORDER BY path').all(seq).map(toChange);
  return {
    releases: () =>
      db
        .prepare("SELECT * FROM release WHERE state <> 'pending' ORDER BY seq")
        .all()
        .map(toRelease),
    live,
    pending,
    fileAt: (path) => {
      const row = readFile.get(path);
      return row && { sha256: String(row['sha256']), size: Number(row['size']) };
    },
    pathsBelow: (start) =>
      db
        .prepare('SELECT path FROM file WHERE path >= ? AND path < ? ORDER BY path')
        .all(start, `${start}\u{10ffff}`)
        .map(({ path }) => String(path)),
    hasFolder: (path) =>
      db
        .prepare('SELECT 1 FROM file WHERE path > ? AND path < ? LIMIT 1')
        .get(`${path}/`, `${path}/\u{10ffff}`) !== undefined,
    manifest: (seq) => readManifest(db, seq),
    changes,
    changesBack: (seq) => {
      const back = new Map<string, Change>();
      for (const row of listUndone(db, seq)) {
        const { path, before, after } = toChange(row);
        const later = back.get(path);
        back.set(path, { path, before: later ? later.before : after, after: before });
      }
      return [...back.values()].filter(({ before, after }) => before?.sha256 !== after?.sha256);
    },
    begin: (release, changed) => transact(db, () => begin(db, release, changed)),
    settle: () => transact(db, () => settle(db, pending())),
    cancel: () =>
      transact(db, () => {
        db.exec(
          "DELETE FROM change WHERE seq IN (SELECT seq FROM release WHERE state = 'pending')",
        );
        db.exec("DELETE FROM release WHERE state = 'pending'");
      }),
    standby: () => ({
      isReady: readSetting(db, 'standby') === 'ready',
      differs: db
        .prepare('SELECT path FROM differs')
        .all()
        .map(({ path }) => String(path)),
    }),
    setStandby: (isReady) =>
      transact(db, () => {
        writeSetting(db, 'standby', isReady ? 'ready' : '');
        db.exec('DELETE FROM differs');
      }),
    forgetBefore: (seq) => transact(db, () => forgetBefore(db, seq)),
    forgetAll: () =>
      transact(db, () => {
        for (const table of ['release', 'file', 'change', 'differs'])
          db.exec(`DELETE FROM ${table}`);
        writeSetting(db, 'standby', '');
      }),
    setting: (name) => readSetting(db, name),
    set: (name, value) => transact(db, () => writeSetting(db, name, value)),
    close: () => db.close(),
  };
}

function refuseLater(found: number, folder: string): void {
  if (found <= version) return;
  throw new OutputRefused({
    what: {
      zh: `${folder} 是更新版本的标链写的，没有改动。`,
      en: `${folder} was written by a later version of Biaolian; it was left as it was.`,
    },
    todo: {
      zh: '换用更新的版本；或者删掉这个文件夹（以前的版本就不能再恢复，网站不受影响）。',
      en: 'Use that version; or delete the folder: earlier releases cannot be brought back then, the site stays.',
    },
  });
}

function cannotWrite(folder: string) {
  return {
    what: {
      zh: `不能写 ${folder} 里的发布记录，网站没有改动。`,
      en: `The records of releases in ${folder} cannot be written; the site was left as it was.`,
    },
    todo: {
      zh: '检查它的属主和权限；放在只读的磁盘上时，用 --out 另指一处。',
      en: 'Check its owner and mode; on a read-only disk name another place with --out.',
    },
  };
}
