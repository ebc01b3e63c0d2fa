import { pathToFileURL } from 'node:url';
import { once } from '#core/base/memo.ts';

/** A route as Astro describes it, as far as we look at it. */
export interface Route {
  readonly route: string;
  readonly component: string;
  /** Of a route with one address. */
  readonly pathname?: string;
  readonly prerender: boolean;
  readonly origin: string;
}

/** A module of a page. */
interface PageModule {
  readonly getStaticPaths?: (options: object) => unknown;
}

/** The styles of a page, as `setInternals` wants them. */
interface PageStyles {
  readonly route: Route;
  readonly component: string;
  readonly styles: readonly {
    readonly depth: number;
    readonly order: number;
    readonly sheet: object;
  }[];
}

/** What Astro's bundle for pages that are drawn at build gives (`astro/dist/entrypoints/prerender.js`, Astro 7). */
export interface Entry {
  readonly app: {
    readonly routeCache: { readonly clearAll: () => void };
    readonly getComponentByRoute: (route: Route) => Promise<PageModule>;
    readonly setInternals: (internals: {
      readonly pagesByKeys: ReadonlyMap<string, PageStyles>;
      readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>;
    }) => void;
    readonly setOptions: (options: {
      readonly settings: { readonly scripts: readonly [] };
      readonly logger: { readonly options: object };
    }) => void;
    readonly render: (
      request: Request,
      options: { readonly routeData: Route },
    ) => Promise<Response>;
  };
  readonly manifest: {
    readonly base: string;
    readonly site?: string;
    readonly routes: readonly { readonly routeData: Route; readonly styles: readonly object[] }[];
    /** What imports the module of each route, by its component. */
    readonly pageMap?: Map<string, () => Promise<unknown>>;
  };
}

/** Import a bundle of Astro's, ready to draw. */
export async function importEntry(file: string): Promise<Entry> {
  const entry = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Entry;
  const { app, manifest } = entry;
  // Astro imports the module of a route again for each page, and Node looks for it each time.
  for (const [component, load] of manifest.pageMap ?? [])
    manifest.pageMap?.set(component, once(load));
  // Astro sets these two itself where it draws pages in the process that built them; no document of its names them.
  app.setInternals({
    pagesByKeys: new Map(
      manifest.routes.map(({ routeData, styles }) => [
        `${routeData.route}&${routeData.component}`,
        {
          route: routeData,
          component: routeData.component,
          styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })),
        },
      ]),
    ),
    entrySpecifierToBundleMap: new Map(),
  });
  const destination = { write: () => undefined };
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination, level: 'error' } },
  });
  return entry;
}

/** What a route draws at a path of the site. */
export async function renderPath(
  { app, manifest }: Entry,
  path: string,
  routeData: Route,
): Promise<Uint8Array> {
  const origin = manifest.site ? new URL(manifest.site).origin : 'http://localhost:4321';
  const base = `/${manifest.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const address = new URL(base + path.slice(1).replace(/\.html$/, '/'), origin);
  const response = await app.render(new Request(address), { routeData });
  if (response.status !== 200 && response.status !== 404) {
    throw new Error(`${path} could not be drawn: ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
