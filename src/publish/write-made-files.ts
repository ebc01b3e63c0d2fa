import { readFileSync } from 'node:fs';
import type { Library } from '#library/open.ts';
import { readLessonFigure } from '#library/learning.ts';
import { findPaper } from '#library/projects.ts';
import { writeWebManifest } from '#site/files/web-manifest.ts';
import { listIndicatorFiles } from '#site/files/indicator-file-list.ts';
import { planFile } from '#site/files/plan-file-name.ts';
import { findSystemFile } from '#site/files/system-file-list.ts';
import type { startDataFiles } from '#site/files/open-data/write.ts';
import { FEED_FORMATS } from '#site/feed-paths.ts';
import { startAddresses } from '#site/lib/urls.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import type { SitePlace } from './application/facts.ts';
import { startPageWriter } from './write-file.ts';
import type { WrittenFile } from './write-file.ts';

/** Files that are made from views without a template of Astro's. */
export const madeTemplates: ReadonlySet<string> = new Set([
  'system-file',
  'indicator-file',
  'feed',
  'llms',
  'notices-feed',
  'comments-feed',
  'tbt-feed',
  'place-feed',
  'plan-file',
  'project-paper',
  'data-file',
  'lesson-figure',
  'brand-file',
  'web-manifest',
] satisfies readonly PageSpec['template'][]);

const feedTemplates: ReadonlySet<string> = new Set([
  'feed',
  'place-feed',
  'comments-feed',
  'tbt-feed',
  'notices-feed',
] satisfies readonly PageSpec['template'][]);

/** Write the stale files of systems, product groups and plans (workbooks, tables, drawings) and papers of projects below a folder; answers with them. */
export async function writeMadeFiles(
  library: Library,
  stale: readonly PageSpec[],
  work: string,
  { base, site }: SitePlace,
): Promise<readonly WrittenFile[]> {
  const { write, take } = startPageWriter(work);
  const addressOf = startAddresses(site, base);
  // Laying out and zipping take half a second to load, which a build without such files need not wait for.
  let writeData: ReturnType<typeof startDataFiles> | undefined;
  for (const { template, path, props } of stale) {
    if (template === 'system-file') {
      const view = viewOf(library, template, props);
      const file = findSystemFile(view.system, props.file ?? '');
      if (!file) continue;
      const { buildSystemFile } = await import('#site/files/system-files.ts');
      write(path, await buildSystemFile(view, file, addressOf));
    } else if (template === 'llms') {
      const { writeLlms } = await import('#site/files/llms.ts');
      write(path, writeLlms(viewOf(library, template, props), addressOf));
    } else if (template === 'brand-file') {
      write(path, viewOf(library, template, props).text);
    } else if (template === 'web-manifest') {
      write(path, writeWebManifest(viewOf(library, template, props), props.language));
    } else if (feedTemplates.has(template)) {
      const feed = await buildFeed(library, { template, props }, addressOf);
      if (feed !== undefined) write(path, feed);
    } else if (template === 'indicator-file') {
      const view = viewOf(library, template, props);
      const file = listIndicatorFiles(view.id).find(({ name }) => name === props.file);
      if (!file) continue;
      const { buildIndicatorFile } = await import('#site/files/indicator-files.ts');
      write(path, await buildIndicatorFile(view, file, addressOf));
    } else if (template === 'plan-file') {
      const view = viewOf(library, template, props);
      const language = props.file === planFile(view.year, 'en').name ? 'en' : 'zh';
      const { buildPlanWorkbook } = await import('#site/files/plan-xlsx.ts');
      write(path, await buildPlanWorkbook(view, language));
    } else if (template === 'data-file') {
      const { startDataFiles } = await import('#site/files/open-data/write.ts');
      writeData ??= startDataFiles(library, addressOf);
      write(path, writeData(props.file ?? ''));
    } else if (template === 'project-paper') {
      const paper = findPaper(library.dir, props.project ?? '', props.file ?? '');
      if (paper !== null) write(path, readFileSync(paper));
    } else if (template === 'lesson-figure') {
      const drawing = readLessonFigure(library.dir, props.course ?? '', props.file ?? '');
      if (drawing !== null) write(path, drawing);
    }
  }
  return take();
}

/** A feed or a calendar; undefined where it is asked for in a format that is none. */
async function buildFeed(
  library: Library,
  { template, props }: Pick<PageSpec, 'template' | 'props'>,
  addressOf: (path: string) => string,
): Promise<string | undefined> {
  const { language, file } = props;
  if (template === 'notices-feed') {
    const { buildNoticesFeed } = await import('#site/files/notices-feed.ts');
    return buildNoticesFeed(viewOf(library, template, props), language, addressOf);
  }
  const format = FEED_FORMATS.find((each) => each === file);
  if (!format) return undefined;
  if (template === 'comments-feed') {
    const { buildCommentsFeed } = await import('#site/files/comments-feed.ts');
    return buildCommentsFeed(viewOf(library, template, props), format, language, addressOf);
  }
  if (template === 'tbt-feed') {
    const { buildTbtFeed } = await import('#site/files/tbt-feed.ts');
    return buildTbtFeed(viewOf(library, template, props), format, language, addressOf);
  }
  const { buildFeedFile } = await import('#site/files/feed-files.ts');
  const view = viewOf(library, template === 'feed' ? template : 'place-feed', props);
  return buildFeedFile(view, format, language, addressOf);
}
