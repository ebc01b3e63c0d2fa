import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { showMention } from './entries.ts';

/**
 * What the page of a standard says of other cities: whose library it is from, and which acts recognise it with which
 * others; nothing where there is neither.
 */
export function showCities(library: Library, entry: CatalogEntry) {
  const { origin } = entry;
  const recognitions = library.catalog.recognitionsOf(entry).map((recognition) => {
    const { keys, since, until, ground, notice } = recognition;
    const others = keys.filter((key) => key !== entry.key);
    return {
      others: others.map((key) => showMention(library, key)),
      since,
      until,
      ground,
      notice,
    };
  });
  return {
    ...(origin && { origin }),
    ...(recognitions.length > 0 && { recognitions }),
  };
}
