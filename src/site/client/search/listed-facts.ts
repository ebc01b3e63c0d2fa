import { toHref } from './engine.ts';
import type { Place } from './engine.ts';

/** What the catalogue of the site says of a standard, beside what a hit holds; see `data/catalogue.json`. Lists are joined by `;`. */
export interface ListedFacts {
  readonly path: string;
  readonly nature: string;
  readonly issuers: string;
  readonly administered_by: string;
  readonly systems: string;
  readonly places: string;
  readonly as_of: string;
}

/** What the catalogue says of each standard, by path; empty where it cannot be read: the rest is still a table. */
export async function loadFacts(place: Place): Promise<ReadonlyMap<string, ListedFacts>> {
  try {
    const answer = await fetch(toHref(place, '/data/catalogue.json'));
    if (!answer.ok) return new Map();
    const { standards } = (await answer.json()) as { readonly standards: readonly ListedFacts[] };
    return new Map(standards.map((facts) => [facts.path, facts]));
  } catch {
    return new Map();
  }
}
