import { join } from 'node:path';
import { Hono } from 'hono';
import { ActRefused } from '#acts/index.ts';
import { once } from '#core/base/memo.ts';
import { settleChange } from '#library/pending-change.ts';
import { openDrawer } from '#publish/application/drawer.ts';
import { AuditLog, auditPlaces } from './audit/log.ts';
import type { AuditFault } from './audit/chain.ts';
import type { Desk, DeskOptions } from './context.ts';
import { Drafts } from './drafts.ts';
import { guardOrigin, guardPerson } from './guard.ts';
import type { DeskEnvironment } from './guard.ts';
import { holdLibrary } from './held-library.ts';
import { writeNotePage } from './page.ts';
import { notePeople } from './people.ts';
import { Publications } from './publications.ts';
import { Refusal } from './refusal.ts';
import { Requests } from './requests.ts';
import { addActRoutes } from './routes/acts.ts';
import { addArrivalRoutes } from './routes/arrivals.ts';
import { addAuditRoutes } from './routes/audit.ts';
import { addBeginRoutes } from './routes/begin-project.ts';
import { addDraftRoutes } from './routes/drafts.ts';
import { addPageRoutes } from './routes/pages.ts';
import { addPreviewRoutes } from './routes/preview.ts';
import { addProjectRoutes } from './routes/projects.ts';
import { addPublishRoutes } from './routes/publish.ts';
import { addRequestRoutes } from './routes/requests.ts';
import { openSessions } from './sessions.ts';

export interface DeskServer {
  readonly app: Hono<DeskEnvironment>;
  /** A token for an address that opens one session. */
  readonly issueToken: () => string;
  /** To be called when files of the library changed. */
  readonly refresh: () => Promise<void>;
  /** What was done to the log while no desk was open. */
  readonly faults: readonly AuditFault[];
}

/** A desk over a library, as an application that answers requests. */
export async function createDesk(options: DeskOptions): Promise<DeskServer> {
  const { keep, library, now, onStage = () => undefined } = options;
  const sessions = openSessions(join(keep, 'sessions.json'), now);
  const audit = new AuditLog(auditPlaces(keep, options.heads), now, onStage);
  const faults = audit.check();
  // A change of the library that was cut short is finished, or taken back, before anything is read.
  settleChange(library);
  const publications = new Publications(keep, library, audit, onStage);
  const desk: Desk = {
    ...options,
    sessions,
    publications,
    audit,
    requests: new Requests(keep, onStage),
    drafts: new Drafts(keep, onStage),
    held: await holdLibrary(library, options.cache),
    drawer: once(async () => openDrawer(await options.application())),
  };
  if (options.proxy) notePeople(audit, library);
  const app = new Hono<DeskEnvironment>();
  app.use(guardOrigin(options));
  addPageRoutes(app, desk);
  app.use('/api/*', guardPerson(desk));
  addActRoutes(app, desk);
  addArrivalRoutes(app, desk);
  addDraftRoutes(app, desk);
  addPreviewRoutes(app, desk);
  addBeginRoutes(app, desk);
  addProjectRoutes(app, desk);
  addPublishRoutes(app, desk);
  addRequestRoutes(app, desk);
  addAuditRoutes(app, desk);
  app.notFound(() => {
    throw new Refusal(404, { zh: '没有这个地址。', en: 'There is no such address.' });
  });
  app.onError((error, context) => {
    const refusal = error instanceof Refusal ? error : describeFailure(error);
    const { status, what, todo, asks, fields } = refusal;
    const wantsPage =
      context.req.header('sec-fetch-dest') === 'document' || !context.req.path.startsWith('/api/');
    return wantsPage
      ? context.html(writeNotePage(options.bundle.digest, what, todo), status)
      : context.json({ what, todo, asks, fields }, status);
  });
  const refresh = async (): Promise<void> => {
    if (options.proxy) notePeople(audit, library);
    await desk.held.refresh();
  };
  return { app, issueToken: sessions.issueToken, refresh, faults };
}

function describeFailure(error: unknown): Refusal {
  if (error instanceof ActRefused)
    return new Refusal(409, error.what, error.hint, undefined, error.fields);
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
