import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import type { BuildContext } from './draw-context.ts';
import { listPages } from './routes.ts';
import type { PageSpec } from './routes.ts';
import { viewOf } from './views/index.ts';

/** All pages of a library that lies in a folder, for Astro's own commands. */
export async function openLibraryContext(dir: string): Promise<BuildContext> {
  const library = await openLibrary({ dir });
  return createLibraryContext(library, listPages(library));
}

/** Pages of a library to be drawn. */
export function createLibraryContext(library: Library, pages: Iterable<PageSpec>): BuildContext {
  const byTemplate = Map.groupBy(pages, ({ template }) => template);
  return {
    pages: (template) =>
      (byTemplate.get(template) ?? []).map(({ params, props }) => {
        const { language: _language, ...asked } = props;
        return { params, props, view: () => viewOf(library, template, asked) };
      }),
    body: ({ slug }) => library.body(slug),
    names: ({ slug }) => library.body(slug),
    folder: (slug) =>
      library.catalog.bySlug(slug)?.row === undefined ? undefined : library.folder(slug),
    library,
  };
}
