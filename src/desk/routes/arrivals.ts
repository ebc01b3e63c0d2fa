import { join } from 'node:path';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import { draftStages } from '#acts/index.ts';
import { importDraft } from '#import/draft/import-draft.ts';
import { isNamedRight, readFigure } from '#library/figures.ts';
import { partOf } from '#library/part-of.ts';
import { describeDraft } from '../describe.ts';
import type { Desk } from '../context.ts';
import { digestFiles, readParts } from '../drafts.ts';
import { nameFigure, nameFile } from '../file-names.ts';
import { readValues, writeValue } from '../front-matter.ts';
import type { DeskEnvironment } from '../guard.ts';
import { Refusal } from '../refusal.ts';
import { noteDraft } from '../note-draft.ts';
import { findPath } from '../standard-path.ts';
import { largestFile, readBytes, readJson } from './bodies.ts';
import { getProject } from './projects.ts';

/** How drafts come: from a Word file, from the library, from nothing; and pictures into them. */
export function addArrivalRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { drafts, held } = desk;

  app.post('/api/import', async (context) => {
    const file = nameFile(context.req.query('file'));
    const bytes = await readBytes(context.req, largestFile);
    const number = context.req.query('number');
    const draft = await importDraft(bytes, file, number === undefined ? {} : { number });
    if ('zh' in draft) throw notImported(file, draft);
    if (typeof draft.path !== 'string') throw withoutPlace(file, draft.path);
    if (draft.textFile === 'index.en.md') throw isEnglish(file);
    const { report, mended } = draft;
    const project = context.req.query('project');
    const { path, files } =
      project === undefined
        ? { path: draft.path, files: draft.files }
        : placeInProject(desk, project, draft.files);
    const there = held.library().rows.find((row) => partOf(row.file) === path);
    if (there) throw isThere(there.number);
    const made = drafts.create(path, files, {
      origin: { kind: 'word', file },
      base: project === undefined ? {} : digestFiles(path, readParts(join(held.dir, path))),
      report: { ...report, mended },
      writers: [context.get('person').user],
    });
    noteDraft(desk, context.get('person'), 'imported', made);
    return context.json(describeDraft(desk, made));
  });

  app.post('/api/open', async (context) => {
    const { slug } = await readJson(context.req, z.strictObject({ slug: z.string().max(300) }));
    const row = held.library().rows.find((each) => each.slug === slug);
    if (!row) {
      throw new Refusal(404, { zh: '没有这项标准。', en: 'There is no such standard.' });
    }
    const draft = drafts.open(held.dir, partOf(row.file));
    noteDraft(desk, context.get('person'), 'opened', draft);
    return context.json(describeDraft(desk, draft));
  });

  app.post('/api/new', async (context) => {
    const shape = z.strictObject({
      number: z.string().max(200),
      title: z.string().trim().min(1).max(300),
      issuer: z.string().trim().min(1).max(300),
    });
    const { number, title, issuer } = await readJson(context.req, shape);
    const path = findPath(number);
    const facts = { number, title, status: 'draft', issuers: [issuer] };
    const text = Object.entries(facts).reduce(
      (before, [key, value]) => writeValue(before, key, value),
      skeleton,
    );
    const draft = drafts.create(path, new Map([['index.md', Buffer.from(text)]]), {
      origin: { kind: 'new' },
      base: {},
      report: null,
      writers: [context.get('person').user],
    });
    noteDraft(desk, context.get('person'), 'began', draft);
    return context.json(describeDraft(desk, draft));
  });

  app.post('/api/drafts/:id/figures', async (context) => {
    const draft = drafts.read(context.req.param('id'));
    const bytes = await readBytes(context.req, largestFile);
    const folder = join(draft.root, draft.path);
    const taken = new Set(readParts(folder).keys());
    const name = nameFigure(nameFile(context.req.query('file')), taken);
    if (!isNamedRight(name, bytes)) throw noPicture();
    drafts.addFile(draft, name, bytes, context.get('person').user);
    if (!readFigure(folder, name)) {
      drafts.removeFile(draft, name);
      throw noPicture();
    }
    return context.json({ name });
  });
}

/**
 * The place of the text of a project, and its files; the text is a draft, called after the stage that the project is in.
 *
 * @throws {Refusal} where there is no such project, or a draft of it is in hand
 */
