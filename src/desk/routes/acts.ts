import type { Hono } from 'hono';
import { z } from 'zod';
import { planConfirm, planRenumber, planRevise, planWithdraw } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import type { Library } from '#library/open.ts';
import { actNames } from '../client/shapes.ts';
import type { ActAsked, ActShown } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import { digestOf, listActChanges, showChange } from '../file-changes.ts';
import type { DeskEnvironment } from '../guard.ts';
import { changedSince } from '../publishing.ts';
import { Refusal } from '../refusal.ts';
import { readJson } from './bodies.ts';
import { publishSite } from './publish.ts';

const word = z.string().trim().max(500);
const asked = z.strictObject({
  act: z.enum(actNames),
  slug: z.string().max(300),
  on: word,
  number: word.optional(),
  from: word.optional(),
  reason: word.optional(),
});

/** Acts on standards of the library: what each would change, and doing it. */
export function addActRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  app.post('/api/acts/plan', async (context) => {
    const plan = planAct(desk.held.library(), await readJson(context.req, asked));
    return context.json(showAct(desk.held.dir, plan));
  });
  app.post('/api/acts/do', async (context) => {
    const shape = z.strictObject({ asked, digest: z.string().max(64) });
    const given = await readJson(context.req, shape);
    const published = await publishSite(desk, () => {
      const library = desk.held.library();
      const plan = planAct(library, given.asked);
      if (showAct(desk.held.dir, plan).digest !== given.digest) throw changedSince();
      const { number, slug, title } = getRow(library, given.asked.slug);
      return desk.publications.applyAct(plan, { number, slug, title });
    });
    return context.json(published);
  });
}

function showAct(library: string, plan: ActPlan): ActShown {
  const changes = listActChanges(library, plan);
  const { sentence, warnings } = plan;
  return { digest: digestOf(changes), sentence, warnings, files: changes.map(showChange) };
}

function planAct(library: Library, { act, slug, on, number, from, reason }: ActAsked): ActPlan {
  const { number: own } = getRow(library, slug);
  const said = (text: string | undefined): string | undefined => text || undefined;
  switch (act) {
    case 'revise':
      return planRevise(library, own, { on, number: said(number) });
    case 'confirm':
      return planConfirm(library, own, { on });
    case 'withdraw':
      return planWithdraw(library, own, { on, from: said(from), reason: reason ?? '' });
    case 'renumber':
      return planRenumber(library, own, number ?? '', { on });
  }
}

function getRow(library: Library, slug: string) {
  const row = library.rows.find((each) => each.slug === slug);
  if (!row) throw new Refusal(404, { zh: '没有这项标准。', en: 'There is no such standard.' });
  return { number: row.number, slug, title: row.meta.title };
}
