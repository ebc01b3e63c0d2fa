import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#library/write-atomically.ts';
import { shortDigest } from '#library/digest.ts';
import { readStamp, writeStamp } from './output.ts';
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

/** The manifest of an output folder; null when there is none, or when the folder is not its output. */
export function loadManifest(cache: string, out: string): Manifest | null {
  try {
    const text = readFileSync(manifestPath(cache, out), 'utf8');
    return readStamp(out) === shortDigest(text) && existsSync(join(out, 'index.html'))
      ? (JSON.parse(text) as Manifest)
      : null;
  } catch {
    return null;
  }
}

/** Keep the manifest and mark the folder as its output. */
export function storeManifest(cache: string, out: string, manifest: Manifest): void {
  const text = JSON.stringify(manifest);
  writeAtomically(manifestPath(cache, out), text);
  writeStamp(out, shortDigest(text));
}

function manifestPath(cache: string, out: string): string {
  return join(cache, 'site', `${shortDigest(out).slice(0, 12)}.json`);
}
