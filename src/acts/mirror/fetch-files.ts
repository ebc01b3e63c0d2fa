import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { digestOf, lies } from './describe.ts';
import type { MirroredFile } from './mirror-file.ts';
import { MirrorRefused } from './refused.ts';
import type { RefusedFile } from './refused.ts';
import type { MirrorSource } from './source.ts';

/** How often a file is asked for again after the connection was cut, going on where it was. */
const mostTries = 3;
const atOnce = 4;

/**
 * Files by their digests in a folder of their own, each verified before it has its name there; what was cut short stays beside
 * them and is gone on with by the next import. Answers with those that could not be had.
 */
export async function fetchFiles(
  source: MirrorSource,
  files: readonly MirroredFile[],
  folder: string,
  onFile: (count: number) => void,
): Promise<readonly RefusedFile[]> {
  mkdirSync(folder, { recursive: true });
  const wanted = [...new Map(files.map((file) => [file.sha256, file])).values()];
  const refused: RefusedFile[] = [];
  let [at, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let file = wanted[at]; file !== undefined; file = wanted[at]) {
      at += 1;
      const why = await fetchFile(source, file, folder);
      if (why) refused.push({ path: file.path, why: why.what });
      done += 1;
      onFile(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return refused.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The bytes of a file that was fetched; null where what lies there is not what it should be. */
export function readFetched(folder: string, { sha256, bytes }: MirroredFile): Uint8Array | null {
  try {
    const path = join(folder, sha256);
    if (statSync(path).size !== bytes) return null;
    const content = readFileSync(path);
    return digestOf(content) === sha256 ? content : null;
  } catch {
    return null;
  }
}

async function fetchFile(
  source: MirrorSource,
  file: MirroredFile,
  folder: string,
): Promise<MirrorRefused | null> {
  if (readFetched(folder, file)) return null;
  const partial = join(folder, `${file.sha256}.part`);
  for (let tries = 1; ; tries += 1) {
    try {
      await fetchRest(source, file, partial);
      break;
    } catch (error) {
      if (!(error instanceof MirrorRefused)) throw error;
      if (!error.isPassing || tries === mostTries) return error;
    }
  }
  const content = readFileSync(partial);
  if (content.length !== file.bytes || digestOf(content) !== file.sha256) {
    // Nothing of it can be gone on with.
    rmSync(partial, { force: true });
    return new MirrorRefused(lies(''));
  }
  renameSync(partial, join(folder, file.sha256));
  return null;
}

/** Writes what is missing of a file behind what is there of it; nothing is written beyond its size. */
async function fetchRest(source: MirrorSource, file: MirroredFile, partial: string): Promise<void> {
  const there = statSync(partial, { throwIfNoEntry: false })?.size ?? 0;
  if (there > file.bytes) rmSync(partial);
  if (there === file.bytes && there > 0) return;
  const answer = await source.read(file.path, there > file.bytes ? 0 : there);
  const handle = openSync(partial, answer.from > 0 ? 'a' : 'w');
  let size = answer.from;
  try {
    for await (const piece of answer.pieces) {
      size += piece.length;
      if (size > file.bytes) {
        rmSync(partial, { force: true });
        throw new MirrorRefused({
          zh: `比 manifest 所说的 ${file.bytes} 字节长`,
          en: `it is longer than the ${file.bytes} bytes that the manifest says`,
        });
      }
      writeSync(handle, piece);
    }
    if (size < file.bytes)
      throw new MirrorRefused(
        {
          zh: `只来了 ${size} 字节，应有 ${file.bytes} 字节`,
          en: `${size} bytes came of ${file.bytes}`,
        },
        true,
      );
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
