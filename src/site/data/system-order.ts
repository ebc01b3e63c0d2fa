import type { System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';

/** Systems in the order of their chains and fields in the vocabulary, those of none of them last. */
export function listByChain({ systems, vocabulary }: Library): readonly System[] {
  const order = new Map(vocabulary.chains.map(({ id }, at) => [id, at]));
  const placeOf = ({ model }: System) => order.get(model.chain ?? '') ?? order.size;
  return systems.list.toSorted((a, b) => placeOf(a) - placeOf(b));
}
