import { holdEntries } from '#library/cache.ts';
import type { CacheEntry } from '#library/cache.ts';
import { compileFolder } from '#library/compile-folder.ts';
import { readParts } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { createRelater } from '#library/relate-again.ts';
import type { LibraryParts } from '#library/library-parts.ts';
import type { Draft } from './drafts.ts';

/** A library that stays open: as it is written, and as it would be with a draft in it. */
export interface HeldLibrary {
  readonly dir: string;
  /** Reads again what changed on disk. */
  readonly refresh: () => Promise<void>;
  readonly library: () => Library;
  /** The library with a draft in place of what it was opened from. */
  readonly withDraft: (draft: Draft) => Library;
  /** A draft by itself, without what only the library knows: quick, whatever the size of the library. */
  readonly readAlone: (draft: Draft) => CacheEntry;
}

/** Opens a library to hold it. */
export async function holdLibrary(dir: string, cache?: string): Promise<HeldLibrary> {
  holdEntries();
  const read = (): Promise<LibraryParts> =>
    readParts({ dir, ...(cache !== undefined && { cache }) });
  const relater = createRelater();
  // A new text, which the library has not yet, stays in its own while it is written.
  const beside = createRelater(relater);
  let parts = await read();
  let library = relater.relate(parts);
  const alone = new Map<string, { readonly key: string; readonly entry: CacheEntry }>();
  let last: { readonly key: string; readonly library: Library } | undefined;
  return {
    dir: parts.dir,
    refresh: async () => {
      parts = await read();
      library = relater.relate(parts);
      last = undefined;
    },
    library: () => library,
    readAlone: (draft) => {
      const before = alone.get(draft.id);
      if (before?.key === keyOf(draft)) return before.entry;
      const entry = compileFolder(draft.root, parts.cache, draft.path);
      alone.set(draft.id, { key: keyOf(draft), entry });
      return entry;
    },
    withDraft: (draft) => {
      const key = keyOf(draft);
      if (last?.key !== key) last = { key, library: beside.relate(replacePart(parts, draft)) };
      return last.library;
    },
  };
}

const keyOf = ({ id, revision, path, saved }: Draft): string =>
  `${id} ${revision} ${path} ${saved}`;

function replacePart(parts: LibraryParts, draft: Draft): LibraryParts {
  const { path, root, origin } = draft;
  const gone = new Set([path, ...(origin.kind === 'library' ? [origin.path] : [])]);
  const entry = compileFolder(root, parts.cache, path);
  const list = path.startsWith('projects/') ? 'drafts' : 'entries';
  return {
    ...parts,
    [list]: [...parts[list].filter((each) => !gone.has(each.path)), entry].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    rootOf: (part) => (part === path ? root : parts.rootOf(part)),
  };
}
