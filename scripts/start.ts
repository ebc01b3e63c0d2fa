import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../src/library/open.ts';
import { findLibrary, readArguments, readPort } from './lib/arguments.ts';
import { Problem } from './lib/problem.mjs';
import { serveUntilStopped } from './lib/serve.ts';
import { ROOT } from './lib/tools.ts';

const DEFAULT_PORT = 4321;
const ENGINES = ['embedded', 'meilisearch'] as const;

/** `npm start`: builds what changed, serves it and prints the address, until it is stopped. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    library: { type: 'string' },
    search: { type: 'string', default: 'embedded' },
  });
  const port = readPort(values.port, DEFAULT_PORT);
  const host = values.host ?? '127.0.0.1';
  const engine = readEngine(values.search);
  const library = findLibrary(values.library);
  const dir = join(ROOT, 'dist');
  const serveSite = () =>
    serveUntilStopped({ dir, port, host, spare: values.port === undefined ? 100 : 0 });
  const buildSite = async (): Promise<Library | undefined> => {
    const { build } = await import('./build.ts');
    const result = await build({ library, out: dir });
    return result.ok ? result.library : undefined;
  };
  if (engine === 'meilisearch') {
    const { startWithMeilisearch } = await import('./lib/meilisearch-start.ts');
    return startWithMeilisearch({ site: dir, host, buildSite, serveSite });
  }
  await forgetLocalServer();
  if (!(await buildSite())) return 1;
  await serveSite();
  return 0;
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
  if (!['loan.json', 'running.json'].some((name) => existsSync(join(folder, name)))) return;
  const { stopOrphan } = await import('./lib/meilisearch-server.ts');
  const { returnConfig } = await import('./lib/meilisearch-loan.ts');
  if (await stopOrphan(folder)) await returnConfig();
}
