import { memo } from '#core/base/memo.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';

/** Facts of standards that are not here, as the library keeps them, in the order of their numbers. */
export const listRecords: (library: Library) => readonly CatalogRecord[] = memo(
  ({ catalog }: Library) => catalog.entries.flatMap(({ record }) => (record ? [record] : [])),
);

/** Of each file of the whole library below `/data/`, the digest of what it is made from. */
const files: Readonly<Record<string, (library: Library) => string>> = {
  'sources/catalogue.csv': (library) => shortDigest(JSON.stringify(listRecords(library))),
};

/** Files of the whole library, by their paths below `/data/`. */
export const listOpenDataFiles = (): readonly string[] => Object.keys(files);

/** The digest of what a file of the whole library is made from. Throws where there is no such file. */
export function digestDataFile(library: Library, name: string): string {
  const digest = files[name];
  if (!digest) throw new Error(`no file of open data ${name}`);
  return digest(library);
}
