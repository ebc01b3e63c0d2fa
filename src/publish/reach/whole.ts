import { memo } from '#core/base/memo.ts';
import { stemsOf } from '#core/number/index.ts';
import type { SystemModel } from '#core/systems/index.ts';
import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import type { AreaDigests } from './areas.ts';
import type { ListShapes } from './lists.ts';
import { write } from './write.ts';
import { fewLessons } from '#site/data/learning.ts';
import { viewSite } from '#site/views/site.ts';

/** What is kept of a site as a whole. */
export interface SiteWhole {
  /** Digest of what every page may depend on: words, systems, names of product groups, the day, what is said in the frame. */
  readonly frame: string;
  /** What is kept of lists to browse. */
  readonly lists: ListShapes;
  readonly areas: AreaDigests;
}

/** Digest of what every page may depend on. */
export function digestFrame(library: Library): string {
  const { asOf, vocabulary, systems, catalog, printer, wordWriter, withData, glossary } = library;
  // Where something stands in a file is shown on no page.
  const models = systems.list.map(({ model: { ranges: _ranges, ...model } }) => model);
  // What they say of standards is looked at each time; the page of a standard has their names.
  const groups = library.indicators.map(({ id, name, standards }) => [
    id,
    name,
    standards.map(({ slug }) => slug),
  ]);
  const cities = library.partners.map(({ rows: _rows, records: _records, ...facts }) => facts);
  return shortDigest(
    [
      asOf,
      catalog.reviewYears,
      viewSite(library),
      vocabulary,
      models,
      groups,
      cities,
      glossary.entries,
      library.rows.length <= fewLessons,
      [printer ?? null, wordWriter ?? null, withData ?? false],
    ]
      .map(write)
      .join('\0'),
  );
}

const stemsOfSystem = memo(
  ({ rows }: SystemModel) => new Set(rows.flatMap(({ number = '' }) => stemsOf(number))),
);

/** The systems, by their ids, that name one of some stems. */
export function findTouchedSystems(
  { systems }: Library,
  stems: ReadonlySet<string>,
): ReadonlySet<string> {
  const touched = systems.list.filter(({ model }) => {
    const named = stemsOfSystem(model);
    return [...stems].some((stem) => named.has(stem));
  });
  return new Set(touched.map(({ id }) => id));
}
