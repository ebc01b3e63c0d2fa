import { listRows } from '../support/docx-rows.ts';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  ActShown,
  CommentsShown,
  DeskState,
  DraftReading,
  DraftWhole,
  Problem,
  Published,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { readRows } from '#import/comments/index.ts';
import { exportWord } from '#publish/word/export.ts';
import { openDesk } from '../support/desk.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const id = 'sf2026-001';
const text = `projects/${id}/draft/index.md`;

const kinds = `- id: local
  name: { zh: 地方标准, en: Local standard }
  families: [local]
  way: [立项, 起草, 征求意见, 批准, 编号, 发布, 实施]
`;

const project = `title: 样例标准701
kind: local
plan: SF2026-001
stages:
  - { stage: 立项, began: 2026-01-05 }
  - { stage: 起草, began: 2026-01-06, ended: 2026-03-01 }
  - { stage: 征求意见, began: 2026-03-02, until: 2099-04-02 }
`;

/** A desk over a library with one standard and one project, whose text is open to comments. */
async function openWithProject() {
  const folder = makeFolder();
  const [library, keep] = [join(folder, 'library'), join(folder, 'keep')];
  writeFiles(library, {
    'standards/local/db9902-t-700-2024/index.md': writeStandard(),
    'project-kinds.yaml': kinds,
    [`projects/${id}/project.yaml`]: project,
    [text]: writeStandard({ serial: 701, year: 2026 }).replace(
      /^issued: .*\nimplemented: .*\n/m,
      'status: draft\ndraftStage: 征求意见稿\n',
    ),
  });
  return openDesk({ library, keep });
}

type Desk = Awaited<ReturnType<typeof openWithProject>>;

/** Opens the project's text, writes a sentence and puts it back. */
async function writeOn(desk: Desk, from: string, to: string): Promise<Published> {
  const draft = await desk.tell<DraftWhole>(`/api/projects/${id}/open`);
  const typed = draft.text.replace(from, to);
  const { revision } = draft.reading;
  await desk.tell<DraftReading>(`/api/drafts/${draft.id}`, { text: typed, revision }, 'PUT');
  const { digest, errors } = await desk.ask<PublishPlan>(`/api/drafts/${draft.id}/plan`);
  expect(errors).toEqual([]);
  return desk.tell<Published>(`/api/drafts/${draft.id}/publish`, { digest });
}

test('a project stands with its stage and what is due; its text is gone on with and put back', async () => {
  const desk = await openWithProject();
  const { projects } = await desk.ask<DeskState>('/api/state');
  expect(projects).toMatchObject([
    { id, plan: 'SF2026-001', stage: { zh: '征求意见' }, next: { day: '2099-04-02' } },
  ]);
  const before = readFileSync(join(desk.library, text), 'utf8');
  const { publication, url } = await writeOn(desk, '样例应完整。', '样例应完整、干燥。');
  expect(readFileSync(join(desk.library, text), 'utf8')).toContain('样例应完整、干燥。');
  expect(url).toBe(`http://127.0.0.1:4321/lifecycle/${id}/`);
  const { standards } = await desk.ask<DeskState>('/api/state');
  expect(standards.map(({ number }) => number)).toEqual(['DB9902/T 700—2024']);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(readFileSync(join(desk.library, text), 'utf8')).toBe(before);
});

test('a project is issued as a standard, not while its draft has words that were not put back, and undone', async () => {
  const desk = await openWithProject();
  const asked = { on: '2026-11-01', from: '2026-12-01' };
  const draft = await desk.tell<DraftWhole>(`/api/projects/${id}/open`);
  const typed = draft.text.replace('样例应完整。', '样例应完整、干燥。');
  const { revision } = draft.reading;
  await desk.tell(`/api/drafts/${draft.id}`, { text: typed, revision }, 'PUT');
  const { what } = await desk.tell<Problem>(`/api/projects/${id}/issue/plan`, asked);
  expect(what.zh).toContain('没有写回');
  const { digest: own } = await desk.ask<PublishPlan>(`/api/drafts/${draft.id}/plan`);
  await desk.tell(`/api/drafts/${draft.id}/publish`, { digest: own });
  const { digest, errors } = await desk.tell<ActShown>(`/api/projects/${id}/issue/plan`, asked);
  expect(errors).toEqual([]);
  const { publication } = await desk.tell<Published>(`/api/projects/${id}/issue/do`, {
    asked,
    digest,
  });
  const standard = join(desk.library, 'standards/local/db9902-t-701-2026/index.md');
  expect(readFileSync(standard, 'utf8')).toContain('样例应完整、干燥。');
  expect(existsSync(join(desk.library, text))).toBe(false);
  expect((await desk.ask<DeskState>('/api/state')).drafts).toEqual([]);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(existsSync(standard)).toBe(false);
  expect(existsSync(join(desk.library, text))).toBe(true);
});

