import type { Hono } from 'hono';
import { z } from 'zod';
import { standardPath } from '#site/lib/urls.ts';
import type { PublicationLine, Published } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import type { DeskEnvironment } from '../guard.ts';
import { planPublication } from '../publishing.ts';
import { projectOf } from '../read-draft.ts';
import { Refusal } from '../refusal.ts';
import { readJson } from './bodies.ts';

/** What publishing would change; publishing; and taking it back. */
export function addPublishRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held, publications } = desk;
  app.get('/api/drafts/:id/plan', (context) => {
    const draft = drafts.read(context.req.param('id'));
    return context.json(planPublication(draft, held.withDraft(draft)));
  });

  app.post('/api/drafts/:id/publish', async (context) => {
    const { digest } = await readJson(context.req, z.strictObject({ digest: z.string().max(64) }));
    const published = await publishSite(desk, () => {
      const draft = drafts.read(context.req.param('id'));
      const library = held.withDraft(draft);
      const { errors } = planPublication(draft, library);
      if (errors.length > 0) throw hasErrors(errors.length);
      return publications.apply(draft, library, digest);
    });
    const draft = drafts.read(context.req.param('id'));
    drafts.rebase(draft, held.dir);
    return context.json(published);
  });

  app.post('/api/publications/:id/undo', async (context) => {
    const line = await inTurn(desk, async () => {
      const undone = publications.undo(context.req.param('id'));
      for (const draft of drafts.list()) {
        const isOf =
          draft.path.endsWith(`/${undone.slug}`) || projectOf(draft.path) === undone.slug;
        if (isOf) drafts.rebase(draft, held.dir);
      }
      await held.refresh();
      await desk.publish();
      return undone;
    });
    return context.json(line);
  });
}

/** Changes the library and then the site, while nothing else of this desk does. */
export function publishSite(
  desk: Desk,
  change: () => PublicationLine | Promise<PublicationLine>,
): Promise<Published> {
  return inTurn(desk, async () => {
    const start = performance.now();
    const publication = await change();
    await desk.held.refresh();
    const { pages, drawn } = await desk.publish();
    const site = desk.site();
    const path = publication.page ?? standardPath(publication.slug).slice(1);
    const url = site === null ? null : new URL(path, site).href;
    return { publication, url, pages, drawn, ms: Math.round(performance.now() - start) };
  });
}

const turns = new WeakMap<Desk, Promise<unknown>>();

function inTurn<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const before = turns.get(desk) ?? Promise.resolve();
  const done = before.then(work, work);
  turns.set(
    desk,
    done.catch(() => undefined),
  );
  return done;
}

const hasErrors = (count: number): Refusal =>
  new Refusal(
    422,
    {
      zh: `还有 ${count} 处错误，没有公布。`,
      en: `There are ${count} errors; nothing was published.`,
    },
    { zh: '在“发现”里逐处改正。', en: 'Put them right one by one under Findings.' },
  );
