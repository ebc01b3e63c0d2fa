import { memo } from '#core/base/memo.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { groupSubjects } from '#core/cities/index.ts';
import type { CityStandard, Subject } from '#core/cities/index.ts';
import type { Library } from '#library/open.ts';

const live = new Set(['现行', '即将实施']);

/** Subjects of the local standards of all cities that are in force or coming: the library's own first, then by partner. */
export const listSubjects: (library: Library) => readonly Subject[] = memo((library: Library) => {
  const { catalog, partners } = library;
  const cities = ['own', ...partners.map(({ id }) => id)];
  const standards = catalog.entries.flatMap((entry): readonly CityStandard[] => {
    const { key, row, family, city, title, ics } = entry;
    if (!row || family !== 'local' || city === undefined) return [];
    if (!live.has(catalog.statusOf(entry).status)) return [];
    const { chains } = library.systems.facetsOf(entry);
    return [{ key, city, title, ics, chains, terms: row.terms.map(({ term }) => term) }];
  });
  return groupSubjects(
    standards.toSorted((a, b) => cities.indexOf(a.city) - cities.indexOf(b.city)),
  );
});

const subjectOf = memo(
  (subjects: readonly Subject[]) =>
    new Map(
      subjects.flatMap((subject) => subject.standards.map(({ key }) => [key, subject] as const)),
    ),
);

/** The subject of a standard; undefined of one that is not compared with those of other cities. */
export const findSubject = (library: Library, { key }: CatalogEntry): Subject | undefined =>
  subjectOf(listSubjects(library)).get(key);
