import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'astro';
import type { AstroIntegration } from 'astro';
import { projectRoot } from '#library/code-digest.ts';
import { startModuleImports } from '#site/integrations/module-preloads.ts';
import { entryFolder, staticFolder, writeFacts } from './facts.ts';
import type { SitePlace } from './facts.ts';
import { writePage } from '../write-file.ts';
import { importEntry } from './entry.ts';
import { findRoutes, renderFixed } from './routes.ts';

/**
 * Build the Astro project into a folder, without its pages: the bundle that draws them, and the files that are the same for
 * any library. What it was made from, and of, is written last.
 */
export async function buildApplication(folder: string, { base, site }: SitePlace): Promise<void> {
  const started = Date.now();
  const drawn = join(folder, staticFolder);
  mkdirSync(drawn, { recursive: true });
  const read = new Set<string>();
  const { imports, plugin } = startModuleImports();
  let bundle = '';
  const collect: AstroIntegration = {
    name: 'biaolian:application',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              plugin,
              {
                name: 'biaolian:application-modules',
                generateBundle({ dir = '' }) {
                  if (this.environment.name === 'prerender') bundle = dir;
                  for (const id of this.getModuleIds()) read.add(id);
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'biaolian:application',
          getStaticPaths: () => {
            // The bundle is whole now, and gone when the build is over.
            cpSync(bundle, join(folder, entryFolder), { recursive: true });
            return Promise.resolve([]);
          },
          render: () => Promise.reject(new Error('an application is built without its pages')),
        });
      },
    },
  };
  const cacheDir = join(folder, 'astro');
  await build({
    root: projectRoot,
    outDir: drawn,
    cacheDir,
    logLevel: 'error',
    ...(base ? { base } : {}),
    ...(site ? { site } : {}),
    integrations: [collect],
  });
  rmSync(cacheDir, { recursive: true, force: true });
  const name = readdirSync(join(folder, entryFolder)).find((each) =>
    each.startsWith('prerender-entry'),
  );
  if (!name) throw new Error('Astro built no entry to draw pages with');
  const entry = await importEntry(join(folder, entryFolder, name));
  for (const [path, bytes] of await renderFixed(entry)) writePage(drawn, path, bytes);
  writeFacts(folder, {
    started,
    entry: name,
    routes: await findRoutes(entry),
    imports: Object.fromEntries(imports),
    inputs: listOwnFiles(read),
  });
}

/** Files of the project among the names of modules, from its root. */
function listOwnFiles(modules: Iterable<string>): readonly string[] {
  const packages = `node_modules${sep}`;
  const files = [...modules].flatMap((id) => {
    const path = id.replace(/[?#].*$/, '');
    if (!path.startsWith(projectRoot)) return [];
    const own = relative(projectRoot, path);
    return own.startsWith(packages) || own.startsWith('.') ? [] : [own.replaceAll(sep, '/')];
  });
  return [...new Set(files)].sort();
}