test('a project without a text takes that of a Word file, is put out for comments, and each can be undone', async () => {
  const desk = await openWithProject();
  const drafting = project.split('\n').slice(0, -2).join('\n').replace(', ended: 2026-03-01', '');
  writeFiles(desk.library, { [`projects/${id}/project.yaml`]: `${drafting}\n` });
  rmSync(join(desk.library, text));
  await desk.refresh();
  const [line] = (await desk.ask<DeskState>('/api/state')).projects;
  expect(line).toMatchObject({
    hasDraft: false,
    isOngoing: true,
    nextStages: [{ zh: '征求意见' }],
  });
  const advance = { ended: '2026-03-01', stage: '征求意见', on: '2026-03-02', until: '2099-04-02' };
  const early = await desk.tell<Problem>(`/api/projects/${id}/advance/plan`, advance);
  expect(early.what.zh).toContain('还没有稿');

  const word = await exportWord(join(desk.library, 'standards/local/db9902-t-700-2024'), 'zh');
  const bring = async (): Promise<Response> =>
    desk.send(
      `/api/import?file=a.docx&number=${encodeURIComponent('DB9902/T 701—2026')}&project=${id}`,
      {
        method: 'POST',
        body: new Uint8Array(word?.bytes ?? []),
      },
    );
  const draft = (await (await bring()).json()) as DraftWhole;
  expect(draft.text).toMatch(/^status: draft$/m);
  expect(draft.text).not.toMatch(/^(?:issued|implemented):/m);
  expect((await bring()).status).toBe(409);
  const plan = await desk.ask<PublishPlan>(`/api/drafts/${draft.id}/plan`);
  expect(plan.errors).toEqual([]);
  expect(plan.files.map(({ path }) => path)).toEqual([text]);
  await desk.tell(`/api/drafts/${draft.id}/publish`, { digest: plan.digest });
  expect(readFileSync(join(desk.library, text), 'utf8')).toContain('样例应完整。');

  const shown = await desk.tell<ActShown>(`/api/projects/${id}/advance/plan`, advance);
  expect(shown.errors).toEqual([]);
  const { publication } = await desk.tell<Published>(`/api/projects/${id}/advance/do`, {
    asked: advance,
    digest: shown.digest,
  });
  expect(readFileSync(join(desk.library, text), 'utf8')).toContain('draftStage: 征求意见稿');
  expect((await desk.ask<DeskState>('/api/state')).projects).toMatchObject([
    { stage: { zh: '征求意见' }, hasDraft: true },
  ]);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(readFileSync(join(desk.library, `projects/${id}/project.yaml`), 'utf8')).toBe(
    `${drafting}\n`,
  );
});

const send = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: Buffer.from(content).toString('base64'),
});

test('comments are gathered into their table, which comes back decided; what is no comment is named', async () => {
  const desk = await openWithProject();
  const files = [
    send('甲.csv', '章条编号,修改意见,理由\n4.1,删去“完整”,无法判定\n4.2,改为“清楚”,用语\n'),
    send('风景.png', new Uint8Array([137, 80, 78, 71])),
  ];
  const address = `/api/projects/${id}/comments`;
  const asked = { decided: false, files };
  const shown = await desk.tell<CommentsShown>(`${address}/plan`, asked);
  expect(shown.refused).toBe(1);
  expect(shown.told.map(({ zh }) => zh).join('\n')).toMatch(/风景\.png.*\n新记入 2 条/s);
  await desk.tell(`${address}/do`, { asked, digest: shown.digest });
  const [line] = (await desk.ask<DeskState>('/api/state')).projects;
  expect(line).toMatchObject({ comments: 2, undecided: 2 });

  const word = await desk.send(`/projects/${id}/comments.docx`);
  expect(word.headers.get('content-disposition')).toContain('.docx');
  expect(listRows(new Uint8Array(await word.arrayBuffer())).map((row) => row[2])).toEqual([
    '意见内容',
    '删去“完整”\n理由：无法判定',
    '改为“清楚”\n理由：用语',
  ]);

  const table = await desk.send(`/projects/${id}/comments.xlsx`);
  const rows = readRows(new Uint8Array(await table.arrayBuffer()));
  if ('zh' in rows) throw new Error(rows.zh);
  const at = rows.findIndex((row) => row.includes('处理意见'));
  const column = rows[at]?.indexOf('处理意见') ?? 0;
  const decided = rows
    .slice(at)
    .map((row, index) =>
      row.map((cell, place) => (index === 1 && place === column ? '采纳' : cell)),
    );
  const csv = decided.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const back = { decided: true, files: [send('处理.csv', csv)] };
  const read = await desk.tell<CommentsShown>(`${address}/plan`, back);
  expect(read.refused).toBe(0);
  await desk.tell(`${address}/do`, { asked: back, digest: read.digest });
  expect((await desk.ask<DeskState>('/api/state')).projects).toMatchObject([
    { comments: 2, undecided: 1 },
  ]);
});
