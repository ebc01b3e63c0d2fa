import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '#library/digest.ts';
import { loadPageKeys, storePageKeys } from '#library/page-keys.ts';
import type { PageKeys } from '#library/page-keys.ts';
import { loadShapes, storeShapes } from '#library/shapes.ts';
import type { PublishedShapes, ShapeChange } from '#library/shapes.ts';
import { digestView } from './digest-view.ts';
import { readStamp } from './output.ts';
import type { Library } from '#library/open.ts';
import { dependences } from '#site/dependence.ts';
import type { Reach } from '#site/dependence.ts';
import { listPages } from '#site/routes.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import { findReach, listShapes } from './reach/reach.ts';

export interface Plan {
  /** Everything is drawn anew: no manifest, other code, or the output is not the one it describes. */
  readonly full: boolean;
  readonly stale: readonly PageSpec[];
  /** Paths of pages that are no more. */
  readonly removed: readonly string[];
  readonly manifest: PageKeys;
}

/** A plan, with what is kept of the library to plan the next publication by what it changes. */
export interface StoredPlan extends Plan {
  /** Pages whose view was made. */
  readonly looked: number;
  readonly shapes: ShapeChange;
}

/** What a site was made from: its pages, and the standards of the library. */
export interface PublishedState {
  readonly keys: PageKeys;
  /** Null when nothing is known of them. */
  readonly shapes: PublishedShapes | null;
}

/** Which pages of a library have to be drawn again; only those are looked at that what has changed may be seen on. */
export function planPages(
  library: Library,
  code: string,
  before: PublishedState | null,
): StoredPlan {
  const keys: Record<string, string> = {};
  const stale: PageSpec[] = [];
  const previous = before?.keys;
  const known = previous?.pages ?? {};
  const full = previous?.code !== code;
  const found = full || !before?.shapes ? null : findReach(library, before.shapes);
  let looked = 0;
  let listed = 0;
  let isNew = false;
  // A page in two languages has one view.
  const digests = new Map<string, string>();
  const look = (page: PageSpec, reach: Reach | undefined) => {
    const { template, path, props } = page;
    const last = known[path];
    listed += 1;
    isNew ||= last === undefined;
    if (reach && last !== undefined && !dependences[template](reach, props)) {
      keys[path] = last;
      return;
    }
    const { language, ...asked } = props;
    const identity = JSON.stringify([template, asked]);
    let digest = digests.get(identity);
    if (digest === undefined) {
      looked += 1;
      digest = digestView(template, viewOf(library, template, asked));
      digests.set(identity, digest);
    }
    const key = shortDigest(`${language} ${identity} ${digest}`).slice(0, 16);
    keys[path] = key;
    if (full || last !== key) stale.push(page);
  };
  // What names all pages comes after them, when it is known whether there are others.
  const last: PageSpec[] = [];
  for (const page of listPages(library)) {
    if (page.template === 'sitemap') last.push(page);
    else look(page, found?.reach);
  }
  const count = Object.keys(known).length;
  const named = last.filter(({ path }) => path in known).length;
  const addresses = full || isNew || named < last.length || listed + last.length !== count;
  const reach = found?.reach;
  for (const page of last) look(page, reach && { ...reach, addresses });
  const removed = full || !addresses ? [] : Object.keys(known).filter((path) => !(path in keys));
  const shapes = found?.shapes ?? listShapes(library);
  return { full, stale, removed, manifest: { code, pages: keys }, shapes, looked };
}

/** What an output folder was made from as it is now; null when that is not known, or when the folder is nobody's output. */
export function loadPublished(cache: string, out: string): PublishedState | null {
  if (!existsSync(join(out, 'index.html'))) return null;
  try {
    const state = readStamp(out).pages;
    const keys = loadPageKeys(cache, out, state);
    return keys && { keys, shapes: loadShapes(cache, out, state) };
  } catch {
    return null;
  }
}

/**
 * Keep what a site is made from beside those of the last releases; answers with the name that the site is stamped with. It
 * may be kept before that site is in its place: which one holds is said by the stamp there.
 */
export function storePlan(cache: string, out: string, { manifest, shapes }: StoredPlan): string {
  const state = storePageKeys(cache, out, manifest);
  storeShapes(cache, out, state, shapes);
  return state;
}
