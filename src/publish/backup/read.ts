import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createTarDecoder } from 'modern-tar';
import type { ParsedTarEntry } from 'modern-tar';
import { parseJson } from '#core/base/json.ts';
import { isCode } from '../releases/tree.ts';
import { BackupDamaged, backupManifest, MANIFEST } from './shape.ts';
import type { BackupFile, BackupManifest } from './shape.ts';

/** Takes a file of a backup, piece by piece. */
export interface Taker {
  readonly write: (piece: Uint8Array) => void;
  readonly end: () => void;
}

const LARGEST_MANIFEST = 512 * 2 ** 20;

/**
 * Reads a backup to its end and holds each file against the manifest. Names are looked at before anything is taken: relative
 * paths below a folder, each once, ordinary files only.
 *
 * @param take where the bytes of a file go; without, it is only looked at
 * @throws {BackupDamaged} at the first thing that is wrong
 */
export async function readBackup(
  file: string,
  take?: (file: BackupFile) => Taker,
): Promise<BackupManifest> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.once('error', (error) => unpacked.destroy(error));
  const entries = Readable.toWeb(unpacked).pipeThrough(createTarDecoder({ strict: true }) as never);
  let manifest: BackupManifest | undefined;
  let expected = new Map<string, BackupFile>();
  try {
    for await (const entry of entries as unknown as AsyncIterable<ParsedTarEntry>) {
      if (!manifest) {
        manifest = await readManifest(entry);
        expected = listExpected(manifest);
        continue;
      }
      const known = findExpected(entry, expected);
      await readEntry(entry, known, take?.(known));
      expected.delete(known.path);
    }
  } catch (error) {
    throw explain(error, file);
  } finally {
    source.destroy();
  }
  if (!manifest) throw notABackup(file);
  const [missing] = expected.keys();
  if (missing === undefined) return manifest;
  throw new BackupDamaged(
    `备份不完整：少 ${expected.size} 个文件，如 ${missing}。`,
    `The backup is not whole: ${expected.size} file(s) are missing, such as ${missing}.`,
  );
}

async function readManifest({ header, body }: ParsedTarEntry): Promise<BackupManifest> {
  if (header.name !== MANIFEST || header.size > LARGEST_MANIFEST) throw notABackup(header.name);
  const text = await new Response(body).text();
  const read = backupManifest.safeParse(parseJson(text));
  if (!read.success) throw notABackup(header.name);
  return read.data;
}

/** Files by their paths, none of which could lead out of a folder or be two files on some disk. */
function listExpected({ files }: BackupManifest): Map<string, BackupFile> {
  const expected = new Map<string, BackupFile>();
  for (const file of files) {
    if (!isPlainPath(file.path) || expected.has(file.path)) throw badName(file.path);
    expected.set(file.path, file);
  }
  return expected;
}

function isPlainPath(path: string): boolean {
  const parts = path.split('/');
  return (
    /^(?:library|site|site\.releases|desk|dumps)\/./.test(path) &&
    !/[\\\0]/.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function findExpected(
  { header: { name, type } }: ParsedTarEntry,
  expected: ReadonlyMap<string, BackupFile>,
): BackupFile {
  const known = expected.get(name);
  if (known && (type ?? 'file') === 'file') return known;
  throw badName(name);
}

async function readEntry(
  { body }: ParsedTarEntry,
  known: BackupFile,
  taker: Taker | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      size += piece.length;
      if (size > known.size) break;
      taker?.write(piece);
    }
  } finally {
    taker?.end();
  }
  if (size === known.size && hash.digest('hex') === known.sha256) return;
  throw new BackupDamaged(
    `备份里的 ${known.path} 和清单不一致：备份损坏，或备份时文件正在改动。`,
    `${known.path} in the backup is not what its manifest says: it is damaged, or the file changed while it was made.`,
  );
}

const badName = (name: string) =>
  new BackupDamaged(
    `备份里有不该有的东西：${JSON.stringify(name)}（只收清单里的普通文件）。`,
    `The backup holds what it should not: ${JSON.stringify(name)} (only ordinary files of its manifest are taken).`,
  );

const notABackup = (file: string) =>
  new BackupDamaged(`${file} 不是标链的备份。`, `${file} is no backup of Biaolian.`);

function explain(error: unknown, file: string): unknown {
  if (error instanceof BackupDamaged) return error;
  if (isCode(error, 'ENOENT', 'EACCES', 'EISDIR')) {
    return new BackupDamaged(`读不了 ${file}。`, `${file} cannot be read.`, {
      zh: '什么也没有放上去。看看文件名和路径对不对，自己有没有读它的权限。',
      en: 'Nothing was put in place. See whether its name and path are right, and whether you may read it.',
    });
  }
  if (isCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO')) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new BackupDamaged(
    `${file} 损坏或被截断（${said}）。`,
    `${file} is damaged or was cut off (${said}).`,
  );
}
