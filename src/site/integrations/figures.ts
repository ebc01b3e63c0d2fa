import { createReadStream } from 'node:fs';
import { extname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { getLibrary } from '../build-context.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** Figures lie in the folder of their standard: the development server takes them from there. */
export function figures(): AstroIntegration {
  return {
    name: 'biaolian:figures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          void findFigure(request.url ?? '').then((found) => {
            if (!found) return next();
            response.setHeader('Content-Type', found.type);
            createReadStream(found.path).on('error', next).pipe(response);
          }, next);
        });
      },
    },
  };
}

/** The file behind `…/standards/<slug>/<name>`; only names without a path are looked up. */
async function findFigure(url: string): Promise<{ path: string; type: string } | undefined> {
  const match = /\/standards\/([^/]+)\/([^/?#]+)(?:[?#].*)?$/.exec(url);
  if (!match) return undefined;
  const [slug = '', name = ''] = match.slice(1).map(decodeURIComponent);
  const type = TYPES[extname(name).toLowerCase()];
  const { catalog, folder } = await getLibrary();
  if (!type || /[/\\]/.test(name) || !catalog.bySlug(slug)?.row) return undefined;
  return { path: join(folder(slug), name), type };
}
