import { memo } from '../base/memo.ts';
import type { Bilingual } from '../base/bilingual.ts';
import { unfoldReference } from '../catalog/index.ts';
import type { Catalog, CatalogEntry, EffectiveStatus } from '../catalog/index.ts';
import type { Reference } from '../model/standard.ts';
import type { StandardRow } from '../model/row.ts';
import { reliesOnOther } from '../terms/index.ts';

export interface ResolvedCitation {
  readonly row: StandardRow;
  readonly reference: Reference;
  readonly entry: CatalogEntry;
  readonly status: EffectiveStatus;
}

/**
 * Each standard's first mention of each other one, resolved: in the list of chapter 2 where it stands
 * there. Standards no longer in force themselves are left out, their references were right in their time;
 * so is the foreword.
 */
export function citedOnce(
  catalog: Catalog,
  rows: readonly StandardRow[],
): readonly ResolvedCitation[] {
  return ofRows(catalog)(rows);
}

/** Several rules ask for them. */
const ofRows = memo((catalog: Catalog) =>
  memo((rows: readonly StandardRow[]) => [...resolveOnce(catalog, rows)]),
);

function* resolveOnce(catalog: Catalog, rows: readonly StandardRow[]): Iterable<ResolvedCitation> {
  for (const row of rows) {
    const own = catalog.byKey(row.key);
    const state = own && catalog.statusOf(own).status;
    if (state === '废止' || state === '被代替') continue;
    const replaced = new Set(own ? catalog.replacesOf(own).map(({ key }) => key) : []);
    const first = new Map<string, Reference>();
    for (const reference of row.references.flatMap((each) => unfoldReference(each, catalog))) {
      const { key, role } = reference;
      if (!reliesOnOther(reference) || key === row.key || replaced.has(key)) continue;
      if (
        !first.has(key) ||
        (role === 'normative-list' && first.get(key)?.role !== 'normative-list')
      )
        first.set(key, reference);
    }
    for (const reference of first.values()) {
      const resolution = catalog.resolve(reference.key, reference.dated);
      if (resolution.kind === 'unknown') continue;
      yield { row, reference, entry: resolution.entry, status: catalog.statusOf(resolution.entry) };
    }
  }
}

/** `（自 2024-01-01 起）` for the end of a message, in both languages; empty where the day is not known. */
export function sinceOf(status: EffectiveStatus): Bilingual {
  const { since } = status;
  return since === undefined
    ? { zh: '', en: '' }
    : { zh: `（自 ${since} 起）`, en: ` (since ${since})` };
}
