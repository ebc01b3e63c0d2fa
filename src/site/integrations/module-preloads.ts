import { html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

/** Pages on which scripts decide how soon there is anything to read. */
const PAGES = ['search/index.html', 'en/search/index.html'];

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const SCRIPT = /<script type="module" src="([^"]*\/)([^"/]+\.js)"><\/script>/g;

/** Learns, while Vite builds, which modules each module of the browser's code imports, by names without folders. */
export function startModuleImports() {
  const imports = new Map<string, readonly string[]>();
  const plugin: VitePlugin = {
    name: 'biaolian:module-imports',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') {
          imports.set(baseName(output.fileName), output.imports.map(baseName));
        }
      }
    },
  };
  return { imports, plugin };
}

/**
 * Names in the head of the search pages all modules that their scripts import, and those import in turn: a browser then fetches
 * them side by side, where it would learn of each by reading the one before. For Astro's own build; `publish` draws pages itself.
 */
export function modulePreloads(): AstroIntegration {
  const { imports, plugin } = startModuleImports();
  return {
    name: 'biaolian:module-preloads',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => {
        for (const page of PAGES) {
          const file = fileURLToPath(new URL(page, dir));
          if (!existsSync(file)) continue;
          writeFileSync(file, preloadModules(readFileSync(file, 'utf8'), imports));
        }
      },
    },
  };
}

/** A page with a hint in its head for each module that its scripts import; `imports` of each module by name, without folders. */
export function preloadModules(
  page: string,
  imports: ReadonlyMap<string, readonly string[]>,
): string {
  const scripts = [...page.matchAll(SCRIPT)];
  const own = new Set(scripts.map(([, , name = '']) => name));
  const hints = new Map<string, Html>();
  const follow = (folder: string, name: string): void => {
    for (const imported of imports.get(name) ?? []) {
      if (own.has(imported) || hints.has(imported)) continue;
      hints.set(imported, html`<link rel="modulepreload" href="${folder}${imported}">`);
      follow(folder, imported);
    }
  };
  for (const [, folder = '', name = ''] of scripts) follow(folder, name);
  const head = html`${[...hints.values()]}</head>`;
  return page.replace('</head>', () => head.markup);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
