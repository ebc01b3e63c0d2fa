import { defineConfig } from 'astro/config';
import { figures } from './src/site/integrations/figures.ts';
import { startModuleGroups } from './src/site/integrations/module-groups.ts';
import { modulePreloads } from './src/site/integrations/module-preloads.ts';

const site = process.env['BIAOLIAN_SITE'];
const base = process.env['BIAOLIAN_BASE'];

const groups = startModuleGroups();

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  output: 'static',
  trailingSlash: 'always',
  ...(site ? { site } : {}),
  ...(base ? { base } : {}),
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [figures(), modulePreloads()],
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [groups.plugin],
    // Browsers common in public offices are some years old; newer syntax is lowered for them.
    build: { cssTarget: ['chrome100', 'firefox100', 'safari15.4'], assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          target: 'es2020',
          rolldownOptions: { output: { codeSplitting: groups.codeSplitting } },
          // What every page loads first names nothing of what comes later.
          modulePreload: {
            resolveDependencies: (_file, names, { hostId }) =>
              hostId.includes('Base.astro') ? [] : names,
          },
        },
      },
    },
  },
});
