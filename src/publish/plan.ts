import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '#library/digest.ts';
import { loadPageKeys, storePageKeys } from '#library/page-keys.ts';
import type { PageKeys } from '#library/page-keys.ts';
import { readStamp } from './output.ts';
import type { Library } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';

export interface Plan {
  /** Everything is drawn anew: no manifest, other code, or the output is not the one it describes. */
  readonly full: boolean;
  readonly stale: readonly PageSpec[];
  /** Paths of pages that are no more. */
  readonly removed: readonly string[];
  readonly manifest: PageKeys;
}

/** Which pages of a library have to be drawn again. */
export function planPages(library: Library, code: string, previous: PageKeys | null): Plan {
  const keys: Record<string, string> = {};
  const stale: PageSpec[] = [];
  const full = previous?.code !== code;
  // A page in two languages has one view.
  const digests = new Map<string, string>();
  for (const page of listPages(library)) {
    const { template, path, props } = page;
    const { language, ...asked } = props;
    const identity = JSON.stringify([template, asked]);
    let digest = digests.get(identity);
    if (digest === undefined) {
      digest = shortDigest(JSON.stringify(viewOf(library, template, asked)));
      digests.set(identity, digest);
    }
    const key = shortDigest(`${language} ${identity} ${digest}`).slice(0, 16);
    keys[path] = key;
    if (full || previous.pages[path] !== key) stale.push(page);
  }
  const removed = full ? [] : Object.keys(previous.pages).filter((path) => !(path in keys));
  return { full, stale, removed, manifest: { code, pages: keys } };
}

/** What an output folder was made from as it is now; null when that is not known, or when the folder is nobody's output. */
export function loadManifest(cache: string, out: string): PageKeys | null {
  if (!existsSync(join(out, 'index.html'))) return null;
  try {
    return loadPageKeys(cache, out, readStamp(out).pages);
  } catch {
    return null;
  }
}

/**
 * Keep what a site is made from beside those of the last releases; answers with the name that the site is stamped with. It
 * may be kept before that site is in its place: which one holds is said by the stamp there.
 */
export function storeManifest(cache: string, out: string, manifest: PageKeys): string {
  return storePageKeys(cache, out, manifest);
}
