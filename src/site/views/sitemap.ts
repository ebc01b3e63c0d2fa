import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { collectAddresses } from '../files/sitemap.ts';
import { listAddresses } from '../routes.ts';
import { memo } from '#core/base/memo.ts';

/** In the order of code units: the order of pages goes by counts, which change where no address does. */
const addressesOf = memo((library: Library) => collectAddresses(listAddresses(library)).toSorted());

/** The addresses that search engines should know. */
export function viewSitemap(library: Library): {
  readonly addresses: readonly string[];
  readonly languages: readonly Language[];
} {
  return { addresses: addressesOf(library), languages: library.settings.languages };
}
