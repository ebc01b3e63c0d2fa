import type { Catalog } from '#core/catalog/index.ts';
import type { Systems } from '#core/systems/index.ts';

/** A system of standards, or a node of one, as search takes it. */
export interface SystemEntry {
  /** Below the root of the site, without language: `/systems/cold-chain/at/storage/`. */
  readonly path: string;
  readonly name: string;
  readonly nameEn: string;
  /** Standards in it. */
  readonly count: number;
  /** Other words it is found by. */
  readonly words: readonly string[];
}

export interface SystemSources {
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'list' | 'ofChain'>;
  readonly vocabulary: {
    readonly chains: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  };
}

/** All systems, then their nodes, then chains that have standards and no system yet: their pages of the list to browse. */
export function listSystems({
  catalog,
  systems,
  vocabulary,
}: SystemSources): readonly SystemEntry[] {
  const counts = new Map(catalog.facet('chain').map(({ value, count }) => [value, count]));
  const wholes = systems.list.map(({ id, model, rows }): SystemEntry => {
    const chain = vocabulary.chains.find((each) => each.id === model.chain);
    return {
      path: `/systems/${id}/`,
      name: model.name.zh,
      nameEn: model.name.en,
      count: rows.length,
      words: chain ? [chain.zh, chain.en] : [],
    };
  });
  const nodes = systems.list.flatMap(({ id, model, nodes: all }) =>
    all.map((node): SystemEntry => ({
      path: `/systems/${id}/at/${node.id}/`,
      name: `${node.name.zh}（${model.name.zh}）`,
      nameEn: `${node.name.en} (${model.name.en})`,
      count: node.rows.length,
      words: [node.name.zh, node.name.en],
    })),
  );
  const bare = vocabulary.chains.flatMap(({ id, zh, en }): readonly SystemEntry[] => {
    const count = counts.get(id) ?? 0;
    if (count === 0 || systems.ofChain(id)) return [];
    return [{ path: `/browse/chain/${id}/`, name: zh, nameEn: en, count, words: [] }];
  });
  return [...wholes, ...nodes, ...bare];
}
