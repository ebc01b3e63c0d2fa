import type { Library } from '#library/open.ts';
import { getSummary } from '../data/library.ts';
import { listDatasets } from '../data/open-data/datasets.ts';
import { viewCoverage } from './coverage.ts';

/** About, help and open data: figures of the library in sentences. */
export function viewProse(library: Library) {
  const { hosted, records, newest, factsAsOf, sample } = getSummary(library);
  const [example] = newest;
  return {
    hosted,
    records,
    factsAsOf,
    sample,
    licences: library.settings.licences,
    example: example && {
      slug: example.slug,
      number: example.number,
      hasEnglish: example.row?.hasEnglish ?? false,
    },
    withData: library.withData ?? false,
    coverage: viewCoverage(library),
    hasSystems: library.systems.list.length > 0,
  };
}

export type ProseView = ReturnType<typeof viewProse>;

/** What can be taken: figures of the library, and the sets of data with their files. */
export function viewData(library: Library) {
  return { ...viewProse(library), datasets: listDatasets(library) };
}

export type DataView = ReturnType<typeof viewData>;
