import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { loadBody } from '#library/cache.ts';
import { exportMarkdown, exportStandard } from '#site/files/exports.ts';
import type { ExportJob } from './export-files.ts';

/** Write files that lie beside pages; answers with those whose body was not to be had. */
parentPort?.on('message', (jobs: readonly ExportJob[]) => {
  const failed: ExportJob[] = [];
  for (const job of jobs) {
    mkdirSync(dirname(job.file), { recursive: true });
    if (job.kind === 'markdown')
      writeFileSync(job.file, exportMarkdown(job.folder, job.view.sample, job.view.status));
    else {
      const { body: name, status } = job.view;
      const body = name && loadBody(job.cache, name);
      if (body) writeFileSync(job.file, JSON.stringify(exportStandard(body, status)));
      else failed.push(job);
    }
  }
  parentPort?.postMessage(failed);
});
