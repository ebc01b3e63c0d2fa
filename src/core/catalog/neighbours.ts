import { formatNumber, parseNumber } from '../number/index.ts';
import type { Reference } from '../model/standard.ts';
import type { StandardRow } from '../model/row.ts';
import { isCitation } from '../terms/index.ts';
import type { Catalog } from './catalog.ts';
import type { CatalogEntry } from './entry.ts';
import { basisKinds, restingKinds } from './neighbour-kinds.ts';
import type { NeighbourKind } from './neighbour-kinds.ts';
import { keyOfNumber } from './relations.ts';
import { unfoldReference } from './unfold-reference.ts';

/** One standard beside another: how they are related, and where that is said. */
export interface Neighbour {
  readonly kind: NeighbourKind;
  /** The standard whose neighbour it is. */
  readonly of: CatalogEntry;
  /** Its key; `entry` is absent where nothing is known of it. */
  readonly key: string;
  readonly number: string;
  readonly entry?: CatalogEntry;
  /** Of citations: the text that cites, and the indexes of its clauses that do. */
  readonly text?: StandardRow;
  readonly clauses: readonly number[];
  /** Of citations: whether a year is given, at some mentions or at all. */
  readonly dated?: 'dated' | 'undated' | 'both';
  /** Whether it is listed as a normative reference. */
  readonly normative: boolean;
  /** Which part is replaced; the degree of an adoption. */
  readonly note?: string;
}

/** Standards that adopt others, by the key of what they adopt. */
export type Adoptions = ReadonlyMap<
  string,
  readonly { readonly row: StandardRow; readonly degree: string }[]
>;

/** Who adopts what, as the texts of a library say. */
export function collectAdoptions(rows: readonly StandardRow[]): Adoptions {
  return Map.groupBy(
    rows.flatMap((row) =>
      row.meta.adopts.map(({ number, degree }) => ({ row, degree, key: keyOfNumber(number) })),
    ),
    ({ key }) => key,
  );
}

/** All standards one step from one, by kind and number; what several mentions say of one standard is said once. */
export function listNeighbours(
  entry: CatalogEntry,
  catalog: Catalog,
  adoptions: Adoptions,
): readonly Neighbour[] {
  const { row } = entry;
  const name = (key: string) => {
    const other = catalog.byKey(key);
    return { key, number: other?.number ?? printKey(key), ...(other && { entry: other }) };
  };
  const plain = (kind: NeighbourKind, key: string, note?: string): Neighbour => ({
    kind,
    of: entry,
    ...name(key),
    clauses: [],
    normative: false,
    ...(note !== undefined && { note }),
  });
  const amends = catalog.amends(entry);
  return [
    ...(row ? listCited(entry, row, catalog) : []),
    ...(row?.meta.adopts ?? []).map(({ number, degree }) =>
      plain('adopts', keyOfNumber(number), degree),
    ),
    ...(amends === undefined ? [] : [plain('amends', amends)]),
    ...catalog.replacesOf(entry).map(({ key, partial }) => plain('replaces', key, partial)),
    ...catalog.citedBy(entry).map(({ by, dated, undated, normative }): Neighbour => ({
      kind: 'citedBy',
      of: entry,
      ...name(by.key),
      text: by,
      clauses: [...new Set([...dated, ...undated])].toSorted((a, b) => a - b),
      dated: dated.length === 0 ? 'undated' : undated.length === 0 ? 'dated' : 'both',
      normative,
    })),
    ...(adoptions.get(entry.key) ?? []).map(({ row: by, degree }) =>
      plain('adoptedBy', by.key, degree),
    ),
    ...catalog.amendmentsOf(entry).map(({ key }) => plain('amendedBy', key)),
    ...catalog.replacedByOf(entry).map(({ key, partial }) => plain('replacedBy', key, partial)),
  ].toSorted(compare);
}

const order: readonly NeighbourKind[] = [...basisKinds, ...restingKinds];

function compare(a: Neighbour, b: Neighbour): number {
  return (
    order.indexOf(a.kind) - order.indexOf(b.kind) ||
    Number(b.normative) - Number(a.normative) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** What a text cites, each standard that is meant on the day of the catalog once. */
function listCited(entry: CatalogEntry, row: StandardRow, catalog: Catalog): readonly Neighbour[] {
  const found = new Map<string, { entry?: CatalogEntry; number: string; list: Reference[] }>();
  const mentions = row.references
    .filter(isCitation)
    .flatMap((each) => [
      ...unfoldReference(each, catalog),
      ...(each.others ?? []).map((key) => ({ ...each, key, raw: printKey(key) })),
    ]);
  for (const mention of mentions) {
    const resolved = catalog.resolve(mention.key, mention.dated);
    const other = resolved.kind === 'unknown' ? undefined : resolved.entry;
    const key = other?.key ?? mention.key;
    if (key === entry.key) continue;
    const before = found.get(key);
    if (before) before.list.push(mention);
    else {
      const number = other?.number ?? printKey(mention.key);
      found.set(key, { ...(other && { entry: other }), number, list: [mention] });
    }
  }
  return [...found].map(([key, { list, ...names }]): Neighbour => {
    const years = new Set(list.map(({ dated }) => dated));
    return {
      kind: 'cites',
      of: entry,
      key,
      ...names,
      text: row,
      clauses: [...new Set(list.map(({ clause }) => clause))].toSorted((a, b) => a - b),
      dated: years.size > 1 ? 'both' : years.has(true) ? 'dated' : 'undated',
      normative: list.some(({ role }) => role === 'normative-list'),
    };
  });
}

function printKey(key: string): string {
  const parsed = parseNumber(key);
  return parsed.ok ? formatNumber(parsed.number) : key;
}