function placeInProject(
  { held, drafts }: Desk,
  id: string,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly path: string; readonly files: ReadonlyMap<string, Uint8Array> } {
  const project = getProject(held.library(), id);
  const { stages, plan } = project;
  const path = `projects/${id}/draft`;
  if (drafts.list().some((draft) => draft.path === path)) throw isInHand(plan ?? id);
  const stage = stages.at(-1)?.stage ?? '起草';
  const facts = {
    status: 'draft',
    draftStage: draftStages[stage] ?? '工作组讨论稿',
    issued: null,
    implemented: null,
    planNumber: plan,
  };
  const brought = Buffer.from(files.get('index.md') ?? '').toString();
  const own = readValues(brought);
  const said = Object.entries(listProjectFacts(project)).filter(([key]) => own[key] === undefined);
  const text = [...Object.entries(facts), ...said].reduce(
    (before, [key, value]) => writeValue(before, key, value),
    brought,
  );
  return { path, files: new Map([...files, ['index.md', Buffer.from(text)]]) };
}

/** What a project says of its standard, for a file that does not say it. */
const listProjectFacts = (project: ProjectModel): Readonly<Record<string, unknown>> => ({
  titleEn: project.title.en,
  chains: project.chains,
  proposedBy: project.proposedBy,
  administeredBy: project.administeredBy,
  draftedBy: project.draftedBy,
  replaces: project.revises === undefined ? [] : [project.revises],
  adopts: project.adopts.map(({ number, degree }) => ({ number, degree })),
});

const isInHand = (name: string): Refusal =>
  new Refusal(
    409,
    {
      zh: `${name} 已有一份稿正在写，没有导入。`,
      en: `A draft of ${name} is in hand; nothing was imported.`,
    },
    {
      zh: '在“正在写”里打开它；要换成这个文件，先把那份“放下”。',
      en: 'Open it under Drafts in progress; to put this file in its place, lay that one aside first.',
    },
  );

const skeleton = `---
---

# 范围

本文件规定了……。

本文件适用于……。

# 规范性引用文件

# 术语和定义

# 总体要求 {#general}
`;

const notImported = (file: string, reason: Bilingual): Refusal =>
  new Refusal(422, {
    zh: `${file} 没有导入：${reason.zh}。`,
    en: `${file} was not imported: ${reason.en}.`,
  });

const isThere = (number: string): Refusal =>
  new Refusal(
    409,
    { zh: `标准库里已经有 ${number}。`, en: `The library has ${number} already.` },
    {
      zh: '要修订它，给新版的编号；只改几处，就在下面的列表里打开它。',
      en: 'Give the number of the new edition to revise it; to change a few words, open it from the list below.',
    },
    'number',
  );

const isEnglish = (file: string): Refusal =>
  new Refusal(
    422,
    {
      zh: `${file} 是一项标准的英文本，要放在它的中文本旁边。`,
      en: `${file} is the English text of a standard, which goes beside its Chinese one.`,
    },
    {
      zh: '打开那项标准，开始英文本，把文字贴进去；或者请管理员用 npm run std -- import 导入这个文件。',
      en: 'Open that standard, begin its English text and paste the words; or have the file imported with npm run std -- import.',
    },
  );

/** What the command line says of its options is nothing to this page. */
const withoutOption = ({ zh, en }: Bilingual): Bilingual => ({
  zh: zh.replace(/：用 --number.*$/s, ''),
  en: en.replace(/: give [^:]*--number.*$/s, ''),
});

/** The page asks for a number and sends the file again. */
const withoutPlace = (file: string, reason: Bilingual): Refusal => {
  const { zh, en } = withoutOption(reason);
  return new Refusal(
    422,
    { zh: `${file} 还要一个编号：${zh}。`, en: `${file} needs a number: ${en}.` },
    { zh: '下面是下一个空号，可以改。', en: 'Below is the next free one; change it as you like.' },
    'number',
  );
};

const noPicture = (): Refusal =>
  new Refusal(
    415,
    { zh: '这不是可以用的图片。', en: 'This is no picture that can be used.' },
    {
      zh: '用 PNG、JPEG、WebP，或不含脚本的 SVG。',
      en: 'Use PNG, JPEG, WebP, or an SVG without scripts.',
    },
  );
