import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PreparedIndex } from '#search/embedded/pagefind/build.ts';
import type { Library } from '#library/open.ts';
import { listDrawn } from './draw.ts';
import {
  bringBeside,
  mergeFolder,
  move,
  removeFigures,
  removeOldFigures,
  removePage,
  replaceFolder,
} from './files.ts';
import { markPreview, stampName, unfinished, writeStamp } from './output.ts';
import type { Plan } from './plan.ts';
import { keepRuntimeConfig } from './runtime-config.ts';
import type { PublishStage } from './stages.ts';

export interface Installation {
  readonly library: Library;
  readonly plan: Plan;
  readonly index: PreparedIndex;
  /** The folder of what was drawn. */
  readonly work: string;
  readonly out: string;
  /** Whether the site shows standards before their day of issue. */
  readonly preview: boolean;
  readonly stage: (name: PublishStage) => void;
}

const indexName = 'pagefind';

/**
 * Put what was drawn, and the index, in the place of what is published. First all of it is brought
 * to the disk of the site, which may be full; from then on things are only renamed.
 */
export function install(installation: Installation): void {
  const { library, plan, index, work, out, preview, stage } = installation;
  const brought = bringBeside(work, out, (beside) => {
    if (plan.full || !index.isIn(out)) index.install(beside);
    if (plan.full) keepRuntimeConfig(out, beside);
    if (plan.full && preview) markPreview(beside, true);
  });
  stage('brought');
  if (plan.full) replaceFolder(brought, out, () => stage('aside'));
  else {
    // From here to the manifest the pages are of two libraries: a crash has to cost a full build.
    writeStamp(out, unfinished);
    if (preview) markPreview(out, true);
    stage('marked');
    const next = join(brought, indexName);
    const replaced = join(brought, `${indexName}.old`);
    if (existsSync(next)) {
      if (existsSync(join(out, indexName))) move(join(out, indexName), replaced);
      move(next, join(out, indexName));
      rmSync(replaced, { recursive: true, force: true });
    }
    stage('indexed');
    rmSync(join(brought, stampName), { force: true });
    mergeFolder(brought, out);
    stage('moved');
    for (const slug of listDrawn(plan.stale)) {
      removeOldFigures(library.folder(slug), join(out, 'standards', slug));
    }
    for (const { template, path } of plan.stale) {
      if (template === 'moved' || template === 'record') removeFigures(join(out, path));
    }
    for (const path of plan.removed) removePage(out, path);
    keepRuntimeConfig(out, out);
  }
  stage('files');
}
