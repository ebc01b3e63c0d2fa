/** Where records that have no page of their own stand together. */
export const recordsPath = '/standards/records/';

/** By which a browser finds on which page a record stands. */
export const recordsFile = `${recordsPath}index.json`;

/** The page of records that begins with one, by its slug. */
export function recordsPagePath(first: string): string {
  return `${recordsPath}${first}/`;
}
