import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Change, Release, ReleaseFacts } from './release.ts';
import type { FileFacts } from './tree.ts';

type Row = Record<string, SQLOutputValue>;

/** Writes down a release that is about to come, and what it does to which file; answers with it. */
export function begin(
  db: DatabaseSync,
  release: Omit<Release, 'seq'>,
  changes: readonly Change[],
): Release {
  const { id, at, whole, added, changed, removed, files, bytes, ...facts } = release;
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO release (id, at, state, whole, added, changed, removed, files, bytes, facts) VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(id, at, whole ? 1 : 0, added, changed, removed, files, bytes, JSON.stringify(facts));
  const seq = Number(lastInsertRowid);
  const insert = db.prepare('INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)');
  const differ = db.prepare('INSERT OR IGNORE INTO differs VALUES (?)');
  for (const { path, before, after } of changes) {
    insert.run(
      seq,
      path,
      before?.sha256 ?? null,
      before?.size ?? null,
      after?.sha256 ?? null,
      after?.size ?? null,
    );
    differ.run(path);
  }
  return { seq, ...release };
}

/** Makes the release that was begun the live one. */
export function settle(db: DatabaseSync, pending: Release | undefined): void {
  if (!pending) return;
  const { seq, whole } = pending;
  db.prepare(
    'DELETE FROM file WHERE path IN (SELECT path FROM change WHERE seq = ? AND after IS NULL)',
  ).run(seq);
  db.prepare(
    'INSERT OR REPLACE INTO file SELECT path, after, size_after FROM change WHERE seq = ? AND after IS NOT NULL',
  ).run(seq);
  db.exec("UPDATE release SET state = 'past' WHERE state = 'live'");
  db.prepare("UPDATE release SET state = 'live' WHERE seq = ?").run(seq);
  // The trees were equal before; what a release did to the one is what they differ in now.
  if (whole) return;
  db.exec('DELETE FROM differs');
  db.prepare('INSERT INTO differs SELECT path FROM change WHERE seq = ?').run(seq);
}

/** All files of a release: those of the live one with later changes undone. */
export function readManifest(
  db: DatabaseSync,
  seq = Number.MAX_SAFE_INTEGER,
): Map<string, FileFacts> {
  const files = new Map<string, FileFacts>();
  for (const row of db.prepare('SELECT path, sha256, size FROM file ORDER BY path').iterate()) {
    files.set(String(row['path']), { sha256: String(row['sha256']), size: Number(row['size']) });
  }
  for (const row of listUndone(db, seq)) {
    const { path, before } = toChange(row);
    if (before) files.set(path, before);
    else files.delete(path);
  }
  return files;
}

/** What releases after one did to files, the last one first. */
export function listUndone(db: DatabaseSync, seq: number): Iterable<Row> {
  return db
    .prepare(
      "SELECT change.* FROM change JOIN release USING (seq) WHERE seq > ? AND state <> 'pending' ORDER BY seq DESC",
    )
    .iterate(seq);
}

/** Forgets releases before one; answers with the digests of versions that only they needed. */
export function forgetBefore(db: DatabaseSync, seq: number): readonly string[] {
  const unneeded = db
    .prepare(
      'SELECT DISTINCT before FROM change WHERE seq <= ? AND before IS NOT NULL EXCEPT SELECT before FROM change WHERE seq > ?',
    )
    .all(seq, seq)
    .map(({ before }) => String(before));
  db.prepare('DELETE FROM change WHERE seq < ?').run(seq);
  db.prepare('DELETE FROM release WHERE seq < ?').run(seq);
  return unneeded;
}

/** A setting, nothing where it was never made. */
export function readSetting(db: DatabaseSync, name: string): string | undefined {
  const row = db.prepare('SELECT value FROM setting WHERE name = ?').get(name);
  return row && String(row['value']);
}

/** Keeps a setting. */
export function writeSetting(db: DatabaseSync, name: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value);
}

/** A release from its row. */
export function toRelease(row: Row): Release {
  const facts = JSON.parse(String(row['facts'])) as ReleaseFacts;
  const count = (name: string) => Number(row[name]);
  return {
    ...facts,
    seq: count('seq'),
    id: String(row['id']),
    at: String(row['at']),
    whole: count('whole') === 1,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    files: count('files'),
    bytes: count('bytes'),
  };
}

/** A change of one file from its row. */
export function toChange(row: Row): Change {
  const facts = (digest?: SQLOutputValue, size?: SQLOutputValue): FileFacts | null =>
    typeof digest === 'string' ? { sha256: digest, size: Number(size) } : null;
  return {
    path: String(row['path']),
    before: facts(row['before'], row['size_before']),
    after: facts(row['after'], row['size_after']),
  };
}
