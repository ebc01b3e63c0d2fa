import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { DrawnPage } from './pages.ts';
import type { PassageText } from '#search/match/passage-index.ts';
import { buildPassageIndex, weighText } from '#search/match/passage-index.ts';
import { loadSounds } from '#search/question/sound.ts';
import { readFragments, toPagefindData } from './fragment.ts';
import type { Fragment } from './fragment.ts';
import { nameFiles } from '../name-files.ts';
import { buildPairIndex } from './pair-index.ts';
import { createMemory } from './remember.ts';
import { splitPage } from './text-clauses.ts';
import { PAIRS_FOLDER, PASSAGES_FOLDER, TEXTS_FILE } from './texts-root.ts';
import type { TextList, TextsRoot } from './texts-root.ts';

/** Fragments of a large library are bundled, so that the site does not hold a file for each standard. */
const MOST_FRAGMENTS = 2000;
/** What the browser loads; the rest of Pagefind's output is its own user interface. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index|fragment|filter)$/;

const rememberWeights = createMemory(weighText, (text: PassageText) => JSON.stringify(text));

/** Write a Pagefind bundle of pages to a folder. Pagefind runs as a process of its own and ends with this call. */
export async function buildTextBundle(pages: readonly DrawnPage[], folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ maxFragments: MOST_FRAGMENTS });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for (const { url, html } of pages) {
      const added = await index.addHTMLFile({ url, content: html });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${url}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  for (const name of readdirSync(folder)) {
    if (!NEEDED.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  writeFileSync(join(folder, TEXTS_FILE), JSON.stringify(await writeTextsRoot(folder)));
}

/** Whose each fragment is, in the order of ids; writes the indexes of their pairs and of their passages beside them. */
async function writeTextsRoot(folder: string): Promise<TextsRoot> {
  const fragments = readdirSync(join(folder, 'fragment'))
    .flatMap((name) => {
      const unpacked = gunzipSync(readFileSync(join(folder, 'fragment', name))).toString('utf8');
      return [...readFragments(unpacked, name.replace(/\.pf_fragment$/, ''))];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const index = buildPairIndex(fragments.map(([, fragment]) => fragment));
  const passages = buildPassageIndex(
    fragments.map(([, fragment]) => toPassageText(fragment)),
    await loadSounds(),
    rememberWeights(),
  );
  const named = nameFiles(passages.files);
  for (const [name, files] of [
    [PAIRS_FOLDER, index.files],
    [PASSAGES_FOLDER, named.files],
  ] as const) {
    mkdirSync(join(folder, name));
    for (const [file, content] of files) writeFileSync(join(folder, name, file), content);
  }
  return {
    files: index.names,
    shards: index.shards,
    texts: fragments.map(([id, { meta }]): TextList[number] => {
      const slug = meta['slug'] ?? '';
      return meta['language'] === 'en' ? [id, slug, 1] : [id, slug];
    }),
    meta: readdirSync(folder).find((name) => name.endsWith('.pf_meta')) ?? '',
    passages: { files: named.names, ...passages.root },
  };
}

function toPassageText(fragment: Fragment): PassageText {
  const { head, clauses } = splitPage(toPagefindData(fragment));
  return {
    title: fragment.meta['title'] ?? '',
    lead: head,
    clauses: clauses.map(({ label, title, peripheral, body }) => ({
      label,
      title,
      peripheral,
      text: body,
    })),
  };
}
