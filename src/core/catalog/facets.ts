import { classifyNature } from '../number/index.ts';
import type { BrowsedFacet } from '../terms/index.ts';
import type { CatalogEntry } from './entry.ts';
import type { EffectiveStatus } from './status.ts';

export const facetNames = [
  'family',
  'nature',
  'hosted',
  'status',
  'ics-field',
  'ics-group',
  'ccs-class',
  'ccs',
  'industry',
  'issuer',
  'year',
  'chain',
  'city',
] as const;

export type FacetName = (typeof facetNames)[number];

/** The facets of the catalog that make up what a reader is shown as one, from wide to narrow. */
export const facetSources: Readonly<Record<BrowsedFacet, readonly FacetName[]>> = {
  kind: ['family'],
  nature: ['nature'],
  status: ['status'],
  text: ['hosted'],
  chain: ['chain'],
  industry: ['industry'],
  ics: ['ics-field', 'ics-group'],
  ccs: ['ccs-class', 'ccs'],
  issuer: ['issuer'],
  year: ['year'],
  city: ['city'],
};

/** A value of a facet with the number of entries that have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  /** How many of them are hosted. */
  readonly hosted: number;
}

export type FacetIndex = ReadonlyMap<string, readonly CatalogEntry[]>;

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** The values of one entry: `01`, `01.140` for ICS; `A`, `A14` for CCS; `G`, `G59` for industries. */
export function facetValues(
  entry: CatalogEntry,
  facet: FacetName,
  status: (entry: CatalogEntry) => EffectiveStatus,
): readonly string[] {
  switch (facet) {
    case 'family':
      return [entry.family];
    case 'nature': {
      const nature = entry.parsed ? classifyNature(entry.parsed) : null;
      return nature === null ? [] : [nature];
    }
    case 'hosted':
      // The library's own texts: those of partners are counted by their cities.
      return [entry.row && !entry.origin ? 'yes' : 'no'];
    case 'status':
      return [status(entry).status];
    case 'ics-field':
      return unique(entry.ics.map((code) => code.slice(0, 2)));
    case 'ics-group':
      return unique(entry.ics.filter((code) => code.length >= 6).map((code) => code.slice(0, 6)));
    case 'ccs-class':
      return unique(entry.ccs.map((code) => code.slice(0, 1)));
    case 'ccs':
      return unique(entry.ccs.map((code) => code.replace(' ', '').slice(0, 3)));
    case 'industry':
      return unique(entry.industries.flatMap((code) => [code.slice(0, 1), code.slice(0, 3)]));
    case 'issuer':
      return unique(entry.issuers);
    case 'year':
      return entry.year === undefined ? [] : [entry.year];
    case 'chain':
      return unique(entry.chains);
    case 'city':
      return entry.city === undefined ? [] : [entry.city];
  }
}

/** The entries of each value of a facet, in the order given; an entry may have several values. */
export function buildFacet(
  entries: readonly CatalogEntry[],
  facet: FacetName,
  status: (entry: CatalogEntry) => EffectiveStatus,
): FacetIndex {
  const index = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    for (const value of facetValues(entry, facet, status)) {
      const list = index.get(value);
      if (list) list.push(entry);
      else index.set(value, [entry]);
    }
  }
  return index;
}

/** Most frequent first for issuers; by value, years newest first, for the rest. */
export function countFacet(index: FacetIndex, facet: FacetName): readonly FacetValue[] {
  const values = [...index].map(([value, entries]) => ({
    value,
    count: entries.length,
    hosted: entries.reduce((sum, { row }) => sum + (row ? 1 : 0), 0),
  }));
  const byValue = (a: FacetValue, b: FacetValue) =>
    a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (facet === 'issuer') return values.toSorted((a, b) => b.count - a.count || byValue(a, b));
  return facet === 'year' ? values.toSorted((a, b) => byValue(b, a)) : values.toSorted(byValue);
}
