import { basisKinds, restingKinds } from './neighbour-kinds.ts';
import type { NeighbourKind } from './neighbour-kinds.ts';
import type { Neighbour } from './neighbours.ts';

/** Standards of one kind on one side of a drawing. */
export interface DrawnGroup<T> {
  readonly kind: NeighbourKind;
  readonly nodes: readonly T[];
}

/** One side of a drawing; `more` are in the table only. */
export interface DrawnSide<T> {
  readonly groups: readonly DrawnGroup<T>[];
  readonly more: number;
}

/**
 * What is drawn of the neighbours of a standard: on one side what it rests on, on the other what rests on it, each
 * standard of a kind once, no more than `most` a side. Kinds take turns, so that no long list hides a short one.
 */
export function chooseDrawn<T extends Pick<Neighbour, 'kind' | 'number'>>(
  neighbours: readonly T[],
  most: number,
): { readonly basis: DrawnSide<T>; readonly resting: DrawnSide<T> } {
  return {
    basis: chooseSide(neighbours, basisKinds, most),
    resting: chooseSide(neighbours, restingKinds, most),
  };
}

function chooseSide<T extends Pick<Neighbour, 'kind' | 'number'>>(
  neighbours: readonly T[],
  kinds: readonly NeighbourKind[],
  most: number,
): DrawnSide<T> {
  const lists = kinds.map((kind) => {
    const own = neighbours.filter((each) => each.kind === kind);
    return [...new Map(own.map((each) => [each.number, each])).values()];
  });
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const taken = lists.map(() => 0);
  for (let left = Math.min(most, total); left > 0;) {
    for (const [at, list] of lists.entries()) {
      const own = taken[at] ?? 0;
      if (left === 0 || own >= list.length) continue;
      taken[at] = own + 1;
      left -= 1;
    }
  }
  const groups = kinds.flatMap((kind, at) => {
    const nodes = lists[at]?.slice(0, taken[at]) ?? [];
    return nodes.length > 0 ? [{ kind, nodes }] : [];
  });
  return { groups, more: Math.max(0, total - most) };
}
