import { memo } from '#core/base/memo.ts';
import { buildBridges, listCrossings } from '#core/abroad/index.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';

/** Every known adoption of an international standard; worked out once. */
export const getCrossings = memo(({ catalog, systems }: Library) =>
  listCrossings(catalog, systems.list),
);

/** The same side by side, by the international standard. */
export const getBridges = memo((library: Library) =>
  buildBridges(getCrossings(library), library.catalog),
);

/** The place of an international standard on the page, by its number without year. */
export const nameBridge = (undated: string): string =>
  `bridge-${undated.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** The place on the page of the first bridge that a standard adopts; undefined where none is known. */
export function findBridge(library: Library, { key }: CatalogEntry): string | undefined {
  const crossing = getCrossings(library).find(({ own }) => own.key === key);
  return crossing && nameBridge(crossing.undated);
}
