import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Status } from '../core/catalog/index.ts';
import type { Library } from '../library/open.ts';
import { exportFile } from '../site/data/exports.ts';
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

export const exportKinds: Readonly<Record<string, ExportJob['kind']>> = {
  'standard-markdown': 'markdown',
  'standard-json': 'json',
};

/** Below this many files a thread costs more than it saves. */
const worthThread = 100;
const batch = 64;

/** Write the exports of stale standards below `next`; on a thread of its own while pages are drawn. */
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
  const left = jobs.length < worthThread ? jobs : await writeOnThread(jobs);
  for (const { file, slug, kind } of left) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, exportFile(library, slug, kind));
  }
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
