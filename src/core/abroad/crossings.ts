import { keyOfNumber } from '../catalog/index.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { formatNumber, parseNumber, undatedKey } from '../number/index.ts';
import type { Family } from '../number/index.ts';
import { adoptionOfEntry } from '../systems/index.ts';
import type { Adoption, System } from '../systems/index.ts';
import { isForeign } from '../terms/index.ts';
import type { AdoptionDegree } from '../terms/index.ts';

/** An edition of an international standard, by what the catalogue knows of it and of later ones on its day. */
export type Edition = (
  | { readonly kind: 'latest' }
  /** Later editions, or what replaced it, the newest first. */
  | { readonly kind: 'newer'; readonly later: readonly NamedStandard[] }
  /** Superseded or withdrawn, and by what is not known. */
  | { readonly kind: 'withdrawn' }
  /** No year is given, so that no edition is meant. */
  | { readonly kind: 'undated' }
  /** The catalogue has neither this edition nor a later one. */
  | { readonly kind: 'unknown' }
) & {
  /** The day of the facts, where there are some. */
  readonly asOf?: string;
};

/** A standard by its number; `entry` is absent where nothing more is known of it. */
export interface NamedStandard {
  readonly key: string;
  readonly number: string;
  readonly entry?: CatalogEntry;
}

/** One standard of this country that adopts an international one, or corresponds to it. */
export interface Crossing {
  readonly own: NamedStandard & { readonly family: Family };
  /** 一致性程度; NEQ is correspondence and no adoption. */
  readonly degree: AdoptionDegree;
  /** Who says so: its text, its double number, or a standard system. */
  readonly by: 'text' | 'number' | 'system';
  readonly target: NamedStandard;
  /** Number of the target without its year: all editions share it. */
  readonly undated: string;
  readonly edition: Edition;
}

/** A standard by its key, as the catalogue names it. */
export function nameStandard(key: string, catalog: Catalog): NamedStandard {
  const entry = catalog.byKey(key);
  if (entry) return { key, number: entry.number, entry };
  const parsed = parseNumber(key);
  return { key, number: parsed.ok ? formatNumber(parsed.number) : key };
}

/** What is known of an edition: whether it is the latest. A number that cannot be read, or is in no catalogue, is not known. */
export function judgeEdition(number: string, catalog: Catalog): Edition {
  const parsed = parseNumber(number);
  if (!parsed.ok) return { kind: 'unknown' };
  const { year } = parsed.number;
  if (year === null) return { kind: 'undated' };
  const key = keyOfNumber(number);
  const entry = catalog.byKey(key);
  const asOf = entry?.record?.asOf;
  const later = listLater(key, year, catalog);
  const [first] = later;
  if (first) return { kind: 'newer', later, asOf: first.entry?.record?.asOf ?? asOf };
  if (!entry) return { kind: 'unknown' };
  const { status } = catalog.statusOf(entry);
  if (status === '现行' || status === '即将实施') return { kind: 'latest', asOf };
  if (status === '废止' || status === '被代替') return { kind: 'withdrawn', asOf };
  return { kind: 'unknown', asOf };
}

/** Later editions that have been issued, and what replaced the whole of it under another number; the newest first. */
function listLater(key: string, year: string, catalog: Catalog): readonly NamedStandard[] {
  const { editions } = catalog.resolve(key, true);
  const isOut = ({ issued, row }: CatalogEntry) =>
    (issued === undefined || issued <= catalog.asOf) && row?.meta.status !== 'draft';
  const found = new Map<string, NamedStandard>();
  for (const entry of editions) {
    if (!entry.supplement && entry.year !== undefined && entry.year > year && isOut(entry))
      found.set(entry.key, { key: entry.key, number: entry.number, entry });
  }
  const own = catalog.byKey(key);
  for (const heir of own ? catalog.heirsOf(own) : []) {
    const named = nameStandard(heir, catalog);
    if (!named.entry || isOut(named.entry)) found.set(heir, named);
  }
  found.delete(key);
  const yearOf = ({ key: each, entry }: NamedStandard) =>
    entry?.year ?? /(\d{4})$/.exec(each)?.[1] ?? '';
  return [...found.values()].toSorted((a, b) => {
    const [left, right] = [`${yearOf(a)} ${a.key}`, `${yearOf(b)} ${b.key}`];
    return left < right ? 1 : left > right ? -1 : 0;
  });
}

/**
 * Every adoption of an international standard that is known, by the number of what is adopted: from texts, from double
 * numbers, and from what systems say of their rows. What says the same of one pair is taken once, the text first.
 */
export function listCrossings(catalog: Catalog, systems: readonly System[]): readonly Crossing[] {
  const found = new Map<string, Crossing>();
  const add = (own: Crossing['own'], adoption: Adoption): void => {
    if (adoption.kind !== 'adopted' && adoption.kind !== 'corresponds') return;
    for (const { number, degree } of adoption.of) {
      const target = nameStandard(keyOfNumber(number), catalog);
      const id = `${own.key}\n${target.key}`;
      if (found.has(id)) continue;
      const parsed = parseNumber(number);
      const undated = target.entry?.undated ?? (parsed.ok ? undatedKey(parsed.number) : number);
      const edition = judgeEdition(number, catalog);
      found.set(id, { own, degree, by: adoption.by, target, undated, edition });
    }
  };
  for (const entry of catalog.entries) {
    // A double number says more than its key, which is that of its first half.
    const mayAdopt = entry.row
      ? entry.row.meta.adopts.length > 0
      : !isForeign(entry.family) && entry.number.length > entry.key.length;
    if (mayAdopt)
      add({ ...nameStandard(entry.key, catalog), family: entry.family }, adoptionOfEntry(entry));
  }
  for (const { rows } of systems) {
    for (const { subject, number, level, adoption } of rows) {
      if (subject.kind === 'planned' || isForeign(level)) continue;
      const key = subject.kind === 'standard' ? subject.entry.key : subject.key;
      const entry = subject.kind === 'standard' ? { entry: subject.entry } : {};
      add({ key, number, ...entry, family: level }, adoption);
    }
  }
  return [...found.values()].toSorted(
    (a, b) => compare(a.target.key, b.target.key) || compare(a.own.key, b.own.key),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
