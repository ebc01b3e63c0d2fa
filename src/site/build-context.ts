import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library, openLibrary } from '../library/open.ts';
import { listPages } from './routes.ts';
import type { PageSpec, Template } from './routes.ts';

/** What one build works on; set by the build before Astro starts, else opened on first use. */
export interface BuildContext {
  readonly library: Library;
  /** Pages of a template that have to be drawn. */
  readonly stale: (template: Template) => readonly PageSpec[];
}

interface LibraryRoom {
  readonly openLibrary: typeof openLibrary;
}

const KEY = Symbol.for('biaolian.build');
const shared = globalThis as { [KEY]?: Promise<BuildContext> };

export function getBuildContext(): Promise<BuildContext> {
  return (shared[KEY] ??= openContext());
}

/** The library room starts threads from its own files, so it must not end up in Astro's bundle. */
async function openContext(): Promise<BuildContext> {
  const room = pathToFileURL(resolve('src/library/open.ts')).href;
  const { openLibrary: open } = (await import(/* @vite-ignore */ room)) as LibraryRoom;
  const dir = process.env['BIAOLIAN_LIBRARY'] ?? 'content';
  const library = await open({ dir });
  return createBuildContext(library, listPages(library));
}

export async function getLibrary(): Promise<Library> {
  return (await getBuildContext()).library;
}

/** Draw these pages of a library only. */
export function setBuildContext(library: Library, stale: Iterable<PageSpec>): void {
  shared[KEY] = Promise.resolve(createBuildContext(library, stale));
}

function createBuildContext(library: Library, pages: Iterable<PageSpec>): BuildContext {
  const byTemplate = Map.groupBy(pages, ({ template }) => template);
  return { library, stale: (template) => byTemplate.get(template) ?? [] };
}

/** For `getStaticPaths`: the pages of a template, as Astro wants them. */
export async function stalePages(template: Template) {
  const { stale } = await getBuildContext();
  return stale(template).map(({ params, props }) => ({ params: { ...params }, props }));
}
