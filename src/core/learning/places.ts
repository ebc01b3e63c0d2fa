import { keyOfNumber } from '../catalog/index.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import type { Clause, CompiledStandard, CompiledText, Exhibit } from '../model/standard.ts';

/** A hosted standard that a lesson or a question names, with its text. */
export interface NamedStandard {
  readonly entry: CatalogEntry;
  readonly standard: CompiledStandard;
}

/** Looks up a standard by its number as somebody wrote it; undefined where its text is not here. */
export type TextFinder = (number: string) => NamedStandard | undefined;

/** Looks up texts of a library. */
export function createTextFinder(
  catalog: Catalog,
  body: (slug: string) => CompiledStandard,
): TextFinder {
  return (number) => {
    const found = catalog.resolve(keyOfNumber(number), true);
    if (found.kind === 'unknown' || !found.entry.row) return undefined;
    return { entry: found.entry, standard: body(found.entry.row.slug) };
  };
}

/** A place of a text that an id means: a clause, perhaps for something that stands in it. */
export interface TextPlace {
  /** Index into the clauses of the text. */
  readonly at: number;
  readonly clause: Clause;
  readonly exhibit?: Exhibit;
}

/** The clause of an id, of an earlier id or of a printed address, or the clause that a table, a figure or a provision of that id stands in. */
export function findPlace(text: CompiledText, id: string): TextPlace | undefined {
  const { clauses, exhibits, provisions } = text;
  const own = clauses.findIndex((each) => each.id === id || each.aliases.includes(id));
  const exhibit = own < 0 ? exhibits.find((each) => each.id === id) : undefined;
  const provision = own < 0 && !exhibit ? provisions.find((each) => each.id === id) : undefined;
  const inside = exhibit?.clause ?? provision?.clause;
  const printed = clauses.findIndex(({ address }) => address === id);
  const at = own >= 0 ? own : (inside ?? printed);
  const clause = clauses[at];
  return clause && { at, clause, ...(exhibit && { exhibit }) };
}

/** Places of a clause and of all that lies below it. */
export function listBelow({ clauses }: CompiledText, at: number): readonly number[] {
  const level = clauses[at]?.level ?? 0;
  const below = [at];
  for (let next = at + 1; (clauses[next]?.level ?? 0) > level; next += 1) below.push(next);
  return below;
}
