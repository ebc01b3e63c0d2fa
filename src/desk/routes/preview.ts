import { join } from 'node:path';
import type { Hono } from 'hono';
import { readFigure } from '#library/figures.ts';
import { drawProjectText, drawStandard } from '#publish/draw-page.ts';
import type { Desk } from '../context.ts';
import { guardPerson, previewPolicy } from '../guard.ts';
import type { DeskEnvironment } from '../guard.ts';
import { writeNotePage } from '../page.ts';
import { projectOf, readDraft } from '../read-draft.ts';
import { noDraft } from '../refusal.ts';

/** Pages of drafts as they would be published, and their figures. */
export function addPreviewRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { bundle, drafts, held } = desk;
  const inside = guardPerson(desk);

  app.get('/preview/:id/:language?', inside, async (context) => {
    const draft = drafts.read(context.req.param('id'));
    const language = context.req.param('language') === 'en' ? 'en' : 'zh';
    const library = held.withDraft(draft);
    const { slug } = readDraft(draft, library);
    context.header('Content-Security-Policy', previewPolicy);
    if (slug === null) {
      return context.html(writeNotePage(bundle.digest, unreadable.what, unreadable.todo));
    }
    const project = projectOf(draft.path);
    const drawer = await desk.drawer();
    const bytes =
      project === undefined
        ? await drawStandard(drawer, library, slug, language)
        : await drawProjectText(drawer, library, project, language);
    return context.html(Buffer.from(bytes).toString().replaceAll(scripts, ''));
  });

  const sendFigure = (folders: readonly string[], name: string): Response => {
    for (const folder of folders) {
      const figure = readFigure(folder, name);
      if (figure) {
        return new Response(Buffer.from(figure.bytes), {
          headers: { 'Content-Type': figure.type },
        });
      }
    }
    throw noDraft();
  };
  const foldersOf = (isIt: (path: string) => boolean): readonly string[] =>
    drafts
      .list()
      .filter(({ path }) => isIt(path))
      .map(({ root, path }) => join(root, path));

  app.get('/standards/:slug/:name', inside, (context) => {
    const { slug, name } = context.req.param();
    const own = foldersOf((path) => path.startsWith('standards/') && path.endsWith(`/${slug}`));
    const isHosted = held.library().catalog.bySlug(slug)?.row !== undefined;
    return sendFigure([...own, ...(isHosted ? [held.library().folder(slug)] : [])], name);
  });
  app.get('/lifecycle/:project/draft/:name', inside, (context) => {
    const { project, name } = context.req.param();
    const own = foldersOf((path) => projectOf(path) === project);
    const folder = held.library().drafts.get(project)?.folder;
    return sendFigure([...own, ...(folder === undefined ? [] : [folder])], name);
  });
}

/** None of them runs in the frame; the page is made so that it can be read without. */
const scripts = /<script\b[^>]*>[^]*?<\/script>/g;

const unreadable = {
  what: {
    zh: '文件信息还不完整，现在没有可以预览的页面。',
    en: 'The facts are incomplete: there is no page yet.',
  },
  todo: {
    zh: '在“发现”里看缺什么，补上后这里就有。',
    en: 'See under Findings what is missing.',
  },
};
