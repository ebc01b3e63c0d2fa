import { cleanQuery, foldText, unique } from '../record/spelling.ts';
import {
  asksForDetail,
  asksForStandards,
  blankAsking,
  blankJoining,
  blankParticles,
} from './asking.ts';
import { blankGeneric, isGeneric } from './generic.ts';
import type { PlaceEntry, SystemPlaces } from './place.ts';

/** A place that a question names. */
export interface PlaceMatch {
  readonly system: SystemPlaces;
  /** Absent where the question names the whole system. */
  readonly place: PlaceEntry | undefined;
  /** Words of the place that stand in the question, longest first. */
  readonly matched: readonly string[];
  /** Of what the question is about, the share that those words are; 1 where they are all. */
  readonly share: number;
}

const MOST_PLACES = 3;
/** Of a question that asks for standards so much has to be of the place; of one that does not, nearly all. */
const LEAST_ASKED = 0.28;
const LEAST_NAMED = 0.6;
/** Longer questions that do not ask for standards are about something else. */
const LONGEST_NAMED = 24;
/** A place whose words are so much fewer than those of the best is none that was meant. */
const NEAR = 0.75;

/** What a word of a place counts for, by each of its characters. */
const WEIGHTS = { word: 1, trade: 0.9, above: 0.5, system: 0.45 } as const;

/** Of a phrase whose words stand in another order: a nursing home is no home nursing. */
const TURNED = 0.7;

/**
 * The places of standard systems that a question names by product, trade or job, best first, three at most. None for a question
 * that asks a detail of such a place, or that is about more.
 */
export function findPlaces(
  systems: readonly SystemPlaces[],
  question: string,
): readonly PlaceMatch[] {
  const folded = foldText(cleanQuery(question));
  const asks = asksForStandards(folded);
  const subject = readSubject(folded);
  if (!asks && (asksForDetail(folded) || subject.size > LONGEST_NAMED)) return [];
  const all = systems.flatMap((system) => matchSystem(system, subject));
  // 老小区装电梯 is of two places, and about nothing else.
  const known = choose(all.flatMap(({ words }) => words));
  if (!asks && sumOf(subject, known) / subject.size < LEAST_NAMED) return [];
  const found = all
    // The name of a chain by itself is looked for in titles.
    .filter(({ match }) => match.share >= LEAST_ASKED && (asks || match.place))
    .sort((a, b) => b.score - a.score || b.head - a.head || listedAt(b.match) - listedAt(a.match));
  const most = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= most * NEAR)
    .slice(0, MOST_PLACES)
    .map(({ match }) => match);
}

const listedAt = ({ system, place }: PlaceMatch): number => (place ?? system).listed;

interface Scored {
  readonly match: PlaceMatch;
  readonly score: number;
  /** Its own words. */
  readonly words: readonly Located[];
  /** Where its words stand; greater for what names the thing itself. */
  readonly head: number;
}

function matchSystem(system: SystemPlaces, subject: Subject): readonly Scored[] {
  const around = locateAll(subject, system.words, WEIGHTS.system);
  const whole = scoreWords(subject, [
    ...around,
    ...locateAll(subject, system.trades, WEIGHTS.system),
  ]);
  const places = system.places.flatMap((place): readonly Scored[] => {
    const own = choose([
      ...locateAll(subject, place.words, WEIGHTS.word),
      ...locateAll(subject, place.trades, WEIGHTS.trade),
    ]);
    if (own.length === 0) return [];
    const above = locateAll(subject, place.above, WEIGHTS.above);
    return scoreWords(subject, own, [...above, ...around]).map((each) => ({
      ...each,
      match: { ...each.match, system, place },
    }));
  });
  return [
    ...places,
    ...whole.map((each) => ({ ...each, match: { ...each.match, system, place: undefined } })),
  ];
}

type Counted = Omit<Scored, 'match'> & { readonly match: Pick<PlaceMatch, 'matched' | 'share'> };

/** What words found in a question count for, and those around them; nothing where none of them means anything. */
function scoreWords(
  subject: Subject,
  found: readonly Located[],
  around: readonly Located[] = [],
): readonly Counted[] {
  const own = choose(found);
  const all = choose(around, own);
  const meant = sumOf(subject, all);
  const last = own.at(-1);
  if (!last || meant === 0) return [];
  return [
    {
      match: {
        matched: unique([...own].sort((a, b) => b.size - a.size).map(({ word }) => word)),
        share: meant / subject.size,
      },
      words: own,
      score: all.reduce((sum, { size, weight }) => sum + size * weight, 0),
      head: last.isLatin ? -last.start : last.end,
    },
  ];
}

