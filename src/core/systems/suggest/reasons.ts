import type { Bilingual } from '../../base/bilingual.ts';
import { stemsOf } from '../../number/index.ts';
import { listWords } from './features.ts';
import type { Placeable } from './features.ts';

interface ReasonPlace {
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly standards: readonly Placeable[];
}

/** At most so many words of a title are told. */
const mostWords = 3;

/** What a standard has in common with a place, for the person who judges: series, words, ICS, CCS, in this order. */
export function findReasons(standard: Placeable, place: ReasonPlace): readonly Bilingual[] {
  return [
    ...tellSeries(standard, place.standards),
    ...tellWords(standard, place),
    ...tellCode('ICS', standard.ics, place.standards, ({ ics }) => ics),
    ...tellCode('CCS', standard.ccs, place.standards, ({ ccs }) => ccs),
  ];
}

function tellSeries({ number }: Placeable, standards: readonly Placeable[]): readonly Bilingual[] {
  const stems = number === '' ? [] : stemsOf(number);
  const twin = standards.find((each) => stemsOf(each.number).some((stem) => stems.includes(stem)));
  if (!twin) return [];
  return [{ zh: `与 ${twin.number} 同一系列`, en: `same series as ${twin.number}` }];
}

function tellWords(
  { title, titleEn = '' }: Placeable,
  { names, words, standards }: ReasonPlace,
): readonly Bilingual[] {
  const named = findShared(`${title} ${titleEn}`, [...names, ...words]);
  if (named.length > 0) {
    const list = named.join('、');
    return [{ zh: `题名和这一处都说“${list}”`, en: `title and place both say "${list}"` }];
  }
  const counted = standards
    .map((each) => ({
      number: each.number,
      shared: findShared(`${title} ${titleEn}`, [each.title, each.titleEn ?? '']),
    }))
    .sort((a, b) => b.shared.join('').length - a.shared.join('').length);
  const [best] = counted;
  if (!best || best.shared.length === 0) return [];
  const list = best.shared.join('、');
  return [
    { zh: `题名和 ${best.number} 都有“${list}”`, en: `title shares "${list}" with ${best.number}` },
  ];
}

/** The longest stretches of a text that stand in others too, words of Latin letters whole. */
function findShared(text: string, others: readonly string[]): readonly string[] {
  const known = new Set(others.flatMap(listWords));
  const stretches: string[] = [];
  let last = '';
  for (const word of listWords(text)) {
    const isHan = /^\p{Script=Han}/u.test(word);
    const before = stretches.at(-1);
    if (known.has(word)) {
      const goesOn =
        isHan &&
        before !== undefined &&
        last !== '' &&
        before.endsWith(word.slice(0, 1)) &&
        last.endsWith(word.slice(0, 1));
      if (goesOn) stretches[stretches.length - 1] = `${before}${word.slice(1)}`;
      else stretches.push(word);
      last = isHan ? word : '';
    } else last = '';
  }
  return [...new Set(stretches)].sort((a, b) => b.length - a.length).slice(0, mostWords);
}

/** The longest code that both have. */
function tellCode(
  name: string,
  codes: readonly string[],
  standards: readonly Placeable[],
  codesOf: (standard: Placeable) => readonly string[],
): readonly Bilingual[] {
  const twin = standards.find((each) => codesOf(each).some((code) => codes.includes(code)));
  const shared = twin && codesOf(twin).find((code) => codes.includes(code));
  if (!twin || shared === undefined) return [];
  return [
    { zh: `${name} ${shared} 与 ${twin.number} 相同`, en: `${name} ${shared} as ${twin.number}` },
  ];
}
