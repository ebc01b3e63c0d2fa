import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  ActShown,
  DeskState,
  DraftWhole,
  Problem,
  ProjectForm,
  Published,
  RequestLine,
} from '#desk/client/shapes.ts';
import { exportWord } from '#publish/word/export.ts';
import { byProxy, openDesk, proxy } from '../support/desk.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const kinds = `- id: local
  name: { zh: 地方标准, en: Local standards }
  families: [local]
  way: [立项, 起草, 征求意见, 批准, 编号, 发布, 实施]
- id: group
  name: { zh: 团体标准, en: Group standards }
  families: [group]
  way: [立项, 起草, 征求意见, 批准, 编号, 发布, 实施]
`;

const deadlines = `limits:
  - id: drafting
    name: { zh: 完成起草的时间, en: Time for drafting }
    from: { stage: 立项 }
    to: { stage: 征求意见 }
    span: { months: 24 }
    source: { document: 《某市标准化条例》, article: 第九条 }
    asOf: 2026-11-01
`;

const earlier = `title: 冷藏箱要求
kind: local
plan: SF2026-009
year: 2026
stages:
  - { stage: 立项, began: 2026-01-05 }
`;

/** A desk over a library with a standard, a project, kinds and a limit of 24 months. */
async function openWithKinds(options: Parameters<typeof openDesk>[1] = {}) {
  const folder = makeFolder();
  const [library, keep] = [join(folder, 'library'), join(folder, 'keep')];
  writeFiles(library, {
    'standards/local/db9902-t-700-2024/index.md': writeStandard(),
    'project-kinds.yaml': kinds,
    'deadlines.yaml': deadlines,
    'projects/sf2026-009/project.yaml': earlier,
  });
  return openDesk({ library, keep }, options);
}

/** A form as the page sends it, with nothing but what has to be there. */
const empty = {
  title: '冷藏车 温度记录',
  titleEn: '',
  kind: 'local',
  nature: '',
  plan: '',
  isRevision: false,
  revises: '',
  adopts: '',
  degree: '',
  chains: [],
  proposedBy: [],
  administeredBy: [],
  draftedBy: [],
  office: '',
  email: '',
  phone: '',
  on: '2026-12-01',
  until: '',
};

const whole = {
  ...empty,
  titleEn: 'Refrigerated vehicles - Records: temperature',
  nature: 'recommended',
  plan: 'SF2026-010',
  isRevision: true,
  revises: 'DB9902/T 700-2024',
  adopts: 'ISO 23412:2021',
  degree: 'NEQ',
  proposedBy: ['示范市商务局'],
  administeredBy: ['示范市商务局'],
  draftedBy: ["示范市标准化研究院'", '某某, 有限公司'],
  email: 'a@b.example',
  until: '2027-06-30',
};

test('a project is begun by the form: its file, its place on the board, its limit by law; and undone', async () => {
  const desk = await openWithKinds();
  const form = await desk.ask<ProjectForm>('/api/projects/form');
  expect(form.nextPlan).toBe('SF2026-010');
  expect(form.kinds.map(({ value, hasNature }) => [value, hasNature])).toEqual([
    ['local', true],
    ['group', false],
  ]);
  const shown = await desk.tell<ActShown>('/api/projects/plan', whole);
  expect(shown.errors).toEqual([]);
  // 24 months from 2026-12-01, as deadlines.yaml says.
  expect(shown.sentence.zh).toContain('2028-12-01 前征求意见（《某市标准化条例》第九条）');
  expect(shown.files.map(({ path }) => path)).toEqual(['projects/sf2026-010/project.yaml']);
  const { publication, url } = await desk.tell<Published>('/api/projects/do', {
    asked: whole,
    digest: shown.digest,
  });
  expect(url).toBe('http://127.0.0.1:4321/lifecycle/sf2026-010/');
  const { projects } = await desk.ask<DeskState>('/api/state');
  expect(projects.find(({ id }) => id === 'sf2026-010')).toMatchObject({
    plan: 'SF2026-010',
    title: { zh: '冷藏车 温度记录', en: 'Refrigerated vehicles - Records: temperature' },
    stage: { zh: '起草' },
    next: { day: '2027-06-30', kind: 'until' },
    nextStages: [{ zh: '征求意见' }],
  });
  const file = join(desk.library, 'projects/sf2026-010/project.yaml');
  expect(readFileSync(file, 'utf8')).toContain('revises: ');
  const again = await desk.tell<Problem>('/api/projects/plan', whole);
  expect(again.fields?.map(({ field }) => field)).toEqual(['plan']);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(existsSync(file)).toBe(false);
});

test('what is wrong is said at its field, in both languages, all of it at once; nothing is written', async () => {
  const desk = await openWithKinds();
  const wrong = {
    ...empty,
    title: '',
    kind: 'city',
    plan: 'SF2026-009',
    isRevision: true,
    revises: '七百号',
    adopts: 'ISO 23412:2021',
    email: 'comments',
    on: '2026-12-01',
    until: '2026-02-30',
  };
  const problem = await desk.tell<Problem>('/api/projects/plan', wrong);
  const fields = problem.fields ?? [];
  expect(fields.map(({ field }) => field).toSorted()).toEqual(
    ['title', 'kind', 'plan', 'revises', 'degree', 'email', 'until'].toSorted(),
  );
  for (const { what } of fields) {
    expect(what.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(what.en).toMatch(/[a-z].*\.$/);
  }
  const group = { ...empty, kind: 'group', nature: 'mandatory' };
  const other = await desk.tell<Problem>('/api/projects/plan', group);
  expect(other.fields?.map(({ field }) => field)).toEqual(['nature']);
  expect((await desk.ask<DeskState>('/api/state')).projects).toHaveLength(1);
});

test.each([
  ['SF2026-010', 'sf2026-010'],
  ['示市监标〔2026〕14号', 'p2026-14'],
  ['SF2026 009', 'sf2026-009-1'],
  ['Ｐｌａｎ', 'p2026-1'],
  ['', 'p2026-1'],
])('the plan number %j gives the folder %s', async (plan, id) => {
  const desk = await openWithKinds();
  const { files } = await desk.tell<ActShown>('/api/projects/plan', { ...empty, plan });
  expect(files.map(({ path }) => path)).toEqual([`projects/${id}/project.yaml`]);
});

test('two who begin a project at once: the second is told, and neither file is lost', async () => {
  const desk = await openWithKinds();
  const [mine, theirs] = ['甲 要求', '乙 要求'].map((title) => ({ ...empty, title })) as [
    object,
    object,
  ];
  const first = await desk.tell<ActShown>('/api/projects/plan', mine);
  const second = await desk.tell<ActShown>('/api/projects/plan', theirs);
  await desk.tell('/api/projects/do', { asked: mine, digest: first.digest });
  const late = await desk.tell<Problem>('/api/projects/do', {
    asked: theirs,
    digest: second.digest,
  });
  expect(late.what.zh).toMatch(/改/);
  const anew = await desk.tell<ActShown>('/api/projects/plan', theirs);
  await desk.tell('/api/projects/do', { asked: theirs, digest: anew.digest });
  const { projects } = await desk.ask<DeskState>('/api/state');
  expect(projects.map(({ title }) => title.zh).toSorted()).toEqual(
    ['冷藏箱要求', '甲 要求', '乙 要求'].toSorted(),
  );
});

test('the Word draft of a project takes what the project says and the file does not', async () => {
  const desk = await openWithKinds();
  const { digest } = await desk.tell<ActShown>('/api/projects/plan', whole);
  await desk.tell('/api/projects/do', { asked: whole, digest });
  const word = await exportWord(join(desk.library, 'standards/local/db9902-t-700-2024'), 'zh');
  const number = encodeURIComponent('DB9902/T 700—2026');
  const answer = await desk.send(`/api/import?file=a.docx&number=${number}&project=sf2026-010`, {
    method: 'POST',
    body: new Uint8Array(word?.bytes ?? []),
  });
  const { reading } = (await answer.json()) as DraftWhole;
  expect(reading.values).toMatchObject({
    planNumber: 'SF2026-010',
    adopts: [{ number: 'ISO 23412:2021', degree: 'NEQ' }],
    administeredBy: ['示范市商务局'],
  });
});

test('a drafter asks, a reviewer approves, a publisher begins it; each stands in the log', async () => {
  const desk = await openWithKinds({ proxy });
  writeFileSync(
    join(desk.library, 'desk.yaml'),
    'secondPerson: true\npeople:\n  - { user: zhang, roles: [drafter] }\n  - { user: li, roles: [reviewer] }\n  - { user: wang, roles: [publisher] }\n',
  );
  await desk.refresh();
  const tell = async (user: string, path: string, data: unknown): Promise<Response> =>
    desk.app.request(`http://desk.example.cn${path}`, {
      method: 'POST',
      headers: { ...byProxy(user), 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    });
  const { digest } = (await (await tell('zhang', '/api/projects/plan', empty)).json()) as ActShown;
  const all = { asked: empty, digest };
  expect((await tell('zhang', '/api/projects/do', all)).status).toBe(403);
  expect((await tell('wang', '/api/projects/do', all)).status).not.toBe(200);
  const asked = await tell('zhang', '/api/requests', { kind: 'project', subject: '', ...all });
  const { id, title } = (await asked.json()) as RequestLine;
  expect(title).toBe('冷藏车 温度记录');
  expect((await tell('li', `/api/requests/${id}/approve`, { remark: '' })).status).toBe(200);
  expect((await tell('wang', '/api/projects/do', all)).status).toBe(200);
  expect(existsSync(join(desk.library, 'projects/p2026-1/project.yaml'))).toBe(true);
  const log = readFileSync(join(desk.keep, 'audit/log.jsonl'), 'utf8');
  const acts = log
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { act: string }).act);
  for (const act of ['refused', 'asked', 'approved', 'publishing', 'published'])
    expect(acts).toContain(act);
});
