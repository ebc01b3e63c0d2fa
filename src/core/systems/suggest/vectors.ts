import { featureKey, listFeatures } from './features.ts';
import type { Feature, FeatureKind, Placeable } from './features.ts';

/** Weights by the keys of features, of length 1 or empty. */
export type Vector = ReadonlyMap<string, number>;

const kindWeights: Readonly<Record<FeatureKind, number>> = {
  series: 0.8,
  ics: 1,
  ccs: 0.8,
  word: 1,
};

/** A function that weighs features: the more, the fewer of the standards given have them (inverse document frequency). */
export function buildWeigher(
  standards: readonly Placeable[],
): (features: readonly Feature[]) => Vector {
  const counts = new Map<string, number>();
  for (const standard of standards) {
    for (const feature of listFeatures(standard)) {
      const key = featureKey(feature);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const all = standards.length + 1;
  const weightOf = ({ kind }: Feature, key: string): number =>
    (Math.log(all / ((counts.get(key) ?? 0) + 1)) + 0.1) * kindWeights[kind];
  return (features) =>
    normalise(
      new Map(
        features.map((feature) => {
          const key = featureKey(feature);
          return [key, Math.max(0, weightOf(feature, key))] as const;
        }),
      ),
    );
}

/** The sum of vectors, each so many times, of length 1. */
export function sumUp(
  parts: readonly { readonly vector: Vector; readonly times: number }[],
): Vector {
  const sum = new Map<string, number>();
  for (const { vector, times } of parts) {
    for (const [key, weight] of vector) sum.set(key, (sum.get(key) ?? 0) + weight * times);
  }
  return normalise(sum);
}

/** The scalar product: of vectors of length 1 the cosine, 0 to 1. */
export function multiply(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [key, weight] of a) sum += weight * (b.get(key) ?? 0);
  return Math.min(1, sum);
}

function normalise(vector: Vector): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  return new Map([...vector].map(([key, weight]) => [key, weight / length] as const));
}
