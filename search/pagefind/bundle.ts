import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { DrawnPage } from './pages.ts';

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
}
