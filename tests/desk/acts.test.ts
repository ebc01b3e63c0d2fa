import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  ActShown,
  ClauseText,
  DeskState,
  DraftWhole,
  Problem,
  Published,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';

const slug = 'db9902-t-700-2024';
const file = `standards/local/${slug}/index.md`;

test('an act is shown, done, published and undone', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const asked = { act: 'confirm', slug, on: '2026-11-01' };
  const shown = await desk.tell<ActShown>('/api/acts/plan', asked);
  expect(shown.sentence.zh).toContain('DB9902/T 700—2024');
  expect(shown.files.map(({ path }) => path)).toContain(file);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
  const { publication } = await desk.tell<Published>('/api/acts/do', {
    asked,
    digest: shown.digest,
  });
  expect(readFileSync(join(desk.library, file), 'utf8')).toContain('2026-11-01');
  expect(desk.published()).toBe(1);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
});

test('where the site cannot be made it is said that the library is changed, and it can be taken back', async () => {
  const desk = await openDesk(undefined, { publish: () => Promise.reject(new Error('disk full')) });
  const before = readFileSync(join(desk.library, file), 'utf8');
  const asked = { act: 'confirm', slug, on: '2026-11-01' };
  const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  const { what, todo } = await desk.tell<Problem>('/api/acts/do', { asked, digest });
  expect(what.zh).toBe('标准库已经改好，网站没有做成：disk full');
  expect(todo?.zh).toContain('最近公布');
  expect(readFileSync(join(desk.library, file), 'utf8')).not.toBe(before);
  const [line] = (await desk.ask<DeskState>('/api/state')).publications;
  await desk.tell(`/api/publications/${line?.id}/undo`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
});

test('a revision is a draft in the list beside its earlier edition', async () => {
  const desk = await openDesk();
  const asked = { act: 'revise', slug, on: '2026-11-01', number: '' };
  const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  await desk.tell('/api/acts/do', { asked, digest });
  const { standards } = await desk.ask<DeskState>('/api/state');
  expect(standards.map(({ number }) => number)).toEqual(['DB9902/T 700—2024', 'DB9902/T 700—2026']);
});

test('an act that cannot be done says why, and one that is another than was shown is not done', async () => {
  const desk = await openDesk();
  const send = async (path: string, data: object): Promise<Response> =>
    desk.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    });
  const asked = { act: 'renumber', slug, on: '2026-11-01', number: '七百号' };
  const answer = await send('/api/acts/plan', asked);
  expect(answer.status).toBe(409);
  expect(((await answer.json()) as Problem).what.zh).toContain('七百号');
  const other = { asked: { act: 'confirm', slug, on: '2026-11-01' }, digest: 'another' };
  expect((await send('/api/acts/do', other)).status).toBe(409);
  expect(desk.published()).toBe(0);
});

test('clauses are amended in their own words: sheet, mark and notice, and back', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const clauses = await desk.ask<readonly ClauseText[]>(`/api/clauses/${slug}`);
  const whole = clauses.find(({ label }) => label === '4.1');
  expect(whole?.text).toBe('样例应完整。');
  const changes = [{ clause: whole?.id ?? '', text: '样例应完整、干燥。' }];
  const asked = { act: 'amend', slug, on: '2026-11-01', from: '2026-12-01', changes };
  const shown = await desk.tell<ActShown>('/api/acts/plan', asked);
  expect(shown.errors).toEqual([]);
  const sheet = `standards/local/${slug}-xg1-2026/index.md`;
  expect(shown.files.map(({ path }) => path)).toContain(sheet);
  const { publication } = await desk.tell<Published>('/api/acts/do', {
    asked,
    digest: shown.digest,
  });
  const after = readFileSync(join(desk.library, file), 'utf8');
  // The clause keeps the anchor that followed from its words before.
  const own = after.replace(/^amendments:\n.*\n/m, '').replace(` {#${whole?.id}}`, '');
  expect(own.replace('、干燥', '')).toBe(before);
  expect(readFileSync(join(desk.library, sheet), 'utf8')).toContain(
    '将4.1修改为：\n\n样例应完整、干燥。',
  );
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
  expect(existsSync(join(desk.library, sheet))).toBe(false);
});

test('wrong words are put right where they stand once, and the note says which', async () => {
  const desk = await openDesk();
  const clauses = await desk.ask<readonly ClauseText[]>(`/api/clauses/${slug}`);
  const clause = clauses.find(({ label }) => label === '4.2')?.id;
  const asked = { act: 'correct', slug, on: '2026-11-01', clause, wrong: '清晰', right: '清楚' };
  const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  await desk.tell('/api/acts/do', { asked, digest });
  const text = readFileSync(join(desk.library, file), 'utf8');
  expect(text).toContain('样例应清楚。');
  expect(text).toContain('4.2：“清晰”更正为“清楚”。');
  for (const wrong of ['模糊', '']) {
    const { what } = await desk.tell<Problem>('/api/acts/plan', { ...asked, wrong });
    expect(what.zh).toContain('没有改动');
  }
});

