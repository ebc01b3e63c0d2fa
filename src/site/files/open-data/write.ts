import { writeRecords } from '#library/catalogue.ts';
import type { Library } from '#library/open.ts';
import { listRecords } from '../../data/open-data-files.ts';

/** A file of the whole library, by its path below `/data/`. Throws where there is no such file. */
export function writeDataFile(library: Library, name: string): string {
  switch (name) {
    case 'sources/catalogue.csv':
      return writeRecords(listRecords(library));
    default:
      throw new Error(`no file of open data ${name}`);
  }
}
