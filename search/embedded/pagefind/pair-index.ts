import { hashFiles } from '#library/hash-files.ts';
import { buildIndex, buildShards } from '../directory/build-index.ts';
import { titleTokens } from '#search/record/titles.ts';
import type { Fragment } from './fragment.ts';

/** Shards of an index by name, the folder for them, named by their content, and the first token of each. */
interface PairIndex {
  readonly folder: string;
  readonly shards: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** In which texts each pair of characters and each word stands, by their places in the list. */
export function buildPairIndex(fragments: readonly Fragment[]): PairIndex {
  const tokens = fragments.map(({ content }) => titleTokens(content.replaceAll('\u200b', '')));
  const { root, files } = buildIndex(buildShards(tokens), []);
  return { folder: `p${hashFiles(files)}`, shards: root.shards, files };
}
