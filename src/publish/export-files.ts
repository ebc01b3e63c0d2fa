import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Library } from '#library/open.ts';
import { exportMarkdown, exportStandard } from '#site/files/exports.ts';
import { findSystemFile } from '#site/files/system-file-list.ts';
import type { PageSpec } from '#site/routes.ts';
import type { StandardFileView } from '#site/views/files.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { viewOf } from '#site/views/index.ts';

/** Where the site will be read. */
export interface SitePlace {
  readonly base?: string;
  readonly site?: string;
}

/** One file to be written beside a standard's page. */
export interface ExportJob {
  readonly file: string;
  readonly kind: 'markdown' | 'json';
  /** What it says, with the name of the stored body. */
  readonly view: StandardFileView;
  /** The standard's own folder. */
  readonly folder: string;
  readonly cache: string;
}

const exportKinds: Readonly<Record<string, ExportJob['kind']>> = {
  'standard-markdown': 'markdown',
  'standard-json': 'json',
};

/** Whether a page is a file written here, and not drawn by a template. */
export function isExport({ template }: PageSpec): boolean {
  return template === 'system-file' || template in exportKinds;
}

/** Below this many files a thread costs more than it saves. */
const worthThread = 100;
const batch = 64;

/** Write stale exports below `next`; those of many standards on a thread of its own while pages are drawn. */
export async function writeExports(
  library: Library,
  stale: readonly PageSpec[],
  next: string,
  place: SitePlace,
): Promise<void> {
  const jobs = stale.flatMap(({ template, path, props }): ExportJob[] => {
    const kind = exportKinds[template];
    if (!kind) return [];
    const view = viewOf(library, 'standard-json', props);
    const folder = library.folder(view.slug);
    return [{ file: join(next, path), kind, view, folder, cache: library.cache }];
  });
  const [left] = await Promise.all([
    jobs.length < worthThread ? jobs : writeOnThread(jobs),
    writeSystemFiles(library, stale, next, place),
  ]);
  for (const { file, kind, view, folder } of left) {
    const { sample, slug, status } = view;
    write(
      file,
      kind === 'markdown'
        ? exportMarkdown(folder, sample, status)
        : JSON.stringify(exportStandard(library.body(slug), status)),
    );
  }
}

async function writeSystemFiles(
  library: Library,
  stale: readonly PageSpec[],
  next: string,
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
    write(join(next, path), await buildSystemFile(view, file, addressOf));
  }
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Answers with the jobs the thread could not do. */
function writeOnThread(jobs: readonly ExportJob[]): Promise<readonly ExportJob[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url));
    const failed: ExportJob[] = [];
    let at = 0;
    const give = (): void => {
      if (at >= jobs.length) {
        void worker.terminate().then(() => resolve(failed));
        return;
      }
      worker.postMessage(jobs.slice(at, at + batch));
      at += batch;
    };
    worker.on('message', (missed: readonly ExportJob[]) => {
      failed.push(...missed);
      give();
    });
    worker.on('error', reject);
    give();
  });
}
