import type { Library } from '#library/open.ts';
import { getSummary } from '../data/library.ts';
import { showEntry } from './entries.ts';

/** Standards that are listed one by one; of more, the newest. */
const mostListed = 500;

/** What a program that only reads is told of the library: what is here, and where the texts are. */
export function viewLlms(library: Library) {
  const { hosted, records, newest, factsAsOf, sample } = getSummary(library);
  return {
    site: library.settings.names.short,
    hosted,
    records,
    factsAsOf,
    sample,
    withData: library.withData ?? false,
    standards: newest.slice(0, mostListed).map((entry) => showEntry(library, entry)),
    systems: library.systems.list.map(({ model }) => ({ id: model.id, name: model.name })),
  };
}

export type LlmsView = ReturnType<typeof viewLlms>;
