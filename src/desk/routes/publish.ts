import type { Hono } from 'hono';
import { z } from 'zod';
import { describeApproval } from '../approval.ts';
import type { PublishPlan } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import type { DeskEnvironment } from '../guard.ts';
import { describeAct, inTurn, publishSite } from '../publish-site.ts';
import { planPublication } from '../publishing.ts';
import { projectOf } from '../read-draft.ts';
import { Refusal } from '../refusal.ts';
import { readJson } from './bodies.ts';

/** What publishing would change; publishing; and taking it back. */
export function addPublishRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held, publications } = desk;
  app.get('/api/drafts/:id/plan', (context) => {
    const draft = drafts.read(context.req.param('id'));
    const plan = planPublication(draft, held.withDraft(draft));
    const approval = describeApproval(desk, context.get('person'), plan.digest);
    return context.json({ ...plan, approval } satisfies PublishPlan);
  });

  app.post('/api/drafts/:id/publish', async (context) => {
    const { digest } = await readJson(context.req, z.strictObject({ digest: z.string().max(64) }));
    const by = context.get('person');
    const published = await publishSite(desk, { by, digest }, () => {
      const draft = drafts.read(context.req.param('id'));
      const library = held.withDraft(draft);
      const { errors } = planPublication(draft, library);
      if (errors.length > 0) throw hasErrors(errors.length);
      return publications.apply(draft, library, digest, by);
    });
    const draft = drafts.read(context.req.param('id'));
    drafts.rebase(draft, held.dir);
    return context.json(published);
  });

  app.post('/api/publications/:id/undo', async (context) => {
    const line = await inTurn(desk, async () => {
      const undone = publications.undo(context.req.param('id'), context.get('person'));
      for (const draft of drafts.list()) {
        const isOf =
          draft.path.endsWith(`/${undone.slug}`) || projectOf(draft.path) === undone.slug;
        if (isOf) drafts.rebase(draft, held.dir);
      }
      await held.refresh();
      await desk.publish(describeAct(context.get('person'), '撤回', undone));
      return undone;
    });
    return context.json(line);
  });
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
