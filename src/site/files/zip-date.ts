import { unzipSync, zipSync } from 'fflate';

/**
 * A copy of a ZIP archive in which every file has the given day (`YYYY-MM-DD`, 1980 or later) at midnight, so that the
 * same content gives the same bytes.
 *
 * @throws {Error} where there is no archive
 */
export function dateZip(archive: Uint8Array, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // An archive knows no time zone: it holds the day as the clock of the machine shows it.
  return zipSync(unzipSync(archive), { mtime: new Date(Math.max(1980, year), month - 1, date) });
}