/** How much of what a question is about some of its stretches are. */
const sumOf = (subject: Subject, found: readonly Located[]): number =>
  found.reduce((sum, { start, end }) => sum + subject.weigh(start, end), 0);

interface Located {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** In characters; a word of another script counts as two. */
  readonly size: number;
  readonly weight: number;
  readonly isLatin: boolean;
}

/** Those that count most, none over another or over what was chosen before; in the order of the question. */
function choose(found: readonly Located[], before: readonly Located[] = []): readonly Located[] {
  const chosen = [...before];
  for (const each of [...found].sort((a, b) => b.size * b.weight - a.size * a.weight)) {
    if (chosen.every(({ start, end }) => each.end <= start || each.start >= end)) chosen.push(each);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** What a question is about, without its asking. */
interface Subject {
  readonly text: string;
  readonly words: readonly Word[];
  /** Those of them that do not merely join others. */
  readonly telling: readonly Word[];
  /** How much of a stretch of it has meaning. */
  readonly weigh: (start: number, end: number) => number;
  /** How much of all of it. */
  readonly size: number;
}

interface Word {
  /** One form for singular and plural. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

function readSubject(folded: string): Subject {
  const text = openJoins(blankAsking(folded));
  const meant = blankGeneric(blankParticles(text));
  return {
    text,
    words: listWords(text),
    telling: listWords(blankJoining(text)),
    weigh: (start, end) => measure(meant.slice(start, end)),
    size: measure(meant),
  };
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z0-9][a-z0-9+.]*/g;

/** Words joined by a sign are asked for with and without it. */
const openJoins = (text: string): string => text.replace(/[-'’/]/g, ' ');

const measure = (text: string): number =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) + 2 * (text.match(LATIN)?.length ?? 0);

const listWords = (text: string): readonly Word[] =>
  [...text.matchAll(LATIN)].map(([word], at, all) => {
    const start = all[at]?.index ?? 0;
    return { stem: stemOf(word), start, end: start + word.length };
  });

/** Farm, farms, farmer and farming are one word here. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/^(.{4,}?)(?:ing|er)$/, '$1')
    .replace(/^(.{4,})e$/, '$1');
}

function locateAll(subject: Subject, words: readonly string[], weight: number): readonly Located[] {
  return words.flatMap((word) =>
    (HAN.test(word) ? locateRun : locateWords)(subject, openJoins(word)).map(
      ([start, end, isTurned = false]) => ({
        word,
        start,
        end,
        size: measure(openJoins(word)),
        weight: isTurned ? weight * TURNED : weight,
        isLatin: !HAN.test(word),
      }),
    ),
  );
}

type Stretch = readonly [start: number, end: number, isTurned?: boolean];

function locateRun({ text }: Subject, word: string): readonly Stretch[] {
  const found: Stretch[] = [];
  const joins = /^[a-z0-9]/.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    // OLED 屏 has no LED 屏 in it.
    if (!joins || !/[a-z0-9]/.test(text[at - 1] ?? '')) found.push([at, at + word.length]);
  }
  return found.length > 0 ? found : locateHalves(text, word);
}

/** Two words of two characters in another order, or with a little between them: 烘干粮食 and 养老护理机构 of 粮食烘干 and 养老机构. */
function locateHalves(text: string, word: string): readonly Stretch[] {
  if (!/^\p{Script=Han}{4}$/u.test(word)) return [];
  const halves = [word.slice(0, 2), word.slice(2)];
  if (halves.some(isGeneric)) return [];
  const [first = -1, second = -1] = halves.map((half) => text.indexOf(half));
  const start = Math.min(first, second);
  const end = Math.max(first, second) + 2;
  const apart = Math.abs(first - second);
  return first < 0 || second < 0 || apart < 2 || apart > 4 ? [] : [[start, end, true]];
}

/** A phrase in any order of its words, and with words between that only join them: repair of air conditioners. */
function locateWords({ words, telling }: Subject, phrase: string): readonly Stretch[] {
  if (words.length === 0) return [];
  const written = listWords(phrase).map(({ stem }) => stem);
  const wanted = [...written].sort();
  const locateIn = (all: readonly Word[]) =>
    all.flatMap((first, from): readonly Stretch[] => {
      const here = all.slice(from, from + wanted.length);
      const last = here.at(-1);
      if (here.length < wanted.length || !last) return [];
      const stems = here.map(({ stem }) => stem);
      if ([...stems].sort().some((stem, at) => stem !== wanted[at])) return [];
      return [[first.start, last.end, stems.some((stem, at) => stem !== written[at])]];
    });
  const found = locateIn(words);
  return found.length > 0 || telling.length === words.length ? found : locateIn(telling);
}
