import { join } from 'node:path';
import { preloadModules } from '#site/integrations/module-preloads.ts';
import { setBuildContext } from '#site/draw-context.ts';
import type { BuildContext, ContextPage } from '#site/draw-context.ts';
import type { PageSpec } from '#site/page-spec.ts';
import { importEntry, renderPath } from './entry.ts';
import type { Entry, Route } from './entry.ts';
import { entryFolder } from './facts.ts';
import type { Application } from './open.ts';

/** A page with its view. */
export interface DrawablePage extends Pick<PageSpec, 'template' | 'path'>, ContextPage {}

/** What pages read besides their views. */
export type PageSources = Pick<BuildContext, 'body' | 'names' | 'folder'>;

/** Draws pages one after another; each is handed over as soon as it is drawn. */
export type Drawer = (
  pages: readonly DrawablePage[],
  sources: PageSources,
  onDrawn: (page: DrawablePage, bytes: Uint8Array) => void,
) => Promise<void>;

/** The templates find their pages in one place of the process: one drawer at a time may write there. */
let turn: Promise<unknown> = Promise.resolve();

/** A drawer by an application, which is imported into this process. */
export async function openDrawer(application: Application): Promise<Drawer> {
  const entry = await importEntry(join(application.folder, entryFolder, application.entry));
  const find = startRoutes(entry, application);
  const imports = new Map(Object.entries(application.imports));
  const draw: Drawer = async (pages, sources, onDrawn) => {
    const byTemplate = Map.groupBy(pages, ({ template }) => template);
    setBuildContext({ ...sources, pages: (template) => byTemplate.get(template) ?? [] });
    // Astro keeps the pages that a route asked for.
    entry.app.routeCache.clearAll();
    for (const page of pages) {
      const routeData = find(page);
      if (!routeData) continue;
      const bytes = await renderPath(entry, page.path, routeData);
      onDrawn(page, page.template === 'search' ? hintModules(bytes, imports) : bytes);
    }
  };
  return (...given) => {
    const drawn = turn.then(() => draw(...given));
    turn = drawn.catch(() => undefined);
    return drawn;
  };
}

/** Finds the route of a page; a template that no route asks for has no pages here. */
function startRoutes(
  { manifest }: Entry,
  { routes }: Application,
): (page: Pick<DrawablePage, 'template' | 'path'>) => Route | undefined {
  const byPattern = new Map<string, Route>();
  const byPath = new Map<string, Route>();
  for (const { routeData } of manifest.routes) {
    byPattern.set(routeData.route, routeData);
    if (routeData.pathname !== undefined) byPath.set(routeData.pathname, routeData);
  }
  return ({ template, path }) =>
    byPath.get(path.replace(/(?:\.html|\/)$/, '')) ?? byPattern.get(routes[template] ?? '');
}

function hintModules(
  bytes: Uint8Array,
  imports: ReadonlyMap<string, readonly string[]>,
): Uint8Array {
  return Buffer.from(preloadModules(Buffer.from(bytes).toString('utf8'), imports));
}
