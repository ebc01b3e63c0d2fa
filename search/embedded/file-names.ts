/** Characters of the name of a file, which is a digest of its content. */
export const NAME_LENGTH = 9;

/**
 * By what they were made under, the names that files are published under, one for each content: of those that are counted
 * (`t0.json`, `t1.json`) all under the letter, one behind the other.
 */
export type FileNames = Readonly<Record<string, string>>;

const counted = /^([a-z])(\d+)\.json$/;

/** The letter and the place of a file that is counted; null for others. */
export function readCounted(file: string): { readonly series: string; readonly at: number } | null {
  const [, series, at] = counted.exec(file) ?? [];
  return series === undefined ? null : { series, at: Number(at) };
}

/** The name a file is published under; throws where there is none. */
export function publishedName(names: FileNames, file: string): string {
  const place = readCounted(file);
  const name = place
    ? names[place.series]?.slice(place.at * NAME_LENGTH, (place.at + 1) * NAME_LENGTH)
    : names[file];
  if (name?.length !== NAME_LENGTH) throw new Error(`the index has no file ${file}`);
  return `${name}.json`;
}
