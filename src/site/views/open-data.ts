import type { Library } from '#library/open.ts';
import { digestDataFile } from '../data/open-data/files.ts';
import type { ViewProps } from './props.ts';

/** A file of the whole library, by the digest of what it is made from. */
export function viewDataFile(library: Library, { file = '' }: ViewProps) {
  return { file, digest: digestDataFile(library, file) };
}
