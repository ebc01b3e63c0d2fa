import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { DrawnPage } from './pages.ts';
import { TEXTS_FILE } from './texts-file.ts';
import type { TextsFile } from './texts-file.ts';

/** Fragments of a large library are bundled, so that the site does not hold a file for each standard. */
const MOST_FRAGMENTS = 2000;
/** What the browser loads; the rest of Pagefind's output is its own user interface. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index|fragment|filter)$/;

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
  writeFileSync(join(folder, TEXTS_FILE), JSON.stringify(listTexts(join(folder, 'fragment'))));
}

interface Fragment {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Which standard each fragment is of, in the order of their ids. */
function listTexts(folder: string): TextsFile {
  const found = readdirSync(folder).flatMap((name) => {
    const content = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
    const parsed = JSON.parse(content.slice(content.indexOf('{'))) as
      | Fragment
      | Readonly<Record<string, Fragment>>;
    // A file has one fragment, named as the file, or several by their names.
    return isFragment(parsed)
      ? [[name.replace(/\.pf_fragment$/, ''), parsed] as const]
      : Object.entries(parsed);
  });
  const texts = found.map(([id, { meta }]): readonly [string, TextsFile[string]] => {
    const slug = meta['slug'] ?? '';
    return [id, meta['language'] === 'en' ? [slug, 1] : [slug]];
  });
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isFragment(value: object): value is Fragment {
  return 'url' in value && typeof value.url === 'string';
}
