import { memo } from '#core/base/memo.ts';
import type { Catalog } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';

const catalogs = memo(({ catalog }: Pick<Library, 'catalog'>) =>
  memo((day: string): Catalog => catalog.on(day)),
);

/** The catalog of a library on a later day; without a day that of the build. Each is made once. */
export function catalogOn(library: Pick<Library, 'catalog'>, day: string | undefined): Catalog {
  return day === undefined ? library.catalog : catalogs(library)(day);
}
