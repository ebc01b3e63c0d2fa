import { join } from 'node:path';
import { Hono } from 'hono';
import { ActRefused } from '#acts/index.ts';
import { once } from '#core/base/memo.ts';
import { shortDigest } from '#library/digest.ts';
import { openDrawer } from '#publish/application/drawer.ts';
import type { Desk, DeskOptions } from './context.ts';
import { Drafts } from './drafts.ts';
import { guardOrigin, guardSession } from './guard.ts';
import type { DeskEnvironment } from './guard.ts';
import { holdLibrary } from './held-library.ts';
import { writeNotePage } from './page.ts';
import { Publications } from './publishing.ts';
import { Refusal } from './refusal.ts';
import { addActRoutes } from './routes/acts.ts';
import { addArrivalRoutes } from './routes/arrivals.ts';
import { addDraftRoutes } from './routes/drafts.ts';
import { addPageRoutes } from './routes/pages.ts';
import { addPreviewRoutes } from './routes/preview.ts';
import { addProjectRoutes } from './routes/projects.ts';
import { addPublishRoutes } from './routes/publish.ts';
import { openSessions } from './sessions.ts';

export interface DeskServer {
  readonly app: Hono<DeskEnvironment>;
  /** A token for an address that opens one session. */
  readonly issueToken: () => string;
  /** To be called when files of the library changed. */
  readonly refresh: () => Promise<void>;
}

/** The folder below which everything of one library is kept. */
export function keepFolder(root: string, library: string): string {
  return join(root, shortDigest(library).slice(0, 12));
}

/** A desk over a library, as an application that answers requests. */
export async function createDesk(options: DeskOptions): Promise<DeskServer> {
  const sessions = openSessions(join(options.keep, 'sessions.json'), options.now);
  // What a publication left half is taken back before the library is read.
  const publications = new Publications(options.keep, options.library);
  const desk: Desk = {
    ...options,
    sessions,
    publications,
    drafts: new Drafts(options.keep),
    held: await holdLibrary(options.library, options.cache),
    drawer: once(async () => openDrawer(await options.application())),
  };
  const app = new Hono<DeskEnvironment>();
  app.use(guardOrigin(options.hosts));
  addPageRoutes(app, desk);
  app.use('/api/*', guardSession(sessions));
  addActRoutes(app, desk);
  addArrivalRoutes(app, desk);
  addDraftRoutes(app, desk);
  addPreviewRoutes(app, desk);
  addProjectRoutes(app, desk);
  addPublishRoutes(app, desk);
  app.notFound(() => {
    throw new Refusal(404, { zh: '没有这个地址。', en: 'There is no such address.' });
  });
  app.onError((error, context) => {
    const refusal = error instanceof Refusal ? error : describeFailure(error);
    const { status, what, todo, asks } = refusal;
    const wantsPage =
      context.req.header('sec-fetch-dest') === 'document' || !context.req.path.startsWith('/api/');
    return wantsPage
      ? context.html(writeNotePage(options.bundle.digest, what, todo), status)
      : context.json({ what, todo, asks }, status);
  });
  return { app, issueToken: sessions.issueToken, refresh: desk.held.refresh };
}

function describeFailure(error: unknown): Refusal {
  if (error instanceof ActRefused) return new Refusal(409, error.what, error.hint);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') {
    return new Refusal(
      503,
      { zh: '磁盘已满，没有写下去。', en: 'The disk is full; it was not written.' },
      {
        zh: '腾出空间后会自动再存；这个窗口里的内容不会丢，请先不要关。',
        en: 'Free some space and it is saved by itself; nothing in this window is lost, so leave it open.',
      },
    );
  }
  return new Refusal(503, {
    zh: `没有做成：${error instanceof Error ? error.message : String(error)}`,
    en: `It was not done: ${error instanceof Error ? error.message : String(error)}`,
  });
}
