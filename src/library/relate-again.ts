import { isExchangeable } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import { isHoldingEntries } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { mostTexts } from './kept-findings.ts';
import { relateNext, relateParts } from './relate.ts';
import type { Library, LibraryParts, RelatedLibrary } from './library-parts.ts';

/** Relates a library again and again. */
export interface Relater {
  readonly relate: (parts: LibraryParts) => Library;
  /** What was related as a whole last. */
  readonly last: () => RelatedLibrary | undefined;
}

/**
 * `relate` for who relates a library again and again: where nothing but some texts is another since all of it was related, here
 * or by another, the rest of what is known stays, and what a text costs does not grow with the library.
 */
export function createRelater(other?: Relater): Relater {
  let last: RelatedLibrary | undefined;
  return {
    relate: (parts) => {
      for (const from of [last, other?.last()]) {
        const texts = from && findTexts(from.parts, parts);
        if (texts) return relateParts(parts, { from, texts }).library;
      }
      last = relateParts(parts);
      return last.library;
    },
    last: () => last,
  };
}

/** Libraries that a process that lives long holds; each for its purpose. */
const held = new Map<string, Relater>();
const mostHeld = 4;

/** `relate`, by what a process that lives long knows of the library that it related for a purpose last. */
export function relateHeld(purpose: string, parts: LibraryParts): Library {
  if (!isHoldingEntries()) return relateNext(parts);
  const name = `${purpose} ${parts.dir} ${parts.cache}`;
  const relater = held.get(name) ?? createRelater();
  held.delete(name);
  held.set(name, relater);
  if (held.size > mostHeld) held.delete(held.keys().next().value ?? '');
  return relater.relate(parts);
}

/** The texts that stand in place of others; null where something else of a catalogue may be another. */
function findTexts(
  before: LibraryParts,
  now: LibraryParts,
): ReadonlyMap<StandardRow, StandardRow> | null {
  if (factsOf(before) !== factsOf(now)) return null;
  if (!isSameList(before.records, now.records)) return null;
  if (!isSameList(before.projects, now.projects)) return null;
  if (!isSameList(before.partnerEntries, now.partnerEntries)) return null;
  if (before.entries.length !== now.entries.length) return null;
  const texts = new Map<StandardRow, StandardRow>();
  const taken = new Set<string>();
  for (const [at, entry] of now.entries.entries()) {
    const known: CacheEntry | undefined = before.entries[at];
    if (known?.path !== entry.path) return null;
    if (known.row === entry.row) continue;
    if (!known.row || !entry.row || !isExchangeable(known.row, entry.row)) return null;
    if (texts.size >= mostTexts) return null;
    texts.set(known.row, entry.row);
    taken.add(known.row.key);
  }
  // Of texts with one number only the first is in the catalogue.
  const holders = before.entries.filter(({ row }) => row && taken.has(row.key));
  return holders.length > texts.size ? null : texts;
}

/** What a catalogue is made of beside texts and records. */
const factsOf = ({ dir, asOf, deadlines, kinds, vocabulary, partners }: LibraryParts): string =>
  JSON.stringify([
    dir,
    asOf,
    deadlines,
    kinds,
    vocabulary.coverage.absent,
    vocabulary.chains.map(({ id }) => id),
    partners.partners,
    partners.recognitions,
  ]);

function isSameList<T>(before: readonly T[], now: readonly T[]): boolean {
  return before.length === now.length && before.every((each, at) => each === now[at]);
}
