import { isExchangeable } from '#core/catalog/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { KnownFindings } from './check-parts.ts';
import { shortDigest } from './digest.ts';
import { loadFact, storeFact } from './facts.ts';
import type { LibraryParts } from './library-parts.ts';

/** So many texts may be others before all of a library is looked at anew. */
export const mostTexts = 30;

/** More are not kept: to read and to write them would take as long as to find them. */
const mostFindings = 20_000;

const fact = 'findings across texts';

interface Kept {
  /** Of the entries whose texts were looked at. */
  readonly state: string;
  /** Digest of all else that they were held against. */
  readonly beside: string;
  readonly findings: readonly Diagnostic[];
}

/**
 * What the rules across texts found when a process looked last, where nothing but some texts is another since; undefined where
 * that is not known. A catalogue of new texts in the place of those has the same standards, days and relations (`isExchangeable`).
 */
export function loadFindings(parts: LibraryParts): KnownFindings | undefined {
  const { cache, state } = parts;
  if (!state?.replaced || state.before === '') return undefined;
  const kept = loadFact(cache, fact) as Kept | null;
  if (kept?.state !== state.before || kept.beside !== digestBeside(parts)) return undefined;
  const texts = listExchanged(parts, state.replaced);
  return texts && { findings: kept.findings, texts };
}

/** Keep what the rules across texts found in a library as it was read, for the next process. */
export function keepFindings(parts: LibraryParts, findings: readonly Diagnostic[]): void {
  const { cache, state } = parts;
  if (!state || state.now === '' || findings.length > mostFindings) return;
  const kept: Kept = { state: state.now, beside: digestBeside(parts), findings };
  storeFact(cache, fact, kept);
}

/** Of what decides findings about a text beside the texts themselves. */
const digestBeside = ({ asOf, state, digests, partnerEntries }: LibraryParts): string =>
  shortDigest(
    JSON.stringify([
      state?.code,
      asOf,
      [...digests],
      partnerEntries.map(({ path, digest }) => [path, digest]),
    ]),
  );

/** New texts by those they stand in place of; undefined where something else of a catalogue may be another. */
function listExchanged(
  { entries }: LibraryParts,
  replaced: ReadonlyMap<string, { readonly row: StandardRow | null }>,
): ReadonlyMap<StandardRow, StandardRow> | undefined {
  const texts = new Map<StandardRow, StandardRow>();
  const taken = new Set<string>();
  for (const { path, row } of entries) {
    const known = replaced.get(path);
    if (!known) continue;
    if (!known.row || !row || !isExchangeable(known.row, row)) return undefined;
    texts.set(known.row, row);
    taken.add(row.key);
  }
  // Of texts with one number only the first is in the catalogue.
  const holders = entries.filter(({ row }) => row && taken.has(row.key));
  return texts.size > mostTexts || holders.length > texts.size ? undefined : texts;
}
