import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { ParseFinding } from '#core/model/finding.ts';
import { storeBodies, toStoredBody } from './cache.ts';
import type { CacheEntry, StoredBody } from './cache.ts';
import { compileStandard } from './compile-standard.ts';
import { shortDigest } from './digest.ts';
import { NotAFile, readFolder } from './files.ts';
import type { StandardFolder } from './files.ts';
import { statFolder } from './folder-stat.ts';

/** A folder as it was read: its files, or why there are none. */
export type FolderState =
  | { readonly digest: string; readonly folder: StandardFolder }
  | { readonly digest: string; readonly folder: null; readonly finding: Diagnostic };

/** Read a folder; never throws. Equal digests, equal outcome. */
export function examineFolder(library: string, path: string): FolderState {
  try {
    const folder = readFolder(library, path);
    if (folder) return { digest: folder.digest, folder };
    return { digest: 'empty', folder: null, finding: ofFolder(path, empty) };
  } catch (error) {
    const finding = makeUnreadable(path, error);
    return { digest: `unreadable ${shortDigest(finding.message.en)}`, folder: null, finding };
  }
}

/** The entry of the cache for one folder, compiled in this thread; its body is stored. */
export function compileFolder(library: string, cache: string, path: string): CacheEntry {
  const { entry, body } = compileOne(library, path);
  if (body) storeBodies(cache, [body]);
  return entry;
}

/**
 * Compile folders and store their bodies, in one transaction. Whatever is wrong with a folder is a finding of its entry;
 * what is wrong with the cache (a full disk) is thrown.
 */
export function compileFolders(
  library: string,
  cache: string,
  paths: readonly string[],
): readonly CacheEntry[] {
  const all = paths.map((path) => compileOne(library, path));
  storeBodies(
    cache,
    all.flatMap(({ body }) => body ?? []),
  );
  return all.map(({ entry }) => entry);
}

function compileOne(
  library: string,
  path: string,
): { readonly entry: CacheEntry; readonly body?: StoredBody } {
  const stat = statFolder(library, path);
  const state = examineFolder(library, path);
  const nothing = { path, digest: state.digest, stat, row: null, body: null };
  if (!state.folder) return { entry: { ...nothing, stat: '', diagnostics: [state.finding] } };
  let compiled: ReturnType<typeof compileStandard>;
  try {
    compiled = compileStandard(state.folder);
  } catch (error) {
    // Not kept: the next run tries again.
    const diagnostics = [makeUnreadable(path, error)];
    return { entry: { ...nothing, digest: '', stat: '', diagnostics } };
  }
  const { standard, row, diagnostics } = compiled;
  if (!standard || !row) return { entry: { ...nothing, diagnostics } };
  const body = toStoredBody(standard);
  const { name, named } = body;
  return {
    entry: { ...nothing, row: { ...row, digest: name, names: named }, diagnostics: [], body: name },
    body,
  };
}

const empty: Omit<ParseFinding, 'range'> = {
  rule: 'folder-empty',
  message: {
    zh: '文件夹里没有 index.md，没有收入',
    en: 'There is no index.md in the folder: left out',
  },
  hint: {
    zh: '放入 index.md；不是标准的文件夹移到 standards/ 之外',
    en: 'Put an index.md into it, or move what is no standard out of standards/',
  },
};

function makeUnreadable(path: string, error: unknown): Diagnostic {
  const other = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const reason =
    error instanceof NotAFile
      ? { zh: 'index.md 是文件夹、链接或设备', en: 'index.md is a folder, a link or a device' }
      : { zh: other, en: other };
  return ofFolder(path, {
    rule: 'folder-unreadable',
    message: {
      zh: `这项标准读不出来：${reason.zh}`,
      en: `This standard cannot be read: ${reason.en}`,
    },
    hint: {
      zh: 'index.md 应是可读的普通文件；若是，请附上这个文件夹报告问题',
      en: 'index.md has to be a plain, readable file; if it is, report the problem with this folder',
    },
  });
}

function ofFolder(path: string, finding: Omit<ParseFinding, 'range'>): Diagnostic {
  return makeFinding(`${path}/index.md`, { ...finding, range: startOfLine(1) });
}
