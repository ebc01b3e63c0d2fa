import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ActShown, DeskState, Problem, Published } from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';

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
