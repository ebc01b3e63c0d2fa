import { join } from 'node:path';
import type { Hono } from 'hono';
import { readFigure } from '#library/figures.ts';
import { drawStandard } from '#publish/draw-page.ts';
import type { Desk } from '../context.ts';
import { guardSession, previewPolicy } from '../guard.ts';
import type { DeskEnvironment } from '../guard.ts';
import { writeNotePage } from '../page.ts';
import { readDraft } from '../read-draft.ts';
import { noDraft } from '../refusal.ts';

/** Pages of drafts as they would be published, and their figures. */
export function addPreviewRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { bundle, drafts, held } = desk;
  const inside = guardSession(desk.sessions);

  app.get('/preview/:id', inside, async (context) => {
    const draft = drafts.read(context.req.param('id'));
    const library = held.withDraft(draft);
    const { slug } = readDraft(draft, library);
    context.header('Content-Security-Policy', previewPolicy);
    if (slug === null) {
      return context.html(writeNotePage(bundle.digest, unreadable.what, unreadable.todo));
    }
    const bytes = await drawStandard(await desk.drawer(), library, slug);
    return context.html(Buffer.from(bytes).toString().replaceAll(scripts, ''));
  });

  app.get('/standards/:slug/:name', inside, (context) => {
    const { slug, name } = context.req.param();
    for (const folder of [
      ...drafts
        .list()
        .filter(({ path }) => path.endsWith(`/${slug}`))
        .map(({ root, path }) => join(root, path)),
      ...(held.library().catalog.bySlug(slug)?.row ? [held.library().folder(slug)] : []),
    ]) {
      const figure = readFigure(folder, name);
      if (figure)
        return context.body(Buffer.from(figure.bytes), 200, { 'Content-Type': figure.type });
    }
    throw noDraft();
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
