import type { Hono } from 'hono';
import { z } from 'zod';
import { planProject, proposePlanNumber } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { degreeTerms, natureTerms } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { performAct, showAct } from '../acting.ts';
import type { FieldChoice, ProjectForm } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import { listPickers } from '../form.ts';
import type { DeskEnvironment } from '../guard.ts';
import { describeProject } from '../publications.ts';
import type { PublicationFacts } from '../publications.ts';
import { readJson } from './bodies.ts';

const word = z
  .string()
  .trim()
  .max(500)
  .transform((value) => value.replaceAll(/\s+/g, ' '));
const words = z.array(word).max(100);
/** A project that is to be begun, as the page asks for it. */
export const projectAsked = z.strictObject({
  title: word,
  titleEn: word,
  kind: word,
  nature: word,
  plan: word,
  isRevision: z.boolean(),
  revises: word,
  adopts: word,
  degree: word,
  chains: words,
  proposedBy: words,
  administeredBy: words,
  draftedBy: words,
  office: word,
  email: word,
  phone: word,
  on: word,
  until: word,
});

/** A project that is begun: what it can be begun with, what that would write, and doing it. */
export function addBeginRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { held } = desk;
  app.get('/api/projects/form', (context) => context.json(describeProjectForm(held.library())));
  app.post('/api/projects/plan', async (context) => {
    const { plan } = planBegun(held.library(), await readJson(context.req, projectAsked));
    return context.json(await showAct(desk, plan, context.get('person')));
  });
  app.post('/api/projects/do', async (context) => {
    const shape = z.strictObject({ asked: projectAsked, digest: z.string().max(64) });
    const { asked, digest } = await readJson(context.req, shape);
    const published = await performAct(
      desk,
      { by: context.get('person'), digest },
      () => planBegun(held.library(), asked).plan,
      () => planBegun(held.library(), asked).facts,
    );
    return context.json(published);
  });
}

/** What beginning a project would write, and what the project would be called. */
export function planBegun(
  library: Library,
  asked: z.infer<typeof projectAsked>,
): { readonly plan: ActPlan; readonly facts: PublicationFacts } {
  const { id, plan } = planProject(library, asked);
  const { title, titleEn } = asked;
  const facts = describeProject({
    id,
    plan: asked.plan || undefined,
    title: { zh: title, en: titleEn || undefined },
  });
  return { plan, facts };
}

function describeProjectForm(library: Library): ProjectForm {
  const { bodies = [], chains = [], standards = [] } = listPickers(library);
  return {
    kinds: library.kinds.map(({ id: value, name, families }) => ({
      value,
      ...name,
      hasNature: families.includes('local'),
    })),
    natures: natureTerms.flatMap(({ value, zh, en }): readonly FieldChoice[] =>
      value === 'unknown' ? [] : [{ value, zh, en }],
    ),
    degrees: degreeTerms.map(({ value, zh, en }) => ({ value, zh, en })),
    bodies,
    chains,
    standards,
    nextPlan: proposePlanNumber(library, library.asOf.slice(0, 4)),
  };
}