test('each correction of a day has its notice, and one that is done twice has one', async () => {
  const desk = await openDesk();
  const clauses = await desk.ask<readonly ClauseText[]>(`/api/clauses/${slug}`);
  const idOf = (own: string): string => clauses.find(({ label }) => label === own)?.id ?? '';
  const errors = [
    { clause: idOf('4.1'), wrong: '完整', right: '完好' },
    { clause: idOf('4.2'), wrong: '清晰', right: '清楚' },
  ];
  for (const error of errors) {
    const asked = { act: 'correct', slug, on: '2026-11-01', ...error };
    const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
    await desk.tell('/api/acts/do', { asked, digest });
  }
  const name = `notices/2026-11-01-corrected-${slug}`;
  const [first, second] = [`${name}.md`, `${name}-2.md`].map((path) =>
    readFileSync(join(desk.library, path), 'utf8'),
  );
  expect(first).toContain('4.1：“完整”更正为“完好”。');
  expect(second).toContain('4.2：“清晰”更正为“清楚”。');
  expect(second).not.toContain('完好');
});

test('a standard that a review found to be withdrawn keeps the review, and its notice says so', async () => {
  const desk = await openDesk();
  const asked = { act: 'withdraw', slug, on: '2026-11-01', from: '2027-01-01', reason: '不再需要' };
  const early = await desk.tell<Problem>('/api/acts/plan', { ...asked, reviewed: '2026-11-02' });
  expect(early.what.zh).toContain('复审日期 2026-11-02');
  const reviewed = { ...asked, reviewed: '2026-10-20' };
  const { digest, errors } = await desk.tell<ActShown>('/api/acts/plan', reviewed);
  expect(errors).toEqual([]);
  await desk.tell('/api/acts/do', { asked: reviewed, digest });
  expect(readFileSync(join(desk.library, file), 'utf8')).toContain(
    '{ date: 2026-10-20, result: 废止 }',
  );
  const notice = `notices/2026-11-01-withdrawn-${slug}.md`;
  expect(readFileSync(join(desk.library, notice), 'utf8')).toContain('经复审，');
});

test('a withdrawn standard names what takes its place, which says that it replaces it', async () => {
  const desk = await openDesk();
  const heir = 'standards/local/db9902-t-710-2025/index.md';
  writeFiles(desk.library, { [heir]: writeStandard({ serial: 710, year: 2025 }) });
  await desk.refresh();
  const by = 'DB9902/T 710—2025';
  const asked = { act: 'withdraw', slug, on: '2026-11-01', from: '', reason: '内容并入新标准', by };
  const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  await desk.tell('/api/acts/do', { asked, digest });
  expect(readFileSync(join(desk.library, file), 'utf8')).toContain('withdrawn: 2026-11-01');
  expect(readFileSync(join(desk.library, heir), 'utf8')).toContain('DB9902/T 700—2024');
  // Nobody said that it was reviewed.
  const notice = `notices/2026-11-01-withdrawn-${slug}.md`;
  expect(readFileSync(join(desk.library, notice), 'utf8')).not.toContain('复审');
});

test('who edits the words of an issued standard is pointed to the acts that tell readers of it', async () => {
  const desk = await openDesk();
  const draft = await desk.tell<DraftWhole>('/api/open', { slug });
  const notesOf = async (text: string, revision: number): Promise<string> => {
    await desk.tell(`/api/drafts/${draft.id}`, { text, revision }, 'PUT');
    const { notes } = await desk.ask<PublishPlan>(`/api/drafts/${draft.id}/plan`);
    return notes.map(({ zh }) => zh).join();
  };
  const named = draft.text.replace('ccs: [A 00]', 'ccs: [A 01]');
  expect(await notesOf(named, draft.reading.revision)).not.toContain('修改单');
  const other = named.replace('样例应完整。', '样例应干燥。');
  expect(await notesOf(other, draft.reading.revision + 1)).toContain('修改单');
});

test('a local standard becomes one of a group under its new issuer', async () => {
  const desk = await openDesk();
  const number = 'T/SFXS 099—2026';
  const asked = { act: 'transfer', slug, on: '2026-11-01', number, issuer: '示范市行业协会' };
  const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  await desk.tell('/api/acts/do', { asked, digest });
  const { standards } = await desk.ask<DeskState>('/api/state');
  expect(standards.map((line) => line.number)).toEqual([number]);
  const text = readFileSync(join(desk.library, 'standards/group/t-sfxs-099-2026/index.md'), 'utf8');
  expect(text).toContain('issuers: [示范市行业协会]');
});

test('words that would bring an error are shown with it, and not taken', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const clauses = await desk.ask<readonly ClauseText[]>(`/api/clauses/${slug}`);
  const clause = clauses.find(({ label }) => label === '4.1')?.id ?? '';
  const changes = [{ clause, text: '见[#nowhere]。' }];
  const asked = { act: 'amend', slug, on: '2026-11-01', from: '2026-12-01', changes };
  const { errors, digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
  expect(errors.map(({ message }) => message.zh).join()).toContain('nowhere');
  const { what } = await desk.tell<Problem>('/api/acts/do', { asked, digest });
  expect(what.zh).toContain('没有改动');
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
});
