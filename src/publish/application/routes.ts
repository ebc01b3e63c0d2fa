import { setBuildContext } from '#site/draw-context.ts';
import { renderPath } from './entry.ts';
import type { Entry } from './entry.ts';

/** What is drawn the same for any library, with the pattern of its route. */
const fixedPages: Readonly<Record<string, string>> = {
  '/robots.txt': '/robots.txt',
  '/standards/': '/[...lang]/standards',
  '/en/standards/': '/[...lang]/standards',
};

/**
 * The route that draws the pages of each template, by its pattern: each route is asked which pages it wants.
 *
 * @throws when a route has pages of its own that are not among the fixed ones: no build would draw them
 */
export async function findRoutes({
  app,
  manifest,
}: Entry): Promise<Readonly<Record<string, string>>> {
  const routes: Record<string, string> = {};
  for (const { routeData } of manifest.routes) {
    if (routeData.pathname !== undefined) continue;
    setBuildContext({
      pages: (template) => {
        routes[template] = routeData.route;
        return [];
      },
      body: refuse,
      names: refuse,
      folder: refuse,
    });
    const { getStaticPaths } = await app.getComponentByRoute(routeData);
    const own = (await getStaticPaths?.({})) as readonly object[] | undefined;
    const fixed = Object.values(fixedPages).filter((route) => route === routeData.route);
    if ((own?.length ?? 0) !== fixed.length) {
      throw new Error(`${routeData.component} has pages that are neither of a library nor fixed`);
    }
  }
  return routes;
}

function refuse(): never {
  throw new Error('no page is drawn here');
}

/** Pages that are the same for any library, by their paths. */
export async function renderFixed(entry: Entry): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = new Map<string, Uint8Array>();
  for (const [path, pattern] of Object.entries(fixedPages)) {
    const route = entry.manifest.routes.find(({ routeData }) => routeData.route === pattern);
    if (!route) throw new Error(`no route draws ${path}`);
    drawn.set(path, await renderPath(entry, path, route.routeData));
  }
  return drawn;
}
