import type { Bilingual } from '../../base/bilingual.ts';
import type { Role } from '../../terms/index.ts';
import type { Placeable } from './features.ts';
import { listFeatures } from './features.ts';
import { proposeRole } from './propose-role.ts';
import { findReasons } from './reasons.ts';
import { buildWeigher, multiply, sumUp } from './vectors.ts';
import type { Vector } from './vectors.ts';

export type { Placeable } from './features.ts';

/** A place of a system with what is known of it: its names, its words in everyday language, standards that stand there. */
export interface KnownPlace {
  /** Id of the node, or code of the branch. */
  readonly id: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly standards: readonly Placeable[];
}

/** By how far the best place is ahead of the next; how often each was right stands in docs/systems.md. */
export type Confidence = 'high' | 'medium' | 'low';

/** A place proposed for a standard: a proposal to be judged by a person, never a fact. */
export interface Suggestion {
  /** Id of the place. */
  readonly place: string;
  /** 0 (nothing in common) to 1. */
  readonly score: number;
  readonly confidence: Confidence;
  readonly role: Role;
  readonly reasons: readonly Bilingual[];
}

/** Proposes a place for a standard; undefined where it has nothing in common with any. */
export type Suggester = (standard: Placeable) => Suggestion | undefined;

/** What the names and words of a place weigh, a standard that stands there weighing 1. */
const nameWeight = 1.5;
/** How far ahead of the next place the best one is. */
const margins = { high: 0.15, medium: 0.05 };

interface Profile {
  readonly place: KnownPlace;
  readonly names: Vector;
  readonly standards: readonly { readonly standard: Placeable; readonly vector: Vector }[];
}

/**
 * A function that proposes places of one system, by what a standard has in common with the names of places and with
 * the standards that stand there: series, ICS, CCS, words of titles; what fewer of `all` standards have counts more.
 * A standard that stands in the system is judged as if it did not.
 */
export function buildSuggester(
  places: readonly KnownPlace[],
  all: readonly Placeable[],
): Suggester {
  const weigh = buildWeigher(all);
  const profiles = places.map((place): Profile => ({
    place,
    names: weigh(
      listFeatures({
        number: '',
        title: [...place.names, ...place.words].join(' '),
        ics: [],
        ccs: [],
      }),
    ),
    standards: place.standards.map((standard) => ({
      standard,
      vector: weigh(listFeatures(standard)),
    })),
  }));
  return (standard) => {
    const vector = weigh(listFeatures(standard));
    const rated = profiles
      .map((profile) => ({ profile, score: rate(profile, standard.number, vector) }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = rated;
    if (!best || best.score === 0) return undefined;
    const margin = best.score - (next?.score ?? 0);
    const { place } = best.profile;
    const others = place.standards.filter(({ number }) => number !== standard.number);
    return {
      place: place.id,
      score: best.score,
      confidence: margin >= margins.high ? 'high' : margin >= margins.medium ? 'medium' : 'low',
      role: proposeRole(standard),
      reasons: findReasons(standard, { ...place, standards: others }),
    };
  };
}

/** A third each what it has in common with the names of the place, with all that stands there, and with what there is most like it. */
function rate({ names, standards }: Profile, number: string, vector: Vector): number {
  const others = standards.filter(({ standard }) => standard.number !== number);
  const whole = sumUp([
    { vector: names, times: nameWeight },
    ...others.map((known) => ({ vector: known.vector, times: 1 })),
  ]);
  const nearest = Math.max(0, ...others.map((known) => multiply(vector, known.vector)));
  return (multiply(vector, names) + multiply(vector, whole) + nearest) / 3;
}
