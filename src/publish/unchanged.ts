import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { defaultCache, findCache, today } from '#library/cache-folder.ts';
import { projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import { loadFact, storeFact } from '#library/facts.ts';
import { readIfThere } from '#library/files.ts';
import { statTrees } from '#library/tree-stat.ts';
import type { PublishOptions, PublishResult } from './index.ts';
import { isPreview, stampName } from './output.ts';
import { keepRuntimeConfig } from './runtime-config.ts';

/** What a publication found and left, for one that finds nothing changed. */
export interface LastPublication {
  readonly standards: number;
  readonly pages: number;
  /** Of the library, errors not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Kept extends LastPublication {
  /** Digest of all that the publication was made from. */
  readonly from: string;
  /** Digest of what it left. */
  readonly left: string;
}

/** All code that a site is made by, and what it loads. */
const code = ['src', 'search', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Before a publication: tells whether there is nothing to do, since neither the library, the day, the code and the options
 * nor the site are others than when it was published last. All of that is looked at, and nothing read: thousands of
 * standards take as long as their files take to be listed. Only a publication without errors and with nothing kept back is
 * remembered; for whatever is not certain the answer is no.
 */
export function startPublication(options: PublishOptions): {
  /** What was published last, when all of it still stands; else null. */
  readonly last: LastPublication | null;
  /** To be told of the publication that was made. */
  readonly keep: (result: PublishResult) => void;
} {
  const { cache: root = defaultCache(), asOf = today(), preview = false } = options;
  const [dir, out] = [resolve(options.library), resolve(options.out)];
  const from = digestSources({ ...options, library: dir, asOf });
  const cache = findCache(root, dir);
  const name = `publication ${out}`;
  const kept = from === null ? null : (loadFact(cache, name) as Kept | null);
  const stands = kept !== null && kept.from === from && kept.left === digestSite(out, preview);
  if (stands) keepRuntimeConfig(out, out);
  return {
    last: stands ? kept : null,
    keep: ({ ok, written, withheld, library, pages }) => {
      const hasErrors = written.diagnostics.some(({ severity }) => severity === 'error');
      if (from === null || !ok || hasErrors || withheld.length > 0) return;
      const left = digestSite(out, preview, Number.MAX_SAFE_INTEGER);
      if (left === null) return;
      const standards = library.rows.length;
      const { diagnostics } = written;
      storeFact(cache, name, { from, left, standards, pages, diagnostics } satisfies Kept);
    },
  };
}

function digestSources(options: PublishOptions): string | null {
  const {
    library,
    asOf,
    base,
    site,
    allOrNothing = false,
    preview = false,
    pdf = false,
    word = false,
    data = false,
  } = options;
  const files = statTrees([library, ...code.map((path) => join(projectRoot, path))]);
  const settings = Object.keys(process.env)
    .filter((name) => name.startsWith('BIAOLIAN_') && name !== 'BIAOLIAN_VERBOSE')
    .sort()
    .map((name) => [name, process.env[name]]);
  const all = [
    files,
    asOf,
    base,
    site,
    allOrNothing,
    preview,
    pdf,
    word,
    data,
    process.version,
    settings,
  ];
  return files === null ? null : shortDigest(JSON.stringify(all));
}

/** Of the stamp and of the index of the search; pages are those of the stamp. */
function digestSite(out: string, preview: boolean, now?: number): string | null {
  const stamp = readIfThere(join(out, stampName))?.toString();
  const index = statTrees([join(out, 'search-index')], now);
  const isThere = existsSync(join(out, 'index.html')) && isPreview(out) === preview;
  if (stamp === undefined || index === null || !isThere) return null;
  return shortDigest(`${stamp}\0${index}`);
}
