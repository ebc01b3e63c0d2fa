import type { Hono } from 'hono';
import { z } from 'zod';
import { planAdvance, planDecisions, planGathering, planPublish } from '#acts/index.ts';
import type { ActPlan, CommentsAct } from '#acts/index.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import { lifeStageTerms, valuesOf } from '#core/terms/index.ts';
import { readCommentsFile, readRows } from '#import/comments/index.ts';
import type { Library } from '#library/open.ts';
import { tableEndings, writeProjectTable } from '#publish/comments/table-files.ts';
import type { TableEnding } from '#publish/comments/table-files.ts';
import { performAct, showAct } from '../acting.ts';
import type { CommentsShown, DraftWhole, SentFile } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import { describeDraft } from '../describe.ts';
import type { Draft } from '../drafts.ts';
import { nameFile } from '../file-names.ts';
import { guardPerson } from '../guard.ts';
import type { DeskEnvironment } from '../guard.ts';
import { describeProject } from '../publications.ts';
import { isInLibrary } from '../publishing.ts';
import { noteDraft } from '../note-draft.ts';
import { projectOf } from '../read-draft.ts';
import { Refusal } from '../refusal.ts';
import { readJson } from './bodies.ts';

const word = z.string().trim().max(500);
export const issueAsked = z.strictObject({ on: word, from: word, number: word.optional() });
export const advanceAsked = z.strictObject({
  ended: word.optional(),
  stage: z.enum(valuesOf(lifeStageTerms)).optional(),
  /** The first day of the stage that it comes to. */
  on: word.optional(),
  until: word.optional(),
});
export const commentsAsked = z.strictObject({
  /** Whether it is a table with decisions. */
  decided: z.boolean(),
  files: z.array(z.strictObject({ name: z.string().max(500), bytes: z.base64() })).max(2000),
});
const digest = z.string().max(64);

/** Projects on their way: their texts, their comments, and their issue. */
export function addProjectRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held } = desk;
  addStageRoutes(app, desk);

  app.post('/api/projects/:id/open', (context) => {
    const { id } = getProject(held.library(), context.req.param('id'));
    if (!held.library().drafts.has(id)) throw noText();
    const draft = drafts.open(held.dir, `projects/${id}/draft`);
    noteDraft(desk, context.get('person'), 'opened', draft);
    return context.json(describeDraft(desk, draft) satisfies DraftWhole);
  });

  app.post('/api/projects/:id/issue/plan', async (context) => {
    const asked = await readJson(context.req, issueAsked);
    return context.json(
      await showAct(desk, planIssue(desk, context.req.param('id'), asked), context.get('person')),
    );
  });
  app.post('/api/projects/:id/issue/do', async (context) => {
    const shape = z.strictObject({ asked: issueAsked, digest });
    const given = await readJson(context.req, shape);
    const { id } = getProject(held.library(), context.req.param('id'));
    const published = await performAct(
      desk,
      { by: context.get('person'), digest: given.digest },
      () => planIssue(desk, id, given.asked),
      () => describeProject(getProject(held.library(), id)),
    );
    // What was written is in the standard now.
    for (const draft of drafts.list()) if (projectOf(draft.path) === id) drafts.discard(draft.id);
    return context.json(published);
  });

  app.post('/api/projects/:id/comments/plan', async (context) => {
    const asked = await readJson(context.req, commentsAsked);
    const { id } = getProject(held.library(), context.req.param('id'));
    const { plan, told, refused } = planComments(held.library(), id, asked);
    const act = await showAct(desk, plan, context.get('person'));
    const shown: CommentsShown = { ...act, told, refused };
    return context.json(shown);
  });
  app.post('/api/projects/:id/comments/do', async (context) => {
    const shape = z.strictObject({ asked: commentsAsked, digest });
    const given = await readJson(context.req, shape);
    const { id } = getProject(held.library(), context.req.param('id'));
    const published = await performAct(
      desk,
      { by: context.get('person'), digest: given.digest },
      () => planComments(held.library(), id, given.asked).plan,
      () => describeProject(getProject(held.library(), id)),
    );
    return context.json(published);
  });

  for (const end of tableEndings)
    app.get(`/projects/:id/comments.${end}`, guardPerson(desk), async (context) => {
      const library = held.library();
      const project = getProject(library, context.req.param('id'));
      const table = await writeProjectTable(end, project, library.comments.get(project.id) ?? []);
      const name = encodeURIComponent(`${project.plan ?? project.id} 意见汇总处理表.${end}`);
      return context.body(Buffer.from(table), 200, {
        'Content-Type': `application/vnd.openxmlformats-officedocument.${typesOfTables[end]}`,
        'Content-Disposition': `attachment; filename="comments.${end}"; filename*=UTF-8''${name}`,
      });
    });
}

