import type { PassageMaker } from '#search/match/kept-passages.ts';
import { loadSounds } from '#search/question/sound.ts';
import type { Shards } from '#search/shared/shards.ts';
import { buildIndex } from '../directory/build-index.ts';
import { nameFiles } from '../name-files.ts';
import type { StandardTexts } from './kept-texts.ts';
import { textPath } from './text-file.ts';
import { PAIRS_FOLDER, PASSAGES_FOLDER, TEXTS_FILE } from './texts-root.ts';
import type { TextList, TextsRoot } from './texts-root.ts';

/** How parts of a bundle are made, by one that may remember what it made last. */
export interface BundleTools {
  readonly shardsOf: (tokens: readonly (readonly string[])[]) => Shards;
  readonly passagesOf: PassageMaker;
  readonly nameContent: (content: string) => string;
}

/**
 * Files of the folder of texts by path: each text, in which texts each pair and word stands, what passages say, and
 * `TEXTS_FILE`. All but the last are named by their content, so a text that changes writes few files anew.
 */
export async function buildTextBundle(
  standards: readonly StandardTexts[],
  { shardsOf, passagesOf, nameContent }: BundleTools,
): Promise<ReadonlyMap<string, string>> {
  const texts = standards.flatMap((standard) =>
    standard.texts.map((text) => ({ ...text, slug: standard.slug })),
  );
  const pairs = buildIndex(shardsOf(texts.map(({ tokens }) => tokens)), []);
  const passages = passagesOf(
    texts.map(({ weighed }) => weighed),
    await loadSounds(),
  );
  const [ofPairs, ofPassages] = [pairs, passages].map(({ files }) => nameFiles(files, nameContent));
  const root: TextsRoot = {
    files: ofPairs?.names ?? {},
    shards: pairs.root.shards,
    texts: texts.map(({ name, slug, english }): TextList[number] =>
      english ? [name, slug, 1] : [name, slug],
    ),
    passages: { files: ofPassages?.names ?? {}, ...passages.root },
  };
  const files = new Map(texts.map(({ name, content }) => [textPath(name), content]));
  for (const [folder, named] of [
    [PAIRS_FOLDER, ofPairs],
    [PASSAGES_FOLDER, ofPassages],
  ] as const) {
    for (const [name, content] of named?.files ?? []) files.set(`${folder}/${name}`, content);
  }
  return files.set(TEXTS_FILE, JSON.stringify(root));
}
