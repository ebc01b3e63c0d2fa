import { dev } from 'astro';
import { holdEntries } from '#library/cache.ts';
import { projectRoot } from '#library/code-digest.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { setBuildContext } from '#site/draw-context.ts';
import { createLibraryContext } from '#site/library-context.ts';
import { listPages } from '#site/routes.ts';
import { servePapers } from './dev-papers.ts';
import { watchFolder } from './watch-folder.ts';

export interface DevelopOptions {
  readonly library: string;
  readonly port: number;
  readonly host?: string;
  /** Told when the library was read anew. */
  readonly onOpen: (library: Library) => void;
}

/** Astro's development server over a library: a change of a standard or of code reloads the page. */
export async function develop(
  options: DevelopOptions,
): Promise<{ readonly stop: () => Promise<void> }> {
  const reload: { now: () => void } = { now: () => undefined };
  let shown: Library;
  const open = async (): Promise<void> => {
    const library = await openLibrary({ dir: options.library });
    shown = library;
    setBuildContext(createLibraryContext(library, listPages(library)));
    options.onOpen(library);
  };
  holdEntries();
  await open();
  const server = await dev({
    root: projectRoot,
    server: { port: options.port, ...(options.host ? { host: options.host } : {}) },
    integrations: [
      {
        name: 'biaolian-content',
        hooks: {
          'astro:server:setup': ({ server: vite }) => {
            vite.middlewares.use(servePapers(() => shown));
            reload.now = () => {
              // Astro keeps the paths of a template for as long as its module lives.
              for (const environment of Object.values(vite.environments)) {
                environment.moduleGraph.invalidateAll();
              }
              vite.ws.send({ type: 'full-reload' });
            };
          },
        },
      },
    ],
  });
  const stopWatching = watchFolder(
    options.library,
    () => open().then(reload.now),
    (error) => process.emitWarning(String(error)),
  );
  return {
    stop: async () => {
      await stopWatching();
      await server.stop();
    },
  };
}
