import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getLibrary } from '../build-context.ts';
import { standardPath } from '../lib/urls.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** Figures lie in the folder of their standard and go beside its page, unchanged. */
export function figures(): AstroIntegration {
  return {
    name: 'biaolian:figures',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const { rows, folder } = await getLibrary();
        for (const { slug } of rows) await copyFigures(folder(slug), join(out, standardPath(slug)));
      },
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

async function copyFigures(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => extname(name).toLowerCase() in TYPES);
  if (names.length === 0) return;
  await mkdir(to, { recursive: true });
  for (const name of names) {
    const [source, target] = await Promise.all([
      stat(join(from, name)),
      stat(join(to, name)).catch(() => undefined),
    ]);
    const same = target && target.size === source.size && target.mtimeMs >= source.mtimeMs;
    if (!same) await copyFile(join(from, name), join(to, name));
  }
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
