import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOnly, formatRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import { writeAtomically } from '#library/write-atomically.ts';

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
