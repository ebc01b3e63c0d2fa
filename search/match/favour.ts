import { findPlaces } from '../places/find-places.ts';
import type { PlaceStandard, StandardsOfPlaces, SystemPlaces } from '../places/place.ts';
import { orderStandards } from '../places/standards.ts';
import type { RankedStandard, Ranking } from './rank.ts';

/** A standard of a place that a question names, and how much it is favoured, 0 to 1. */
export interface Favoured {
  readonly standard: number;
  readonly weight: number;
}

/** Where places of standard systems are, and the standard, by its place in the ranking, of an entry there. */
export interface PlaceSources {
  readonly places: (question: string) => Promise<readonly SystemPlaces[]>;
  readonly placeStandards: (system: string) => Promise<StandardsOfPlaces>;
  readonly idOf: (standard: PlaceStandard) => number | undefined;
}

/** A standard further down the list of its place is favoured less: half as much at this place. */
const HALF_AT = 12;
/** Of another place that applies here too; of a place that is not the likeliest. */
const NOT_OWN = 0.5;
const OTHER_PLACE = 0.7;
/** What a favoured standard gets, of the score of the best; and what a text counts where standards are asked for. */
const FAVOUR = 0.8;
const TEXT_UNASKED = 0.8;

/** The standards of the places that a question names by product, trade or job. Rejects when they cannot be read. */
export async function listFavoured(
  question: string,
  { places, placeStandards, idOf }: PlaceSources,
  day: string,
): Promise<readonly Favoured[]> {
  const found = findPlaces(await places(question), question);
  const weights = new Map<number, number>();
  const lists = await Promise.all(found.map(({ system }) => placeStandards(system.key)));
  found.forEach((match, order) => {
    const listed = orderStandards(match, lists[order] ?? {}, day);
    listed.forEach(({ standard }, at) => {
      const id = idOf(standard);
      if (id === undefined) return;
      const own = standard.own ? 1 : NOT_OWN;
      const likeliest = order === 0 ? 1 : OTHER_PLACE;
      const weight = (own * likeliest * match.share * HALF_AT) / (HALF_AT + at);
      weights.set(id, Math.max(weight, weights.get(id) ?? 0));
    });
  });
  return [...weights].map(([standard, weight]) => ({ standard, weight }));
}

/** A ranking for a question that asks which standards there are: those favoured come forward, whether its words are in them or not. */
export function favour(ranking: Ranking, favoured: readonly Favoured[]): Ranking {
  const most = ranking.standards[0]?.score ?? 1;
  const weights = new Map(favoured.map(({ standard, weight }) => [standard, weight]));
  const known = new Set(ranking.standards.map(({ standard }) => standard));
  const others = favoured
    .filter(({ standard }) => !known.has(standard))
    .map(({ standard }): RankedStandard => ({
      standard,
      score: 0,
      share: 0,
      clauses: [],
      found: [],
    }));
  const standards = [...ranking.standards, ...others]
    .map((each) => {
      const own = each.score * (each.clauses.length > 0 ? TEXT_UNASKED : 1);
      const weight = weights.get(each.standard) ?? 0;
      return {
        ...each,
        score: own + most * FAVOUR * weight,
        share: Math.max(each.share, weight),
      };
    })
    .sort((a, b) => b.score - a.score || a.standard - b.standard);
  return { ...ranking, standards };
}
