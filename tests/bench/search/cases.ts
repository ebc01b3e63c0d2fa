import type { Library } from '#library/open.ts';
import { openSource } from './case.ts';
import type { ClassName, QueryCase, QuerySource } from './case.ts';
import { numberCases } from './number-cases.ts';
import { referenceCases } from './reference-cases.ts';
import { homophoneCases, initialCases, pinyinCases } from './sound-cases.ts';
import { phraseCases, valueCases } from './text-cases.ts';
import {
  englishFragmentCases,
  englishTitleCases,
  exactTitleCases,
  fragmentCases,
  synonymCases,
  traditionalCases,
} from './title-cases.ts';

const MAKERS: Readonly<Record<ClassName, (source: QuerySource) => readonly QueryCase[]>> = {
  'number variants': numberCases,
  'exact titles': exactTitleCases,
  'title fragments': fragmentCases,
  pinyin: pinyinCases,
  initials: initialCases,
  'homophone typos': homophoneCases,
  traditional: traditionalCases,
  'English titles': englishTitleCases,
  'English fragments': englishFragmentCases,
  'clause phrases': phraseCases,
  synonyms: synonymCases,
  'units and values': valueCases,
  references: referenceCases,
};

export const SEED = 20_261_123;

/**
 * Questions made of a library, with their answers: the same from the same library and seed. Each class draws by itself, so
 * that one does not change with another.
 */
export function buildCases(
  library: Library,
  { seed = SEED, sample = 100 }: { readonly seed?: number; readonly sample?: number } = {},
): readonly QueryCase[] {
  return Object.values(MAKERS).flatMap((make, at) => make(openSource(library, seed + at, sample)));
}
