import { cleanQuery, foldText } from '../record/spelling.ts';
import { findPlaces } from './find-places.ts';
import type { PlaceEntry, SystemPlaces } from './place.ts';

/**
 * What places are asked by, apart from what is shown of them: most questions name none, and then nothing else of the places is
 * read. Words with Chinese characters and others stand in files of their own, for a question without a Chinese character names no
 * place by one that has some.
 */
const scripts = ['han', 'other'] as const;
type Script = (typeof scripts)[number];

/** Words, trades and names above of one place. */
type Words = readonly [
  words: readonly string[],
  trades: readonly string[],
  above: readonly string[],
];
type SystemWords = readonly [own: Words, places: readonly Words[]];

export const placesFile = 'places.json';
const placeWordsFile = (script: Script): string => `place-words-${script}.json`;

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** Places as files: what is shown of them, and their words in each script. */
export function partPlaces(systems: readonly SystemPlaces[]): ReadonlyMap<string, string> {
  const shown = systems.map((system) => ({
    ...withoutWords(system),
    places: system.places.map(withoutWords),
  }));
  const wordsIn = (script: Script): readonly SystemWords[] =>
    systems.map((system) => [
      wordsOf(system, script),
      system.places.map((place) => wordsOf(place, script)),
    ]);
  return new Map([
    [placesFile, JSON.stringify(shown)],
    ...scripts.map((script) => [placeWordsFile(script), JSON.stringify(wordsIn(script))] as const),
  ]);
}

/**
 * The places that a question may name, with their words in the scripts of the question; none where it names none.
 * Rejects when a file cannot be read.
 */
export async function readPlaces(
  load: (file: string) => Promise<unknown>,
  question: string,
): Promise<readonly SystemPlaces[]> {
  const folded = foldText(cleanQuery(question));
  const wanted = scripts.filter((script) =>
    script === 'han' ? isHan(folded) : /[a-z0-9]/.test(folded),
  );
  const parts = (await Promise.all(
    wanted.map((script) => load(placeWordsFile(script))),
  )) as readonly (readonly SystemWords[])[];
  const words = (parts[0] ?? []).map((_, at) => joinWords(parts.map((part) => part[at])));
  const nameless = words.map(([own, places]): SystemPlaces => ({
    ...nothingShown,
    ...asKeys(own),
    places: places.map((each) => ({ ...nothingShown, ...asKeys(each) })),
  }));
  if (findPlaces(nameless, question).length === 0) return [];
  const shown = (await load(placesFile)) as readonly SystemPlaces[];
  return shown.map((system, at) => {
    const [own = noWords, places = []] = words[at] ?? [];
    return {
      ...system,
      ...asKeys(own),
      places: system.places.map((place, each) => ({
        ...place,
        ...asKeys(places[each] ?? noWords),
      })),
    };
  });
}

const noWords: Words = [[], [], []];
const nothingShown = { key: '', path: '', name: '', nameEn: '', listed: 0, mandatory: 0 } as const;

const asKeys = ([words, trades, above]: Words): Pick<PlaceEntry, 'words' | 'trades' | 'above'> => ({
  words,
  trades,
  above,
});

function joinWords(parts: readonly (SystemWords | undefined)[]): SystemWords {
  const known = parts.flatMap((part) => (part ? [part] : []));
  const join = (all: readonly Words[]): Words => [
    all.flatMap(([words]) => words),
    all.flatMap(([, trades]) => trades),
    all.flatMap(([, , above]) => above),
  ];
  return [
    join(known.map(([own]) => own)),
    (known[0]?.[1] ?? []).map((_, at) => join(known.map(([, places]) => places[at] ?? noWords))),
  ];
}

function wordsOf(place: PlaceEntry | SystemPlaces, script: Script): Words {
  const inScript = (words: readonly string[]) =>
    words.filter((word) => isHan(word) === (script === 'han'));
  const above = 'above' in place ? place.above : [];
  return [inScript(place.words), inScript(place.trades), inScript(above)];
}

/** Keys without a value are left out of JSON. */
const withoutWords = (place: PlaceEntry | SystemPlaces): object => ({
  ...place,
  words: undefined,
  trades: undefined,
  above: undefined,
});
