import { createRequire } from 'node:module';

/** The part of esbuild that is used. */
interface Bundler {
  readonly build: (options: object) => Promise<{
    /** Of a build that writes nothing. */
    readonly outputFiles?: readonly { readonly path: string; readonly contents: Uint8Array }[];
    readonly metafile: {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly outputs: Readonly<Record<string, unknown>>;
    };
  }>;
}

/**
 * The esbuild that comes with Astro.
 *
 * @throws where a package is not installed
 */
export async function loadBundler(): Promise<Bundler> {
  const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  return (await import(ofAstro.resolve('esbuild'))) as Bundler;
}
