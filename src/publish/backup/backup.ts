import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  lstatSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { packTar } from 'modern-tar/fs';
import type { TarSource } from 'modern-tar/fs';
import { siteFoldersOf } from '../releases/site-folders.ts';
import { isCode } from '../releases/tree.ts';
import { readBackup } from './read.ts';
import type { BackupFile, BackupManifest } from './shape.ts';
import { MANIFEST } from './shape.ts';

/** What is kept: folders by what they are called in the backup; those that are not there are left out. */
export interface BackupParts {
  /** The library, with its projects. */
  readonly library: string;
  /** The site, with the releases beside it. */
  readonly site: string;
  /** What the desk keeps: drafts, requests, the audit log. */
  readonly desk?: string;
  /** Dumps of search servers. */
  readonly dumps?: string;
}

export interface MadeBackup {
  readonly manifest: BackupManifest;
  /** Links and other things that are no files: they are not kept. */
  readonly left: readonly string[];
}

/** Of the releases: what the next publication makes anew, and what is under way. */
const passing = /^site\.releases\/(?:standby|brought|going|lock)(?:\/|$|\.)|\.sqlite-(?:wal|shm)$/;

/**
 * Writes a backup, a `.tar.gz` that begins with its manifest, and reads it back: each file is in it with the bytes it had
 * when the manifest was made. It takes its place when it is whole; memory does not grow with it.
 *
 * @throws {BackupDamaged} where files changed meanwhile, and what the system throws, such as for a full disk
 */
export async function writeBackup(
  file: string,
  parts: BackupParts,
  said: Pick<BackupManifest, 'at' | 'by' | 'software'>,
): Promise<MadeBackup> {
  const { folder, database } = siteFoldersOf(parts.site);
  settleDatabase(database);
  const left: string[] = [];
  const sources = new Map<string, string>();
  const folders = Object.entries({ ...parts, 'site.releases': folder });
  for (const [name, from] of folders) if (from) listBelow(from, `${name}/`, sources, left);
  const files: BackupFile[] = [];
  for (const [path, source] of sources) files.push({ path, ...(await describe(source)) });
  const manifest: BackupManifest = {
    format: 'biaolian-backup',
    version: 1,
    ...said,
    files,
  };
  const entries: TarSource[] = [
    { type: 'content', target: MANIFEST, content: JSON.stringify(manifest) },
    ...[...sources].map(([target, source]) => ({ type: 'file' as const, target, source })),
  ];
  const draft = `${file}.part`;
  try {
    await pipeline(packTar(entries, { concurrency: 2 }), createGzip(), createWriteStream(draft));
    await readBackup(draft);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return { manifest, left };
}

function listBelow(from: string, name: string, sources: Map<string, string>, left: string[]): void {
  let entries;
  try {
    entries = readdirSync(from, { withFileTypes: true });
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const [source, path] = [join(from, entry.name), name + entry.name];
    if (passing.test(path)) continue;
    if (entry.isDirectory()) listBelow(source, `${path}/`, sources, left);
    else if (lstatSync(source).isFile()) sources.set(path, source);
    else left.push(path);
  }
}

async function describe(path: string): Promise<Pick<BackupFile, 'size' | 'sha256'>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest('hex') };
}

/** What was written to the records of releases is in their one file. */
function settleDatabase(path: string): void {
  try {
    const db = new DatabaseSync(path, { readOnly: false });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error)) throw error;
  }
}
