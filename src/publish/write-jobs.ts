import { join } from 'node:path';
import type { CompiledStandard } from '#core/model/standard.ts';
import { loadBody, loadNames } from '#library/cache.ts';
import { exportMarkdown, exportStandard } from '#site/files/exports.ts';
import { standardPath } from '#site/lib/urls.ts';
import { sourceFolder } from '#site/source-paths.ts';
import type { NamesOfView, TextOfView } from '#site/draw-context.ts';
import type { PageSpec } from '#site/page-spec.ts';
import type { StandardFileView } from '#site/views/files.ts';
import type { DrawablePage, Drawer } from './application/drawer.ts';
import type { PrintView, WordView } from '#site/views/print.ts';
import { copyFigures, copySources } from './files.ts';
import type { Printing } from './pdf/printer.ts';
import type { PageJob } from './page-jobs.ts';
import { startWriting } from './word/writer.ts';
import { startPageWriter } from './write-file.ts';
import type { WrittenFile } from './write-file.ts';

/** Files beside the page of a standard, which need no template. */
const exportTemplates: ReadonlySet<string> = new Set([
  'standard-markdown',
  'standard-json',
  'standard-pdf',
  'standard-docx',
  'standard-data',
] satisfies readonly PageSpec['template'][]);

/** Bodies, and names of clauses, that are kept in between: of the latter some 5 KB a text. */
const [mostBodies, mostNames] = [8, 2000];

/** Writes jobs, one after another; answers with the files it wrote, but figures and sources. */
export type JobWriter = (jobs: readonly PageJob[]) => Promise<readonly WrittenFile[]>;

/**
 * Writes pages and the files beside them below a folder: pages by a drawer, JSON, Markdown, PDF and Word by themselves, figures as they are.
 * `recompile` makes a body that the cache lost.
 *
 * @throws {BodyLost} when the cache lost a body and nothing makes it again
 */
export function startWriter(
  work: string,
  cache: string,
  drawer: Drawer,
  recompile?: (slug: string) => CompiledStandard,
): JobWriter {
  const body = keepLast(mostBodies, ({ slug, digest }) => {
    const found = loadBody(cache, digest) ?? recompile?.(slug);
    if (!found) throw new BodyLost(slug);
    return found;
  });
  const namesOf = keepLast(mostNames, ({ slug, digest }) => {
    const found = loadNames(cache, digest) ?? recompile?.(slug);
    if (!found) throw new BodyLost(slug);
    return found;
  });
  const names = ({ slug, names: digest }: NamesOfView) => namesOf({ slug, digest });
  let print: Printing | undefined;
  const writeWord = startWriting(cache);
  const { write, take } = startPageWriter(work);
  return async (jobs) => {
    const folders = new Map(jobs.map(({ pages, folder }) => [pages[0]?.props.slug, folder]));
    const pages: DrawablePage[] = [];
    for (const job of jobs) {
      if (job.pages.some(({ template }) => exportTemplates.has(template))) continue;
      pages.push(...job.pages.map((page) => ({ ...page, view: () => job.view })));
    }
    await drawer(pages, { body, names, folder: (slug) => folders.get(slug) }, ({ path }, bytes) => {
      write(path, bytes);
    });
    for (const { pages: own, view, folder = '' } of jobs) {
      for (const { template, path, props } of own) {
        if (template === 'standard' && props.language === 'zh') {
          copyFigures(folder, join(work, path));
        }
        if (template === 'standard-pdf') {
          const { startPrinting } = await import('./pdf/printer.ts');
          print ??= startPrinting(cache);
          write(path, await print(folder, view as PrintView, props.language));
          continue;
        }
        if (template === 'standard-docx') {
          write(path, await writeWord(folder, view as WordView, props.language));
          continue;
        }
        if (!exportTemplates.has(template)) continue;
        if (template === 'standard-markdown')
          copySources(folder, join(work, standardPath(props.slug ?? ''), sourceFolder));
        const { slug, body: digest, status } = view as StandardFileView;
        if (template === 'standard-data') {
          const { exportData } = await import('#site/files/data-files.ts');
          const standard = body({ slug, digest });
          write(path, exportData(standard, status, props.file ?? '', props.language));
          continue;
        }
        write(
          path,
          template === 'standard-markdown'
            ? exportMarkdown(folder, status)
            : JSON.stringify(exportStandard(body({ slug, digest }), status)),
        );
      }
    }
    return take();
  };
}

/** The cache has a body no more. */
export class BodyLost extends Error {
  override readonly name = 'BodyLost';
}

/** A page in two languages, and the files beside it, ask for the same body. */
function keepLast<T>(most: number, load: (text: TextOfView) => T): (text: TextOfView) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const body = kept.get(text.digest) ?? load(text);
    kept.delete(text.digest);
    kept.set(text.digest, body);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
    return body;
  };
}
