import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledStandard, Language, NamedText } from '#core/model/standard.ts';
import { measureFigure } from '#library/figure-size.ts';
import { readFigure } from '#library/figures.ts';
import type { BuildContext, NamesOfView, TextOfView } from './draw-context.ts';
import { BUILD_CONTEXT } from './draw-context.ts';
import type { openLibraryContext } from './library-context.ts';
import type { Template } from './page-spec.ts';
import type { View, viewOf } from './views/index.ts';

interface ContextRoom {
  readonly openLibraryContext: typeof openLibraryContext;
}

interface ViewsRoom {
  readonly viewOf: typeof viewOf;
}

const shared = globalThis as { [BUILD_CONTEXT]?: BuildContext | Promise<BuildContext> };

async function getBuildContext(): Promise<BuildContext> {
  return (shared[BUILD_CONTEXT] ??= openContext());
}

/** The library room starts threads from its own files, so it must not end up in Astro's bundle; nor need the views. */
async function openContext(): Promise<BuildContext> {
  const room = pathToFileURL(resolve('src/site/library-context.ts')).href;
  const { openLibraryContext: open } = (await import(/* @vite-ignore */ room)) as ContextRoom;
  return open(process.env['BIAOLIAN_LIBRARY'] ?? 'content');
}

async function importViews(): Promise<ViewsRoom> {
  const room = '/src/site/views/index.ts';
  return (await import(/* @vite-ignore */ room)) as ViewsRoom;
}

/** What a template is given: its language, and all that the page shows. */
export interface Drawn<T extends Template> {
  readonly language: Language;
  readonly view: View<T>;
}

/** For `getStaticPaths`: the pages of a template, as Astro wants them; each view is made when its page is drawn. */
export async function stalePages<T extends Template>(template: T) {
  const { pages, library } = await getBuildContext();
  // The development server makes views with the code as it is now; a bundle has none of that code.
  const make = import.meta.env.DEV ? (await importViews()).viewOf : undefined;
  return pages(template).map(({ params, props: { language, ...props }, view }) => ({
    params: { ...params },
    props: {
      language,
      get view() {
        return make && library ? make(library, template, props) : (view() as View<T>);
      },
    } satisfies Drawn<T>,
  }));
}

/** The view of pages that have one address only. */
export async function getView<T extends Template>(template: T): Promise<View<T>> {
  const [page] = await stalePages(template);
  if (!page) throw new Error(`no page of ${template} is to be drawn`);
  return page.props.view;
}

/** The text behind a view, which holds its digest only. */
export async function readBody({ slug, digest }: TextOfView): Promise<CompiledStandard> {
  return (await getBuildContext()).body({ slug, digest });
}

/** What links to clauses of a text need of it: pages that name clauses of hundreds of texts read no more. */
export async function readNames({ slug, names }: NamesOfView): Promise<NamedText> {
  return (await getBuildContext()).names({ slug, names });
}

/** The folder that a standard's own files lie in; undefined when none of that name is hosted. */
export async function findFolder(slug: string): Promise<string | undefined> {
  return (await getBuildContext()).folder(slug);
}

/** Sizes of the figures of a standard, whose files the view of its page has the digest of. */
export async function measureFigures({ slug }: { readonly slug: string }) {
  const folder = await findFolder(slug);
  return (file: string) => {
    const figure = folder === undefined ? null : readFigure(folder, file);
    return figure ? measureFigure(figure) : undefined;
  };
}
