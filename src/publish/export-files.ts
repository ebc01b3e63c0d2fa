import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Status } from '../core/catalog/index.ts';
import type { Library } from '../library/open.ts';
import { exportFile } from '../site/data/exports.ts';
import { findSystemFile } from '../site/data/system-file-list.ts';
import type { PageSpec } from '../site/routes.ts';

/** One file to be written beside a standard's page. */
export interface ExportJob {
  readonly file: string;
  readonly slug: string;
  readonly kind: 'markdown' | 'json';
  /** The standard's own folder. */
  readonly folder: string;
  readonly sample: boolean;
  readonly status: Status;
  readonly cache: string;
  /** Name of the stored body. */
  readonly body: string;
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
): Promise<void> {
  const jobs = stale.flatMap(({ template, path, props }): ExportJob[] => {
    const kind = exportKinds[template];
    const entry = props.slug === undefined ? undefined : library.catalog.bySlug(props.slug);
    if (!kind || !entry?.row) return [];
    return [
      {
        file: join(next, path),
        slug: entry.slug,
        kind,
        folder: library.folder(entry.slug),
        sample: entry.row.meta.sample,
        status: library.catalog.statusOf(entry).status,
        cache: library.cache,
        body: entry.row.digest,
      },
    ];
  });
  const [left] = await Promise.all([
    jobs.length < worthThread ? jobs : writeOnThread(jobs),
    writeSystemFiles(library, stale, next),
  ]);
  for (const { file, slug, kind } of left) write(file, exportFile(library, slug, kind));
}

async function writeSystemFiles(
  { systems }: Library,
  stale: readonly PageSpec[],
  next: string,
): Promise<void> {
  for (const { template, path, props } of stale) {
    if (template !== 'system-file') continue;
    const found = findSystemFile(systems, props.system ?? '', props.file ?? '');
    if (!found) continue;
    // Laying out and zipping take half a second to load, which a build without such files need not wait for.
    const { drawSystemFile } = await import('../site/data/system-files.ts');
    write(join(next, path), await drawSystemFile(found.system, found.file));
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
