import { memo } from '#core/base/memo.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { projectEntry } from '#search/record/index.ts';
import type { DirectoryEntry, TextMode } from '#search/record/index.ts';
import type { SearchLibrary } from '#search/library.ts';
import { buildColumns } from './build.ts';
import type { Columns } from './build.ts';

type Project = (entry: CatalogEntry) => DirectoryEntry;

/**
 * What projects the entries of a library, and remembers those that it projected: a library that was made of another by the
 * exchange of some texts has the entries of all others, and the same is to be said of them.
 */
export function createProjector(): (library: SearchLibrary, texts: TextMode) => Project {
  let last: { readonly of: readonly unknown[]; readonly project: Project } | undefined;
  return (library, texts) => {
    // An exchange of texts keeps what tells the facts of entries, and models of systems are kept by their files.
    const of = [library.catalog.factsOf, texts, ...library.systems.list.map(({ model }) => model)];
    const isSame = of.length === last?.of.length && of.every((each, at) => each === last?.of[at]);
    if (last && isSame) return last.project;
    // Of the library it began with: what later ones say of these entries is the same.
    last = { of, project: memo((entry) => projectEntry(entry, library, texts)) };
    return last.project;
  };
}

const sortedBy = memo(({ values, numberOrder, issued, implemented, later }: DirectoryEntry) =>
  JSON.stringify([values, numberOrder, issued, implemented, later]),
);

/** `buildColumns`, made again only where an entry is filtered or sorted by something else. */
export function createColumnKeeper(): (entries: readonly DirectoryEntry[]) => Columns {
  let last: { readonly entries: readonly DirectoryEntry[]; readonly made: Columns } | undefined;
  return (entries) => {
    const before = last?.entries;
    const isSame =
      before?.length === entries.length &&
      entries.every((entry, at) => {
        const known = before[at];
        return known !== undefined && (known === entry || sortedBy(known) === sortedBy(entry));
      });
    last = { entries, made: last && isSame ? last.made : buildColumns(entries) };
    return last.made;
  };
}
