import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import type { RuntimeConfig } from '#search/runtime-config.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { ROOT } from '../lib/tools.ts';

/** Data, key and log of the server that `npm start` runs on this machine. */
export const LOCAL_SERVER = join(ROOT, '.cache', 'meilisearch');

const temporaryConfigPath = (folder: string): string => join(folder, 'temporary-config.json');

/** A site's configuration while a server of this machine stands in it. */
interface TemporaryConfig {
  readonly site: string;
  readonly written: string;
  readonly before: string;
}

/** Let a site ask a server that lives no longer than this process; {@link restoreConfig} takes it back. */
export async function installTemporaryConfig(
  site: string,
  config: RuntimeConfig,
  folder = LOCAL_SERVER,
): Promise<void> {
  await restoreConfig(folder);
  const path = join(site, RUNTIME_CONFIG);
  const written = formatRuntimeConfig(config);
  const temporary: TemporaryConfig = { site, written, before: await readFile(path, 'utf8') };
  writeAtomically(temporaryConfigPath(folder), JSON.stringify(temporary));
  writeAtomically(path, written);
}

/** Put back what a site's configuration was before a local server stood in it, unless somebody has written another since. */
export async function restoreConfig(folder = LOCAL_SERVER): Promise<void> {
  const text = await readFile(temporaryConfigPath(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { site, written, before } = JSON.parse(text) as TemporaryConfig;
  const path = join(site, RUNTIME_CONFIG);
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === written) writeAtomically(path, before);
  await rm(temporaryConfigPath(folder), { force: true });
}
