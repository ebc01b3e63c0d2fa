import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledStandard, Language } from '#core/model/standard.ts';
import { measureFigure } from '#library/figure-size.ts';
import { readFigure } from '#library/figures.ts';
import type { Library, openLibrary } from '#library/open.ts';
import { listPages } from './routes.ts';
import type { PageSpec, Template } from './routes.ts';
import { viewOf } from './views/index.ts';
import type { View } from './views/index.ts';
import type { ViewProps } from './views/props.ts';

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

function getBuildContext(): Promise<BuildContext> {
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

/** For the development server; a page is drawn from its view. */
export async function getLibrary(): Promise<Library> {
  return (await getBuildContext()).library;
}

/**
 * Hands templates the library and the pages to draw, in place of what they would open themselves; these pages only are
 * drawn.
 */
export function setBuildContext(library: Library, stale: Iterable<PageSpec>): void {
  shared[KEY] = Promise.resolve(createBuildContext(library, stale));
}

function createBuildContext(library: Library, pages: Iterable<PageSpec>): BuildContext {
  const byTemplate = Map.groupBy(pages, ({ template }) => template);
  return { library, stale: (template) => byTemplate.get(template) ?? [] };
}

/** What a template is given: its language, and all that the page shows. */
export interface Drawn<T extends Template> {
  readonly language: Language;
  readonly view: View<T>;
}

/** For `getStaticPaths`: the pages of a template, as Astro wants them; each view is made when its page is drawn. */
export async function stalePages<T extends Template>(template: T) {
  const { stale, library } = await getBuildContext();
  return stale(template).map(({ params, props: { language, ...props } }) => ({
    params: { ...params },
    props: {
      language,
      get view() {
        return viewOf(library, template, props);
      },
    } satisfies Drawn<T>,
  }));
}

/** The view of a page that has one address only. */
export async function getView<T extends Template>(template: T, props: ViewProps = {}) {
  return viewOf(await getLibrary(), template, props);
}

/** The text behind a view, which holds its digest only. */
export async function readBody({ slug }: { readonly slug: string }): Promise<CompiledStandard> {
  return (await getLibrary()).body(slug);
}

/** The folder that a standard's own files lie in. */
export async function findFolder({ slug }: { readonly slug: string }): Promise<string> {
  return (await getLibrary()).folder(slug);
}

/** Sizes of the figures of a standard, whose files the view of its page has the digest of. */
export async function measureFigures({ slug }: { readonly slug: string }) {
  const folder = (await getLibrary()).folder(slug);
  return (file: string) => {
    const figure = readFigure(folder, file);
    return figure ? measureFigure(figure) : undefined;
  };
}
