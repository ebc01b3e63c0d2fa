import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadBundler } from '#library/bundler.ts';

interface Hooks {
  readonly onResolve: (
    of: { readonly filter: RegExp; readonly namespace?: string },
    resolve: (asked: { readonly path: string; readonly resolveDir: string }) => object,
  ) => void;
  readonly onLoad: (
    of: { readonly filter: RegExp; readonly namespace?: string },
    load: (asked: { readonly path: string }) => object | undefined,
  ) => void;
}

/** Loaded by itself: packages with code for one machine, and what is only loaded by a process of its own. */
const apart = ['@myriaddreamin/*', 'sharp', 'astro'];

/** Read by `run.mjs` as well: what it throws is known there by its class. */
const bootstrap = /\/bootstrap\/[^/]+\.mjs$/;

const hook = fileURLToPath(new URL('./map-stacks.ts', import.meta.url));

/**
 * Bundle modules of a project, by their paths from its root, and all they load into a folder: each entry a file of its own with
 * the ending `.mjs`, what several load in files beside them, each with a source map. A place that a module knows by its own
 * address (`import.meta.url`) is that of its source; but an entry that another module names so (a process to be started) is the
 * bundled one. Answers with the names of the files.
 *
 * @throws what esbuild says where a module cannot be found or understood
 */
export async function bundleModules(
  root: string,
  entries: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const { build } = await loadBundler();
  const here = JSON.stringify(pathToFileURL(join(root, 'package.json')).href);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((path) => ({ in: `entry:${path}`, out: posix.basename(path, '.ts') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node.split('.', 1)[0]}`,
    // What CommonJS asks for by name, it asks from here.
    banner: {
      js: `import { createRequire as of } from 'node:module'; const require = of(${here});`,
    },
    external: apart,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [
      { name: 'biaolian:places', setup: (hooks: Hooks) => keepPlaces(hooks, root, entries) },
    ],
  });
  return Object.keys(metafile.outputs).map((path) =>
    relative(folder, join(root, path)).replaceAll(sep, '/'),
  );
}

/** The file of a bundle that an entry is. */
export const bundledName = (entry: string): string => `${posix.basename(entry, '.ts')}.mjs`;

const placesOfModules = /new URL\(\s*'(\.[^']+\.ts)',\s*import\.meta\.url\s*\)/g;

function keepPlaces(hooks: Hooks, root: string, entries: readonly string[]): void {
  hooks.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path, namespace: 'entry' }));
  hooks.onLoad({ filter: /^/, namespace: 'entry' }, ({ path }) => {
    const module = JSON.stringify(join(root, path.slice('entry:'.length)));
    return {
      contents: `import ${JSON.stringify(hook)}; export * from ${module};`,
      resolveDir: root,
    };
  });
  hooks.onResolve({ filter: bootstrap }, ({ path, resolveDir }) => ({
    path: pathToFileURL(resolve(resolveDir, path)).href,
    external: true,
  }));
  hooks.onLoad({ filter: /\.(?:m?js|ts)$/, namespace: 'file' }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('import.meta.url')) return undefined;
    const own = JSON.stringify(pathToFileURL(path).href);
    const contents = text
      .replace(placesOfModules, (whole, name: string) => {
        const asked = relative(root, resolve(dirname(path), name)).replaceAll(sep, '/');
        return entries.includes(asked)
          ? `new URL('./${bundledName(asked)}', import.meta.URL)`
          : whole;
      })
      .replaceAll('import.meta.url', own)
      .replaceAll('import.meta.URL', 'import.meta.url');
    return { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
  });
}
