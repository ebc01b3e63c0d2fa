import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findLibrary, readArguments } from './lib/arguments.ts';

export interface BuildOptions {
  /** The library's folder. */
  readonly library: string;
  /** Where the site goes. */
  readonly out: string;
  /** Path the site is published under. */
  readonly base?: string;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

export interface BuildResult {
  readonly ok: boolean;
}

/** Stands in for the build until the site exists: it writes one page. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  await mkdir(options.out, { recursive: true });
  await writeFile(join(options.out, 'index.html'), '<!doctype html><title>标链 Biaolian</title>\n');
  return { ok: true };
}

export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    library: { type: 'string' },
    out: { type: 'string', default: 'dist' },
    base: { type: 'string' },
  });
  const result = await build({
    library: findLibrary(values.library),
    out: resolve(values.out),
    ...(values.base === undefined ? {} : { base: values.base }),
  });
  return result.ok ? 0 : 1;
}
