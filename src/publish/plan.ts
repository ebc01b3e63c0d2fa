import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';
import { shortDigest } from '#library/digest.ts';
import { readStamp } from './output.ts';
import type { Library } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';

/** What was published last: the digest of what each page was drawn from. */
export interface Manifest {
  /** Digest of the code and settings that drew the pages. */
  readonly code: string;
  readonly pages: Readonly<Record<string, string>>;
}

export interface Plan {
  /** Everything is drawn anew: no manifest, other code, or the output is not the one it describes. */
  readonly full: boolean;
  readonly stale: readonly PageSpec[];
  /** Paths of pages that are no more. */
  readonly removed: readonly string[];
  readonly manifest: Manifest;
}

/** Which pages of a library have to be drawn again. */
export function planPages(library: Library, code: string, previous: Manifest | null): Plan {
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

/** The manifest of what lies in an output folder now; null when there is none, or when the folder is nobody's output. */
export function loadManifest(cache: string, out: string): Manifest | null {
  try {
    const stamp = readStamp(out).pages;
    const text = readFileSync(manifestPath(cache, out, stamp), 'utf8');
    return stamp === shortDigest(text) && existsSync(join(out, 'index.html'))
      ? (JSON.parse(text) as Manifest)
      : null;
  } catch {
    return null;
  }
}

/**
 * Keep a manifest beside those of the last few releases; answers with its name, which the site it describes is stamped
 * with. It may be kept before that site is in its place: which one holds is said by the stamp there.
 */
export function storeManifest(cache: string, out: string, manifest: Manifest): string {
  const text = JSON.stringify(manifest);
  const stamp = shortDigest(text);
  const path = manifestPath(cache, out, stamp);
  const folder = dirname(path);
  writeAtomically(path, text);
  const old = readdirSync(folder)
    .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
    .filter(({ name }) => ![stamp, readStamp(out).pages].includes(basename(name, '.json')))
    .toSorted((a, b) => b.written - a.written)
    .slice(KEPT_MANIFESTS);
  for (const { name } of old) rmSync(join(folder, name), { force: true });
  return stamp;
}

/** Beside the manifest of the site and that of the release to come. */
const KEPT_MANIFESTS = 2;

function manifestPath(cache: string, out: string, stamp: string): string {
  return join(cache, 'site', shortDigest(out).slice(0, 12), `${stamp}.json`);
}
