import { diffWords } from './word-diff.ts';
import type { Piece } from './model.ts';

/** What one standard says of a term. */
interface Said {
  readonly termEn?: string | undefined;
  readonly definition: string;
  readonly definitionEn?: string | undefined;
}

/** One wording of a definition, and which entries have it. */
export interface Wording {
  /** Indexes into the entries, in their order. */
  readonly entries: readonly number[];
  /** Against the first wording: what this one has more is added, what it lacks is removed. Of the first itself all is the same. */
  readonly pieces: readonly Piece[];
  /** The same in English, where both have a translation. */
  readonly piecesEn?: readonly Piece[];
}

/** Spacing, width of signs and a closing mark make no other wording. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。.;；]+$/, '');

const groupWordings = (entries: readonly Said[]): readonly (readonly number[])[] => [
  ...Map.groupBy(entries.keys(), (at) => fold(entries[at]?.definition ?? '')).values(),
];

/** How many wordings the definitions of a term have. */
export const countWordings = (entries: readonly Said[]): number => groupWordings(entries).length;

/** Wordings of a term's definitions, each once; the first is that of the first entry, with which all others are compared. */
export function compareDefinitions(entries: readonly Said[]): readonly Wording[] {
  const groups = groupWordings(entries);
  const first = entries[0];
  return groups.map((indexes, at): Wording => {
    const own = entries[indexes[0] ?? 0];
    const definition = own?.definition ?? '';
    const base = at === 0 ? definition : (first?.definition ?? '');
    const [english, baseEn] = [own?.definitionEn, first?.definitionEn];
    return {
      entries: indexes,
      pieces: diffWords(base, definition),
      ...(english !== undefined && { piecesEn: diffWords(baseEn ?? english, english) }),
    };
  });
}

/** What a term is called in English, each name once whatever its case, with the entries that use it; those without one are left out. */
export function listEnglishNames(
  entries: readonly Said[],
): readonly { readonly name: string; readonly entries: readonly number[] }[] {
  const named = [...entries.keys()].filter((at) => entries[at]?.termEn);
  return [...Map.groupBy(named, (at) => foldName(entries[at]?.termEn ?? '')).values()].map(
    (indexes) => ({ name: entries[indexes[0] ?? 0]?.termEn ?? '', entries: indexes }),
  );
}

/** An English name without case and spacing: `Cold chain` and `cold  chain` are one. */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
