import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOnly, formatRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import type { SiteSettings } from '#core/settings/index.ts';

/**
 * See to a site's configuration for search. What somebody wrote into the published site (`out`) stays through any build; a
 * site without one searches by itself.
 */
export function keepRuntimeConfig(out: string, next: string): void {
  const published = join(out, RUNTIME_CONFIG);
  const kept = existsSync(published);
  if (kept && next === out) return;
  const text = kept ? readFileSync(published, 'utf8') : formatRuntimeConfig(embeddedOnly);
  writeAtomically(join(next, RUNTIME_CONFIG), text);
}

/** Write the search servers that a library names in `site.yaml` into its site; without, what stands there stays. */
export function writeOwnServers(out: string, search: SiteSettings['search']): void {
  if (!search) return;
  const text = formatRuntimeConfig({ version: 1, ...search });
  const path = join(out, RUNTIME_CONFIG);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeAtomically(path, text);
}
