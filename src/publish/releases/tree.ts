import { hash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { STATUS_FILE } from '#core/exchange/open-data/status.ts';
import { RUNTIME_CONFIG } from '#search/runtime-config.ts';

/** What a manifest says of a file. */
export interface FileFacts {
  readonly sha256: string;
  readonly size: number;
}

/** The SHA-256, in hexadecimal digits, and the size in bytes of a file. Throws when it cannot be read. */
export function describeFile(path: string): FileFacts {
  return describeBytes(readFileSync(path));
}

/** The same of the bytes of a file. */
export function describeBytes(bytes: Uint8Array): FileFacts {
  return { sha256: hash('sha256', bytes, 'hex'), size: bytes.length };
}

/**
 * Whether a path is part of a release. What is configured on the spot is none: the addresses of search servers, what monitors are
 * told, marks of builds, and hidden files and folders at the top, such as `.well-known`, which are the host's.
 */
export function isListed(path: string): boolean {
  return !path.startsWith('.') && path !== RUNTIME_CONFIG && path !== STATUS_FILE;
}

/** The files of a site that belong to its release, by paths with forward slashes; none where it is absent. */
export function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string, above: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = above + entry.name;
      if (above === '' && !isListed(path)) continue;
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
      else found.push(path);
    }
  };
  if (existsSync(root)) walk(root, '');
  return found;
}

/** A file under a second name; a copy where the disk has no such names. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV')) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** A folder in which every file is that of another folder under a second name. */
export function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkFile(source, target);
  }
}

/** Make a file of one tree that of another, or absent as it is there; whoever reads sees the one before or the one after. */
export function mirrorFile(from: string, to: string, path: string): void {
  const [source, target] = [join(from, path), join(to, path)];
  const wanted = statSync(source, { throwIfNoEntry: false });
  if (!wanted?.isFile()) return removeFile(to, path);
  const present = statSync(target, { throwIfNoEntry: false });
  if (present?.ino === wanted.ino && present.dev === wanted.dev) return;
  const draft = join(to, '.biaolian-linked.tmp');
  mkdirSync(dirname(target), { recursive: true });
  rmSync(draft, { force: true });
  linkFile(source, draft);
  renameSync(draft, target);
}

/** Move a file from one tree into another on the same disk. */
export function moveFile(from: string, to: string, path: string): void {
  const target = join(to, path);
  try {
    renameSync(join(from, path), target);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(from, path), target);
  }
}

/** Remove a file of a tree, and the folders that are empty then. */
export function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch (error) {
      if (isCode(error, 'ENOENT')) continue;
      return;
    }
  }
}

/** Whether an error is one of the system with one of those codes (`ENOENT`). */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
