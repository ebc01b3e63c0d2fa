import type { Library } from '#library/open.ts';
import { readIndexName, readTargets } from './environment.ts';
import {
  composeConfig,
  describeReport,
  indexServers,
  readSiteConfig,
  writeSiteConfig,
} from './index.ts';
import { installTemporaryConfig, LOCAL_SERVER, restoreConfig } from './temporary-config.ts';
import { startMeilisearch } from './server.ts';
import { lockOutput } from '../lib/output-lock.ts';
import { say } from '../bootstrap/problem.mjs';

export interface StartOptions {
  /** Folder of the site. */
  readonly site: string;
  /** Address the site is served at. */
  readonly host: string;
  /** Nothing when the library has errors. */
  readonly buildSite: () => Promise<Library | undefined>;
  /** Until it is stopped. */
  readonly serveSite: () => Promise<void>;
}

/** Build, index and serve with Meilisearch: the server that `MEILI_URL` names, else one of this machine that ends with this run. */
export async function startWithMeilisearch(options: StartOptions): Promise<number> {
  const allowExit = exitOnSignals();
  const targets = readTargets(process.env);
  if (targets.length === 0) return startWithLocalServer(options, allowExit);
  const { site, buildSite, serveSite } = options;
  const index = readIndexName(process.env);
  const library = await buildSite();
  if (!library) return 1;
  const reports = await indexServers({ library, index, targets, onReport: print });
  if (reports.some(({ published }) => published)) {
    await lockOutput(site, async () => {
      writeSiteConfig(site, composeConfig(index, reports, await readSiteConfig(site)), targets);
    });
  }
  allowExit();
  await serveSite();
  return 0;
}

async function startWithLocalServer(
  { site, host, buildSite, serveSite }: StartOptions,
  allowExit: () => void,
): Promise<number> {
  const [server, library] = await Promise.all([
    startMeilisearch({ folder: LOCAL_SERVER }),
    buildSite(),
  ]);
  try {
    if (!library) return 1;
    const { url, masterKey: adminKey } = server;
    const target = { url, adminKey, publicUrl: url };
    const index = readIndexName(process.env);
    const reports = await indexServers({ library, index, targets: [target], onReport: print });
    const config = composeConfig(index, reports, { version: 1, index, servers: [] });
    if (config.servers.length > 0)
      await lockOutput(site, () => installTemporaryConfig(site, config));
    if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
      say(
        '搜索服务器只在本机可用：其他机器上的读者用内置搜索。',
        'The search server answers on this machine only: readers elsewhere use the embedded search.',
      );
    }
    allowExit();
    await serveSite();
    return 0;
  } finally {
    await restoreConfig();
    await server.stop();
  }
}

function print(report: Parameters<typeof describeReport>[0]): void {
  process.stdout.write(describeReport(report));
}

/** A signal that ends a process silently would leave the server behind. @returns lets others see to signals */
function exitOnSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const exit = (): never => process.exit(130);
  for (const signal of signals) process.on(signal, exit);
  return () => {
    for (const signal of signals) process.removeListener(signal, exit);
  };
}
