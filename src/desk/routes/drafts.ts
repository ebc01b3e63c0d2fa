import { join } from 'node:path';
import type { Hono } from 'hono';
import { z } from 'zod';
import { readDocument } from '#publish/read-document.ts';
import { beginEnglish } from '../begin-english.ts';
import { describeDraft, describeState } from '../describe.ts';
import type { Desk } from '../context.ts';
import { hasOwnEnglish, revisionIn } from '../drafts.ts';
import { describeForm } from '../form.ts';
import { writeValue } from '../front-matter.ts';
import type { DeskEnvironment } from '../guard.ts';
import { noteDraft } from '../note-draft.ts';
import { projectOf, readDraft } from '../read-draft.ts';
import { Refusal } from '../refusal.ts';
import { tryPath } from '../standard-path.ts';
import { mostText, readJson } from './bodies.ts';

const textShape = z.string().max(mostText);
const savedShape = z.strictObject({ text: textShape, revision: z.int() });

/** What is in hand: the list, the form, and what is written in a draft. */
export function addDraftRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held } = desk;
  app.get('/api/state', (context) => context.json(describeState(desk, context.get('person'))));
  app.get('/api/form', (context) => context.json(describeForm(held.library())));
  app.get('/api/form/en', (context) => context.json(describeForm(held.library(), 'en')));

  app.get('/api/drafts/:id', (context) =>
    context.json(describeDraft(desk, drafts.read(context.req.param('id')))),
  );
  app.put('/api/drafts/:id', async (context) => {
    const { text, revision } = await readJson(context.req, savedShape);
    const saved = drafts.save(context.req.param('id'), text, revision, context.get('person').user);
    const reading = readDraft(saved, held.withDraft(saved));
    // Another number, another folder: that of the draft only. The text of a project stays with it.
    const path =
      projectOf(saved.path) === undefined ? (tryPath(reading.number) ?? saved.path) : saved.path;
    if (path === saved.path) return context.json(reading);
    const moved = drafts.move(saved, path);
    return context.json(readDraft(moved, held.withDraft(moved)));
  });
  app.get('/api/drafts/:id/en', (context) =>
    context.json(describeDraft(desk, drafts.read(context.req.param('id')), 'en')),
  );
  app.post('/api/drafts/:id/en', (context) => {
    const draft = drafts.read(context.req.param('id'));
    const chinese = readDocument(join(draft.root, draft.path), 'zh');
    if (draft.english === null && chinese) {
      const text = beginEnglish(chinese, held.library().vocabulary.bodies);
      drafts.save(draft.id, text, revisionIn(draft, 'en'), context.get('person').user, 'en');
    }
    return context.json({});
  });
  app.put('/api/drafts/:id/en', async (context) => {
    const { text, revision } = await readJson(context.req, savedShape);
    const writer = context.get('person').user;
    const saved = drafts.save(context.req.param('id'), text, revision, writer, 'en');
    return context.json(readDraft(saved, held.withDraft(saved), 'en'));
  });
  app.post('/api/drafts/:id/en/discard', (context) => {
    const draft = drafts.read(context.req.param('id'));
    if (draft.english === null) return context.json({});
    if (!hasOwnEnglish(draft)) throw isPublished();
    noteDraft(desk, context.get('person'), 'laid-aside-en', draft);
    drafts.dropEnglish(draft, context.get('person').user);
    return context.json({});
  });
  app.post('/api/drafts/:id/discard', (context) => {
    const draft = drafts.read(context.req.param('id'));
    noteDraft(desk, context.get('person'), 'laid-aside', draft);
    drafts.discard(draft.id);
    return context.json({});
  });
  for (const [end, language] of [
    ['', 'zh'],
    ['/en', 'en'],
  ] as const)
    app.post(`/api/drafts/:id${end}/aside`, async (context) => {
      const { text } = await readJson(context.req, z.strictObject({ text: textShape }));
      const draft = drafts.read(context.req.param('id'));
      noteDraft(desk, context.get('person'), 'laid-aside', draft);
      drafts.keepAside(draft, text, language);
      return context.json({});
    });
  app.post('/api/drafts/:id/back', (context) => {
    const draft = drafts.bringBack(context.req.param('id'));
    noteDraft(desk, context.get('person'), 'opened', draft);
    return context.json({});
  });
  app.post('/api/value', async (context) => {
    const shape = z.strictObject({ text: textShape, key: z.string().max(100), value: z.json() });
    const { text, key, value } = await readJson(context.req, shape);
    return context.json({ text: writeValue(text, key, value) });
  });
}

const isPublished = (): Refusal =>
  new Refusal(
    409,
    {
      zh: '这份英文本已经在标准库里，不能在这里放下。',
      en: 'This English text is in the library and cannot be laid aside here.',
    },
    {
      zh: '刚公布的，在工作台“最近公布”里撤回；要改，在这里改。',
      en: 'Undo its publication on the desk if it was published just now; to change it, change it here.',
    },
  );