const typesOfTables: Readonly<Record<TableEnding, string>> = {
  xlsx: 'spreadsheetml.sheet',
  docx: 'wordprocessingml.document',
};

/** A project that comes to its next stage. */
function addStageRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held } = desk;
  app.post('/api/projects/:id/advance/plan', async (context) => {
    const asked = await readJson(context.req, advanceAsked);
    const plan = planNextStage(desk, context.req.param('id'), asked);
    return context.json(await showAct(desk, plan, context.get('person')));
  });
  app.post('/api/projects/:id/advance/do', async (context) => {
    const shape = z.strictObject({ asked: advanceAsked, digest });
    const given = await readJson(context.req, shape);
    const { id } = getProject(held.library(), context.req.param('id'));
    const published = await performAct(
      desk,
      { by: context.get('person'), digest: given.digest },
      () => planNextStage(desk, id, given.asked),
      () => describeProject(getProject(held.library(), id)),
    );
    // Nothing was written in it, and it is called otherwise now.
    for (const draft of drafts.list()) if (projectOf(draft.path) === id) drafts.discard(draft.id);
    return context.json(published);
  });
}

/** What issuing the text of a project would change. */
export function planIssue(
  desk: Desk,
  id: string,
  { on, from, number }: z.infer<typeof issueAsked>,
): ActPlan {
  const library = desk.held.library();
  refuseUnwritten(desk, id);
  return planPublish(library, {
    source: { project: id },
    on,
    implemented: from,
    number: number || undefined,
  });
}

/** What another stage of a project would change. */
export function planNextStage(
  desk: Desk,
  id: string,
  { ended, stage, on, until }: z.infer<typeof advanceAsked>,
): ActPlan {
  refuseUnwritten(desk, id);
  return planAdvance(desk.held.library(), id, {
    ended: ended || undefined,
    stage,
    began: on || undefined,
    until: until || undefined,
  });
}

/** @throws {Refusal} where there is no such project, or its draft has words that were not put back into it */
function refuseUnwritten({ held, drafts }: Desk, id: string): void {
  getProject(held.library(), id);
  const isOpen = ({ path }: Draft): boolean => projectOf(path) === id;
  const open = drafts.list().find(isOpen);
  if (open && !isInLibrary(open, held.dir)) throw notBack();
}

/** What comments, or decisions on them, would change. */
export function planComments(
  library: Library,
  id: string,
  { decided, files }: z.infer<typeof commentsAsked>,
): CommentsAct {
  if (!decided) {
    const sent = files.map((file) => ({
      name: nameFile(file.name),
      read: readCommentsFile(readSent(file)),
    }));
    return planGathering(library, id, sent);
  }
  const [table, second] = files;
  if (!table || second) throw oneTable();
  return planDecisions(library, id, readRows(readSent(table)));
}

const readSent = ({ bytes }: SentFile): Uint8Array => new Uint8Array(Buffer.from(bytes, 'base64'));

/**
 * A project of the library.
 *
 * @throws {Refusal} where there is none
 */
export function getProject({ projects }: Library, id: string): ProjectModel {
  const found = projects.find((each) => each.id === id);
  if (!found) throw new Refusal(404, { zh: '没有这个项目。', en: 'There is no such project.' });
  return found;
}

const noText = (): Refusal =>
  new Refusal(
    404,
    { zh: '这个项目还没有草案。', en: 'This project has no draft.' },
    {
      zh: '草案放在项目文件夹的 draft 里，有 index.md 就能在这里写。',
      en: 'A draft is the index.md in the folder draft of the project.',
    },
  );

const notBack = (): Refusal =>
  new Refusal(
    409,
    {
      zh: '这个项目的稿有改动还没有写回，没有改动。',
      en: 'The draft of this project has changes that were not put back; nothing was changed.',
    },
    {
      zh: '在“正在写”里打开它，按“公布…”写回项目；不要这些改动就“放下”它。',
      en: 'Open it under Drafts in progress and publish it into its project, or lay it aside.',
    },
  );

const oneTable = (): Refusal =>
  new Refusal(422, {
    zh: '填好处理意见的表一次读一个。',
    en: 'One decided table is read at a time.',
  });
