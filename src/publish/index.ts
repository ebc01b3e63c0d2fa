import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as buildAstro } from 'astro';
import { buildSearchIndex } from '../../search/pagefind/build.ts';
import { digestCode, projectRoot } from '../library/code-digest.ts';
import { shortDigest } from '../library/digest.ts';
import { defaultCache, openLibrary } from '../library/open.ts';
import type { Library, OpenOptions } from '../library/open.ts';
import { startStages } from '../library/stages.ts';
import { digestVocabulary } from '../library/vocabulary.ts';
import { setBuildContext } from '../site/build-context.ts';
import { listPages } from '../site/routes.ts';
import { isExport, writeExports } from './export-files.ts';
import {
  copyFigures,
  mergeFolder,
  removeOldFigures,
  removePage,
  replaceFolder,
  restoreFolder,
} from './files.ts';
import { OutputRefused, refuseOutput, sweepDrafts, unfinished, writeStamp } from './output.ts';
import { loadManifest, planPages, storeManifest } from './plan.ts';
import { keepRuntimeConfig } from './runtime-config.ts';

export interface PublishOptions extends Pick<OpenOptions, 'cache' | 'asOf'> {
  /** The library's folder. */
  readonly library: string;
  /** Where the site goes. */
  readonly out: string;
  /** Path the site is published under, e.g. `/standards-portal/`. */
  readonly base?: string;
  /** Address of the site, for canonical links, e.g. `https://standards.example.cn`. */
  readonly site?: string;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

export interface PublishResult {
  /** False when the library has errors: nothing was written. */
  readonly ok: boolean;
  readonly library: Library;
  /** Standards compiled, pages drawn and pages in all. */
  readonly compiled: number;
  readonly drawn: number;
  readonly pages: number;
}

const codeOfPages = [
  'src/site',
  'src/core',
  'src/library',
  'search',
  'astro.config.mjs',
  'package-lock.json',
];

/** Builds of this process: Node keeps the modules of an earlier one, so each has a folder of its own. */
let builds = 0;

/**
 * Compile a library and bring its site up to date: only pages whose content changed are drawn, in a
 * folder of their own, and moved over the published ones when all of them are there. Whatever fails
 * on the way, what was published before stays.
 *
 * @throws {OutputRefused} before anything is read or written, when `out` is not a folder to build into
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const out = resolve(options.out);
  const refusal = refuseOutput(out, resolve(options.library));
  if (refusal) throw new OutputRefused(refusal);
  const cache = options.cache ?? defaultCache();
  const stage = startStages(options.onStage);
  restoreFolder(out);
  const library = await openLibrary({
    dir: options.library,
    cache,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.onStage ? { onStage: options.onStage } : {}),
  });
  stage();
  const result = { library, compiled: library.compiled };
  if (library.diagnostics.some(({ severity }) => severity === 'error')) {
    return { ...result, ok: false, drawn: 0, pages: 0 };
  }
  const names = digestVocabulary(library.vocabulary);
  const settings = `${options.base ?? ''} ${options.site ?? ''} ${names}`;
  const plan = planPages(
    listPages(library),
    shortDigest(digestCode(...codeOfPages) + settings),
    loadManifest(cache, out),
  );
  stage('plan');
  if (plan.stale.length > 0) {
    // Inside the project, where Astro keeps its own working files apart for each output folder.
    const drafts = join(projectRoot, '.cache');
    mkdirSync(drafts, { recursive: true });
    sweepDrafts(drafts);
    const draft = `${process.pid}-${(builds += 1)}`;
    const next = join(drafts, `drawn-${draft}`);
    rmSync(next, { recursive: true, force: true });
    // Astro draws pages; the files beside them need no template.
    setBuildContext(
      library,
      plan.stale.filter((page) => !isExport(page)),
    );
    const exports = join(drafts, `exports-${draft}`);
    rmSync(exports, { recursive: true, force: true });
    await Promise.all([
      buildAstro({
        root: projectRoot,
        outDir: next,
        logLevel: 'error',
        cacheDir: join(cache, 'astro'),
        ...(options.base ? { base: options.base } : {}),
        ...(options.site ? { site: options.site } : {}),
      }),
      writeExports(library, plan.stale, exports),
    ]);
    mergeFolder(exports, next);
    const withFigures = plan.stale.flatMap(({ template, props: { language, slug } }) =>
      template === 'standard' && language === 'zh' && slug ? [slug] : [],
    );
    for (const slug of withFigures) {
      copyFigures(library.folder(slug), join(next, 'standards', slug));
    }
    stage('pages');
    if (plan.full) {
      keepSearchIndex(out, next);
      keepRuntimeConfig(out, next);
      writeStamp(next, unfinished);
      replaceFolder(next, out);
    } else {
      // From here to the manifest the pages are of two libraries: a crash has to cost a full build.
      writeStamp(out, unfinished);
      mergeFolder(next, out);
      for (const slug of withFigures) {
        removeOldFigures(library.folder(slug), join(out, 'standards', slug));
      }
    }
  }
  if (plan.removed.length > 0) writeStamp(out, unfinished);
  for (const path of plan.removed) removePage(out, path);
  keepRuntimeConfig(out, out);
  stage('files');
  await buildSearchIndex({
    library,
    out,
    cache: join(cache, 'index', shortDigest(library.dir).slice(0, 12)),
  });
  stage('search');
  storeManifest(cache, out, plan.manifest);
  return {
    ...result,
    ok: true,
    drawn: plan.stale.length,
    pages: Object.keys(plan.manifest.pages).length,
  };
}

/** The index knows by itself whether it is still right. */
function keepSearchIndex(out: string, next: string): void {
  const index = join(out, 'pagefind');
  if (!existsSync(index)) return;
  mkdirSync(next, { recursive: true });
  renameSync(index, join(next, 'pagefind'));
}
