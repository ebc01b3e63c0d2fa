import { reliesOnOther } from '../terms/index.ts';
import type { Reference } from '../model/standard.ts';
import type { StandardRow } from '../model/row.ts';
import type { Catalog } from './catalog.ts';
import type { CatalogEntry } from './entry.ts';
import type { EffectiveStatus } from './status.ts';
import { unfoldReference } from './unfold-reference.ts';

/** A standard in force or coming that relies on one which is no longer in force. */
export interface StaleReference {
  readonly by: StandardRow;
  /** Its first mention. */
  readonly reference: Reference;
  /** Indexes of all clauses with a mention, in the order of the text. */
  readonly clauses: readonly number[];
  /** Whether it is listed as a normative reference. */
  readonly normative: boolean;
  readonly entry: CatalogEntry;
  readonly status: EffectiveStatus;
  /** What is in force instead, where known. */
  readonly heirs: readonly CatalogEntry[];
}

/**
 * What a standard with a text here relies on although it is superseded or withdrawn on the day of a catalog, each number
 * as it is cited once. Nothing for a standard that is itself neither in force nor coming, and nothing of what it
 * replaces.
 */
export function listStaleReferences(
  citing: CatalogEntry,
  catalog: Catalog,
): readonly StaleReference[] {
  const { row: by } = citing;
  const own = by && catalog.statusOf(citing).status;
  if (!by || (own !== '现行' && own !== '即将实施')) return [];
  const skipped = new Set([by.key, ...catalog.replacesOf(citing).map(({ key }) => key)]);
  const mentions = Map.groupBy(
    by.references
      .filter(reliesOnOther)
      .flatMap((each) => unfoldReference(each, catalog))
      .filter(({ key }) => !skipped.has(key)),
    ({ key }) => key,
  );
  return [...mentions.values()].flatMap((list): readonly StaleReference[] => {
    const [reference] = list;
    if (!reference) return [];
    const resolution = catalog.resolve(reference.key, reference.dated);
    if (resolution.kind === 'unknown') return [];
    const { entry } = resolution;
    const status = catalog.statusOf(entry);
    if (status.status !== '被代替' && status.status !== '废止') return [];
    return [
      {
        by,
        reference,
        clauses: [...new Set(list.map(({ clause }) => clause))],
        normative: list.some(({ role }) => role === 'normative-list'),
        entry,
        status,
        heirs: heirsInForce(entry, catalog),
      },
    ];
  });
}

/** What is in force in place of a standard that is not: ends of the chain of replacements. */
export function heirsInForce(entry: CatalogEntry, catalog: Catalog): readonly CatalogEntry[] {
  return catalog.heirsOf(entry).flatMap((key) => {
    const heir = catalog.byKey(key);
    return heir && heir !== entry && catalog.statusOf(heir).status === '现行' ? [heir] : [];
  });
}

/** Days after that of the catalog on which what a text cites, or itself, changes its status; in their order. */
export function listReferenceDays(row: StandardRow, catalog: Catalog): readonly string[] {
  const days = new Set<string>();
  const add = (entry: CatalogEntry) => {
    for (const { from } of catalog.laterOf(entry)) days.add(from);
  };
  const own = catalog.byKey(row.key);
  if (own) add(own);
  for (const { key, dated } of row.references.flatMap((each) => unfoldReference(each, catalog))) {
    const found = catalog.resolve(key, dated);
    if (found.kind === 'unknown') continue;
    for (const edition of [found.entry, ...found.editions]) add(edition);
  }
  return [...days].toSorted();
}
