import { expect, test } from 'vitest';
import { importDraft } from '#import/draft/import-draft.ts';
import { readDraft, readWordDraft } from '#import/draft/read-draft.ts';
import { makeWord, p } from '#tests/support/word-file.ts';

const number = 'DB9902/T 71—2027';
const body = (paragraphs: number): Uint8Array =>
  makeWord({
    body: `${p('1 范围')}${Array.from({ length: paragraphs }, (_, at) => p(`第 ${at} 段应完整。`)).join('')}`,
  });

test('a draft that is read in a process of its own is the one that is read here', async () => {
  const bytes = body(3);
  const [apart, here] = [
    await importDraft(bytes, '稿.docx', { number }),
    await readDraft(bytes, '稿.docx', { number }),
  ];
  expect(apart).toEqual(here);
  expect(apart).toMatchObject({ path: 'standards/local/db9902-t-71-2027' });
});

test('a file that takes too long is stopped and says so', async () => {
  const answer = await importDraft(body(30_000), '稿.docx', {}, { seconds: 0.2, megabytes: 640 });
  expect(answer).toMatchObject({ en: expect.stringContaining('within 0.2 seconds') as string });
  expect(answer).toMatchObject({ zh: expect.stringContaining('没有读完') as string });
});

test('a file that takes too much memory is stopped and says so', async () => {
  const answer = await importDraft(body(60_000), '稿.docx', {}, { seconds: 60, megabytes: 48 });
  expect(answer).toMatchObject({ en: expect.stringContaining('48 MB of memory') as string });
});

test('a draft without a number is whole, has no place in the library, and no number is made up', async () => {
  const draft = await importDraft(body(1), '稿.docx', { kind: 'group', title: '样例' });
  if ('zh' in draft) throw new Error(draft.en);
  expect(draft.path).toMatchObject({ en: expect.stringContaining('"T/SFX') as string });
  const text = new TextDecoder().decode(draft.files.get('index.md'));
  expect(text).toMatch(/^---\ntitle: 样例\nstatus: draft\n/);
  expect(draft.diagnostics.map(({ rule }) => rule)).toContain('front-matter-value');
});

test('a number of another kind than was said has no place', () => {
  const draft = readWordDraft(body(1), { number, kind: 'enterprise' });
  expect(draft).toMatchObject({
    path: { en: expect.stringContaining('no number of an enterprise standard') as string },
  });
});

test('each line of the report leads to the line of the text that it is about', () => {
  const draft = readWordDraft(
    makeWord({ body: [p('1 范围'), p('甲。'), p('2 要求'), p('表1 限值'), p('乙。')].join('') }),
    { number, title: '样例' },
  );
  if ('zh' in draft) throw new Error(draft.en);
  const lines = new TextDecoder().decode(draft.files.get('index.md')).split('\n');
  const caption = draft.report.left.find(({ kind }) => kind === 'caption');
  expect(lines[(caption?.line ?? 0) - 1]).toContain('限值');
});
