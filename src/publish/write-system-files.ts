import type { Library } from '#library/open.ts';
import { findSystemFile } from '#site/files/system-file-list.ts';
import { startAddresses } from '#site/lib/urls.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import type { SitePlace } from './application/facts.ts';
import { writePage } from './write-file.ts';

/** Write the stale files of systems (workbooks, tables, drawings) below a folder. */
export async function writeSystemFiles(
  library: Library,
  stale: readonly PageSpec[],
  work: string,
  { base, site }: SitePlace,
): Promise<void> {
  const addressOf = startAddresses(site, base);
  for (const { template, path, props } of stale) {
    if (template !== 'system-file') continue;
    const view = viewOf(library, 'system-file', props);
    const file = findSystemFile(view.system, props.file ?? '');
    if (!file) continue;
    // Laying out and zipping take half a second to load, which a build without such files need not wait for.
    const { buildSystemFile } = await import('#site/files/system-files.ts');
    writePage(work, path, await buildSystemFile(view, file, addressOf));
  }
}
