import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  DeskState,
  DraftReading,
  DraftWhole,
  Problem,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';

const slug = 'db9902-t-700-2024';
const file = `standards/local/${slug}/index.md`;

test('what was written is there after the process was killed, and the library as it was', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const typed = text.replace('样例的要求', '样例的要求和判定');
  const saved = await desk.tell<DraftReading>(
    `/api/drafts/${id}`,
    { text: typed, revision: reading.revision },
    'PUT',
  );
  expect(saved.revision).toBe(reading.revision + 1);
  // Nothing is closed or flushed: another desk finds what is on disk.
  const again = await openDesk(desk);
  const whole = await again.ask<DraftWhole>(`/api/drafts/${id}`);
  expect(whole.text).toBe(typed);
  expect(whole.reading.revision).toBe(saved.revision);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
});

test('a field that is not filled in is called as the form calls it', async () => {
  const desk = await openDesk();
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const typed = text
    .replace(/^issuers:.*\n/m, '')
    .replace(/^implemented:.*$/m, 'implemented: 某日');
  const { findings } = await desk.tell<DraftReading>(
    `/api/drafts/${id}`,
    { text: typed, revision: reading.revision },
    'PUT',
  );
  const said = findings.map(({ message }) => message);
  expect(said).toContainEqual({
    zh: '“发布机构”（issuers）：必须填写',
    en: '"Issued by" (issuers): is required',
  });
  expect(said.map(({ zh }) => zh).join()).toContain('“实施日期”（implemented）：');
  const plan = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  expect(plan.errors.map(({ message }) => message.zh).join()).toContain('“发布机构”（issuers）');
});

test('a second window is told, and neither text is lost', async () => {
  const desk = await openDesk();
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const put = async (typed: string): Promise<Response> =>
    desk.send(`/api/drafts/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: typed, revision: reading.revision }),
    });
  expect((await put(`${text}一。\n`)).status).toBe(200);
  const second = await put(`${text}二。\n`);
  expect(second.status).toBe(409);
  expect(((await second.json()) as Problem).what.zh).toContain('另一个窗口');
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(`${text}一。\n`);
  // The answer to a save may be lost on its way: the same text again is no conflict.
  expect((await put(`${text}一。\n`)).status).toBe(200);
});

test('findings stand at their words and come with what puts them right', async () => {
  const desk = await openDesk();
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const typed = `${text}\n# 要求 {#requirements}\n\n##\n\n应符合 4.1 的规定，温度为 5~8 ℃。\n\n##\n\n见[#nowhere]。\n`;
  const { findings } = await desk.tell<DraftReading>(
    `/api/drafts/${id}`,
    { text: typed, revision: reading.revision },
    'PUT',
  );
  const lines = typed.split('\n');
  for (const { range, file: where } of findings) {
    expect(where).toBe(file);
    expect(lines[range.start.line - 1]?.length).toBeGreaterThanOrEqual(range.start.column - 1);
  }
  const [broken] = findings.filter(({ message }) => message.zh.includes('nowhere'));
  const line = lines[(broken?.range.start.line ?? 0) - 1];
  expect(line?.slice((broken?.range.start.column ?? 0) - 1)).toMatch(/^\[#nowhere\]/);
  expect(findings.flatMap(({ fix }) => fix ?? []).length).toBeGreaterThan(0);
});

test('a new number moves the draft to another folder, and the next free number is one more than all known', async () => {
  const desk = await openDesk();
  const state = await desk.ask<DeskState>('/api/state');
  expect(state.nextNumbers.map(({ number }) => number.slice(0, 13))).toEqual(['DB9902/T 701—']);
  const made = await desk.tell<DraftWhole>('/api/new', {
    number: 'DB9902/T 701—2026',
    title: '样例',
    issuer: '示范市市场监督管理局',
  });
  const moved = await desk.tell<DraftReading>(
    `/api/drafts/${made.id}`,
    { text: made.text.replace('701—2026', '709—2026'), revision: made.reading.revision },
    'PUT',
  );
  expect(moved.slug).toBe('db9902-t-709-2026');
  const folder = join(desk.keep, 'drafts', made.id, 'standards/local');
  expect(readdirSync(folder)).toEqual(['db9902-t-709-2026']);
  const { nextNumbers } = await desk.ask<DeskState>('/api/state');
  expect(nextNumbers[0]?.number).toContain('710—');
});

test('a value of the form changes its line only; none removes it', async () => {
  const desk = await openDesk();
  const head = '---\nnumber: DB9902/T 700—2024 # 预留\ntitle: 样例\nccs: [A 00]\n---\n';
  const set = async (key: string, value: unknown): Promise<string> =>
    (await desk.tell<{ text: string }>('/api/value', { text: head, key, value })).text;
  expect(await set('title', '另一个：名称')).toBe(head.replace('样例', '另一个：名称'));
  expect(await set('ccs', [])).toBe(head.replace('ccs: [A 00]\n', ''));
  expect(await set('issuers', ['甲局', '乙局'])).toBe(
    head.replace(/---\n$/, 'issuers: [甲局, 乙局]\n---\n'),
  );
});

test('the name of a file that was sent is never a path', async () => {
  const desk = await openDesk();
  const { id } = await desk.tell<DraftWhole>('/api/open', { slug });
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const put = async (name: string, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
    desk.send(`/api/drafts/${id}/figures?file=${encodeURIComponent(name)}`, {
      method: 'POST',
      body,
    });
  const added = await put('../../../逃逸/Fig One.PNG', new Uint8Array(png));
  expect(await added.json()).toEqual({ name: 'fig-one.png' });
  const folder = join(desk.keep, 'drafts', id, 'standards/local', slug);
  expect(readdirSync(folder).sort()).toEqual(['fig-one.png', 'index.md']);
  expect((await put('x.png', new Uint8Array([1, 2, 3]))).status).toBe(415);
  expect(existsSync(join(folder, 'x.png'))).toBe(false);
});

test('a draft whose record was damaged is still there with its text', async () => {
  const desk = await openDesk();
  const { id, text } = await desk.tell<DraftWhole>('/api/open', { slug });
  writeFileSync(join(desk.keep, 'drafts', id, 'draft.json'), '{');
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(text);
});
