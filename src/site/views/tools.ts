import type { Library } from '#library/open.ts';

/** The page of tools: those of several cities together are for libraries that have some. */
export function viewTools({ partners }: Library): { readonly cities?: true } {
  return partners.length > 0 ? { cities: true } : {};
}
