import type { Settings } from 'meilisearch';
import { filterNames } from '../record/filter-names.ts';
import { clauseAttributes, standardAttributes, systemAttributes, termAttributes } from './hits.ts';
import type { IndexName } from './schema.ts';

/** Attributes of tokens: asked for by equality and by their beginning, never listed. */
const TOKENS: Readonly<Record<IndexName, readonly string[]>> = {
  standards: ['id', 'slug', 'numbers', 'titles', 'words', 'sounds', 'body', 'edge'],
  clauses: ['id', 'standard', 'body'],
  terms: ['id', 'standard', 'titles', 'words', 'sounds', 'body'],
  systems: ['id', 'titles', 'words', 'sounds'],
  passages: [],
};

/** Attributes asked for by equality alone; the values of those of filters are counted. */
const EQUAL: Readonly<Record<IndexName, readonly string[]>> = {
  standards: ['group', ...filterNames.map((name) => `values.${name}`)],
  clauses: ['language', 'spots', ...filterNames.map((name) => `values.${name}`)],
  terms: filterNames.map((name) => `values.${name}`),
  systems: [],
  passages: ['id'],
};

/** Attributes that a question reads: a server unpacks all that are displayed of each document it gives, and tokens are most of it. */
const DISPLAYED: Readonly<Record<IndexName, readonly string[]>> = {
  standards: [...standardAttributes, 'numbers', 'values', 'numberOrder', 'issued', 'implemented'],
  clauses: [...clauseAttributes, 'place', 'spots', 'provisions', 'position'],
  terms: termAttributes,
  systems: systemAttributes,
  passages: ['id', 'content'],
};

const SORTABLE: Readonly<Record<IndexName, readonly string[]>> = {
  standards: ['rank', 'numberOrder', 'issued', 'implemented'],
  clauses: ['rank', 'numberOrder', 'issued', 'implemented', 'language', 'peripheral', 'position'],
  terms: ['rank', 'numberOrder', 'position'],
  systems: ['rank'],
  passages: [],
};

/** More values of one name than a list shows, so that equal counts are cut by value and not by chance. */
const VALUES_COUNTED = 200;

/** Standards whose clauses have chosen provisions, listed as values of the clauses; beyond so many the rest are left out. */
const STANDARDS_LISTED = 20_000;

/** Deeper pages than anybody opens are still exact. */
const MOST_HITS = 10_000_000;

/** Settings of an index; all that is not named here is Meilisearch's own. */
export function settingsFor(indexName: IndexName): Settings {
  const features = (attributePatterns: readonly string[], comparison: boolean) => ({
    attributePatterns: [...attributePatterns],
    features: { facetSearch: false, filter: { equality: true, comparison } },
  });
  const filterable = [
    // Beginnings are looked for along the levels that only comparisons have; without them all tokens before are read.
    { names: TOKENS[indexName], comparison: true },
    { names: EQUAL[indexName], comparison: false },
  ]
    .filter(({ names }) => names.length > 0)
    .map(({ names, comparison }) => features(names, comparison));
  return {
    // Nothing is asked for in Meilisearch's own words; there must be one.
    searchableAttributes: ['id'],
    displayedAttributes: [...DISPLAYED[indexName]],
    filterableAttributes: filterable,
    sortableAttributes: [...SORTABLE[indexName]],
    rankingRules: ['sort'],
    typoTolerance: { enabled: false },
    proximityPrecision: 'byAttribute',
    prefixSearch: 'disabled',
    pagination: { maxTotalHits: MOST_HITS },
    faceting: {
      maxValuesPerFacet: indexName === 'clauses' ? STANDARDS_LISTED : VALUES_COUNTED,
      sortFacetValuesBy: { '*': 'count' },
    },
  };
}
