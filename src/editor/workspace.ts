import { join } from 'node:path';
import { buildCatalog } from '#core/catalog/index.ts';
import type { Catalog } from '#core/catalog/index.ts';
import { checkLibrary } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { readFolder } from '#library/files.ts';
import type { StandardFolder } from '#library/files.ts';
import { readParts } from '#library/open.ts';
import { relate } from '#library/relate.ts';
import type { Library, LibraryParts } from '#library/library-parts.ts';

/** A library that texts are held against while they are written; nothing is known of it until it has been opened. */
export interface Workspace {
  readonly dir: string;
  /** What is known across standards; null until the library is open. */
  readonly catalog: () => Catalog | null;
  /** Reads the library anew; calls while it is read are answered by one more reading. */
  readonly open: () => Promise<void>;
  /** Findings of the rules across files about one standard as it is written now. */
  readonly relateRow: (row: StandardRow) => readonly Diagnostic[];
}

/** Returns a library that can be opened and opened again, with what its last reading gave. */
export function createWorkspace(dir: string, cache?: string): Workspace {
  let state: { readonly parts: LibraryParts; readonly library: Library } | null = null;
  let reading: Promise<void> | null = null;
  let isAsked = false;
  const read = async (): Promise<void> => {
    do {
      isAsked = false;
      const parts = await readParts({ dir, ...(cache && { cache }) });
      state = { parts, library: relate(parts) };
    } while (isAsked);
  };
  return {
    dir,
    catalog: () => state?.library.catalog ?? null,
    open: () => {
      isAsked = reading !== null;
      reading ??= read().finally(() => {
        reading = null;
      });
      return reading;
    },
    relateRow: (row) => {
      if (!state) return [];
      const { parts, library } = state;
      const others = library.rows.filter(({ file }) => file !== row.file);
      const rows = [...others, row];
      const { coverage, chains } = parts.vocabulary;
      const catalog = buildCatalog({
        rows,
        records: parts.records,
        asOf: parts.asOf,
        absent: coverage.absent,
      });
      const found = checkLibrary(catalog, rows, { chains: chains.map(({ id }) => id) });
      return found.filter(({ file }) => file === row.file);
    },
  };
}

/** The texts of one standard as they are written now; what is not being written comes from the disk. */
export interface WrittenTexts {
  /** The folder's path in the library, `standards/local/db9999-t-12-2023`. */
  readonly path: string;
  /** Where the folder is on disk. */
  readonly folder: string;
  readonly original?: string;
  readonly english?: string;
}

/** Returns what the files of a folder compile to with the texts that are being written; never throws on content. */
export function compileWritten({
  path,
  folder,
  original,
  english,
}: WrittenTexts): ReturnType<typeof compileStandard> {
  const onDisk = readOnDisk(folder);
  const encode = (text: string) => new TextEncoder().encode(text);
  return compileStandard({
    ...onDisk,
    path,
    ...(original !== undefined && { index: encode(original) }),
    ...(english !== undefined && { english: encode(english) }),
  });
}

/** A folder that is not there yet, or whose text is not saved yet, has no files. */
function readOnDisk(folder: string): StandardFolder {
  const nothing = { path: '', index: new Uint8Array(), english: null, ledger: '', figures: [] };
  try {
    return (
      readFolder(join(folder, '..'), folder.split(/[/\\]/).at(-1) ?? '') ?? {
        ...nothing,
        digest: '',
      }
    );
  } catch {
    return { ...nothing, digest: '' };
  }
}
