import type { AstroIntegration } from 'astro';
import { readFigure } from '#library/figures.ts';
import type { Figure } from '#library/figures.ts';
import { findFolder } from '../build-context.ts';

/** Figures lie in the folder of their standard: the development server takes them from there. */
export function figures(): AstroIntegration {
  return {
    name: 'biaolian:figures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          void findFigure(request.url ?? '').then((figure) => {
            if (!figure) return next();
            response.setHeader('Content-Type', figure.type);
            response.end(figure.bytes);
          }, next);
        });
      },
    },
  };
}

/** The figure behind `…/standards/<slug>/<name>`, as it would be published. */
async function findFigure(url: string): Promise<Figure | null> {
  const match = /\/standards\/([^/]+)\/([^/?#]+)(?:[?#].*)?$/.exec(url);
  if (!match) return null;
  const [slug = '', name = ''] = match.slice(1).map(decodeURIComponent);
  const folder = await findFolder(slug);
  return folder === undefined ? null : readFigure(folder, name);
}
