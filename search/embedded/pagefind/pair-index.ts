import { buildIndex, buildShards } from '../directory/build-index.ts';
import { titleTokens } from '#search/record/titles.ts';
import { nameFiles } from '../name-files.ts';
import type { NamedFiles } from '../name-files.ts';
import type { Fragment } from './fragment.ts';
import { createMemory } from './remember.ts';

/** Shards of an index, and the first token of each. */
interface PairIndex extends NamedFiles {
  readonly shards: readonly string[];
}

const rememberTokens = createMemory(
  (content: string) => titleTokens(content.replaceAll('\u200b', '')),
  (content) => content,
);

/** In which texts each pair of characters and each word stands, by their places in the list. */
export function buildPairIndex(fragments: readonly Fragment[]): PairIndex {
  const tokensOf = rememberTokens();
  const tokens = fragments.map(({ content }) => tokensOf(content));
  const { root, files } = buildIndex(buildShards(tokens), []);
  return { shards: root.shards, ...nameFiles(files) };
}
