import { stemsOf } from '../../number/index.ts';

/** What is known of a standard that a place is looked for, or of one that stands at a place. */
export interface Placeable {
  /** In any spelling; empty where there is none. */
  readonly number: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
}

export type FeatureKind = 'series' | 'ics' | 'ccs' | 'word';

/** Something that two standards can have in common: series GB/T 18910, ICS 67.120.30, word 冷库. */
export interface Feature {
  readonly kind: FeatureKind;
  readonly value: string;
}

/** What tells features apart. */
export const featureKey = ({ kind, value }: Feature): string => `${kind} ${value}`;

/** Words of titles that say nothing of a subject. */
const idle = new Set(
  'and for the with part general requirements guidelines specification specifications standard test method methods from use used its other than'.split(
    ' ',
  ),
);

/** Pairs of neighbouring Chinese characters, and words of three and more Latin letters; each once. */
export function listWords(text: string): readonly string[] {
  const small = text.normalize('NFKC').toLowerCase();
  const pairs = (small.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
  const words = (small.match(/[a-z][a-z0-9-]{2,}/g) ?? []).filter((word) => !idle.has(word));
  return [...new Set([...pairs, ...words])];
}

/** The series of the number, ICS with its group and field, CCS with its tens, words of both titles; each once. */
export function listFeatures(standard: Placeable): readonly Feature[] {
  const { number, title, titleEn = '', ics, ccs } = standard;
  const make = (kind: FeatureKind, values: readonly string[]) =>
    [...new Set(values)].map((value): Feature => ({ kind, value }));
  return [
    ...make('series', number === '' ? [] : stemsOf(number)),
    ...make('ics', ics.flatMap(listAbove)),
    ...make(
      'ccs',
      ccs.flatMap((code) => [code, code.slice(0, 2)]),
    ),
    ...make('word', listWords(`${title} ${titleEn}`)),
  ];
}

/** `67.120.30`, `67.120`, `67`. */
function listAbove(code: string): readonly string[] {
  const parts = code.split('.');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
}
