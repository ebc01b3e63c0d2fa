import { holdEntries } from '#library/cache.ts';
import { compileFolder } from '#library/compile-folder.ts';
import { readParts } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { relate } from '#library/relate.ts';
import type { LibraryParts } from '#library/relate.ts';
import type { Draft } from './drafts.ts';

/** A library that stays open: as it is written, and as it would be with a draft in it. */
export interface HeldLibrary {
  readonly dir: string;
  /** Reads again what changed on disk. */
  readonly refresh: () => Promise<void>;
  readonly library: () => Library;
  /** The library with a draft in place of what it was opened from. */
  readonly withDraft: (draft: Draft) => Library;
}

/** Opens a library to hold it. */
export async function holdLibrary(dir: string, cache?: string): Promise<HeldLibrary> {
  holdEntries();
  const read = (): Promise<LibraryParts> =>
    readParts({ dir, ...(cache !== undefined && { cache }) });
  let parts = await read();
  let library = relate(parts);
  let last: { readonly key: string; readonly library: Library } | undefined;
  return {
    dir: parts.dir,
    refresh: async () => {
      parts = await read();
      library = relate(parts);
      last = undefined;
    },
    library: () => library,
    withDraft: (draft) => {
      const key = `${draft.id} ${draft.revision} ${draft.path} ${draft.saved}`;
      if (last?.key !== key) last = { key, library: relate(replacePart(parts, draft)) };
      return last.library;
    },
  };
}

function replacePart(parts: LibraryParts, draft: Draft): LibraryParts {
  const { path, root, origin } = draft;
  const gone = new Set([path, ...(origin.kind === 'library' ? [origin.path] : [])]);
  const entry = compileFolder(root, parts.cache, path);
  return {
    ...parts,
    entries: [...parts.entries.filter((each) => !gone.has(each.path)), entry].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    rootOf: (part) => (part === path ? root : parts.rootOf(part)),
  };
}
