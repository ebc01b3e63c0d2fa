import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult } from './build.ts';
import { isPreview } from '#publish/output.ts';
import { buildOptions, findLibrary, readArguments, readExtras, readPort } from './lib/arguments.ts';
import { printProblem, Problem } from './bootstrap/problem.mjs';
import { serveUntilStopped } from './server/serve.ts';
import { findPlace } from './lib/place.ts';
import { ROOT } from './lib/tools.ts';

const DEFAULT_PORT = 4321;
const ENGINES = ['embedded', 'meilisearch'] as const;

/** `npm start`: builds what changed, serves it and prints the address, until it is stopped. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    ...buildOptions,
    search: { type: 'string', default: 'embedded' },
  });
  const port = readPort(values.port, DEFAULT_PORT);
  const host = values.host ?? '127.0.0.1';
  const engine = readEngine(values.search);
  const library = findLibrary(values.library);
  const place = findPlace(library, { base: values.base });
  const base = place.base === undefined ? {} : { base: place.base };
  const dir = join(ROOT, 'dist');
  const serveSite = () =>
    serveUntilStopped({ dir, port, host, ...base, spare: values.port === undefined ? 100 : 0 });
  const buildSite = async (): Promise<BuildResult['open'] | undefined> => {
    const { build } = await import('./build.ts');
    const result = await build({
      library,
      out: dir,
      ...place,
      allOrNothing: values['all-or-nothing'],
      preview: values.preview,
      ...readExtras(values),
    }).catch((error: unknown) => {
      // A full disk does not take away what is there; a folder that is not ours is none of it.
      if (error instanceof Problem && error.exitCode === 2) throw error;
      printProblem(error);
      return undefined;
    });
    return result?.ok ? result.open : undefined;
  };
  if (engine === 'meilisearch') {
    const { startWithMeilisearch } = await import('./meilisearch/start.ts');
    return startWithMeilisearch({
      site: dir,
      host,
      buildSite: async () => (await buildSite())?.(),
      serveSite,
    });
  }
  await forgetLocalServer();
  if (!(await buildSite()) && !mayServeLast(dir, values.preview)) return 1;
  await serveSite();
  return 0;
}

/** Whether there is a site of an earlier build to serve; says so. A preview is served to those only who ask for one. */
export function mayServeLast(dir: string, preview: boolean): boolean {
  if (!existsSync(join(dir, 'index.html'))) return false;
  if (isPreview(dir) && !preview) {
    process.stderr.write(
      '上一次生成的是预览，里面有还没到发布日期的标准，没有打开；改正错误后重来，或加 --preview。\nThe last build was a preview with standards before their day of issue and is not served. Correct the errors and try again, or add --preview.\n',
    );
    return false;
  }
  process.stderr.write(
    '打开的是上一次生成的网站，不含这次的改动。\nThis is the site of the last build; it is without the changes made since.\n',
  );
  return true;
}

function readEngine(name: string): (typeof ENGINES)[number] {
  const engine = ENGINES.find((each) => each === name);
  if (engine) return engine;
  throw new Problem(
    { zh: `没有“${name}”这种搜索引擎。`, en: `There is no search engine "${name}".` },
    {
      zh: '可用：--search embedded（默认，不需要服务器）或 --search meilisearch',
      en: 'Use --search embedded (the default, no server) or --search meilisearch',
    },
    { exitCode: 2 },
  );
}

/** A run that was killed may have left its server behind, and its address in the site. */
async function forgetLocalServer(): Promise<void> {
  const folder = join(ROOT, '.cache', 'meilisearch');
  if (!['temporary-config.json', 'running.json'].some((name) => existsSync(join(folder, name))))
    return;
  const { stopOrphan } = await import('./meilisearch/server.ts');
  const { restoreConfig } = await import('./meilisearch/temporary-config.ts');
  if (await stopOrphan(folder)) await restoreConfig();
}
