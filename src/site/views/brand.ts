import type { Library } from '#library/open.ts';
import { listBrandFiles } from '../files/brand-files.ts';
import type { ViewProps } from './props.ts';

/** A file of the colours and the logo of a library. */
export function viewBrandFile({ settings }: Library, { file = '' }: ViewProps) {
  return { text: listBrandFiles(settings).get(file) ?? '' };
}
