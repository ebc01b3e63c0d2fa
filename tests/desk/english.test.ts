import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  AuditShown,
  DraftReading,
  DraftWhole,
  FormShape,
  Problem,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';

const slug = 'db9902-t-700-2024';
const folder = `standards/local/${slug}`;

/** A text with each thing that keeps its id in another language. */
const body = `
# 温度

## 限值 {#limits}

温度应符合[#tab]的规定，样例见[#sample]。

:::table[温度]{#tab headRows=1}
| 类别 | 温度/℃ |
| - | - |
| 冷藏 | 5 |
:::

注1：常温不作规定。

## 计算

:::formula
$$
a = b
$$
:::

# 附录（资料性） 样例 {#sample}

样例见[#limits]。
`;

async function openBegun() {
  const desk = await openDesk();
  writeFiles(desk.library, { [`${folder}/index.md`]: writeStandard({ body }) });
  await desk.tell('/api/state', undefined, 'GET').catch(() => undefined);
  const { id } = await desk.tell<DraftWhole>('/api/open', { slug });
  return { desk, id };
}

test('an English text begins with the clauses and exhibits of the Chinese one under its ids, and says what is to be translated', async () => {
  const { desk, id } = await openBegun();
  expect((await desk.send(`/api/drafts/${id}/en`)).status).toBe(404);
  await desk.tell(`/api/drafts/${id}/en`);
  const { text, reading, language, hasEnglish } = await desk.ask<DraftWhole>(
    `/api/drafts/${id}/en`,
  );
  expect([language, hasEnglish]).toEqual(['en', true]);
  expect(text).toContain('\n# Scope {#scope}\n');
  expect(text).toContain('\n# Normative references {#');
  expect(text).toContain('\n## 限值 {#limits}\n');
  expect(text).toContain('{#tab headRows=1}\n');
  // An id with a point in it is no class.
  expect(text).toMatch(/^:::formula\{id="[\w.-]+"\}$/m);
  expect(text).toContain('\nNote: 常温不作规定。\n');
  expect(text).toContain('\n# Annex (informative) 样例 {#sample}');
  // The same places under the same ids: only what is not translated is found.
  expect(new Set(reading.findings.map(({ rule }) => rule))).toEqual(
    new Set(['translation-chinese']),
  );
  const chinese = await desk.ask<DraftWhole>(`/api/drafts/${id}`);
  expect(reading.outline.map(({ id: own }) => own)).toEqual(
    chinese.reading.outline.map(({ id: own }) => own),
  );
  expect(chinese.reading.findingsBeside).toBe(reading.findings.length);
  expect(chinese.reading.findings.map(({ file }) => file)).not.toContain(`${folder}/index.en.md`);
  // Begun once: what was written since stays.
  await desk.tell(`/api/drafts/${id}/en`);
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}/en`)).text).toBe(text);
});

test('both texts are written at once, each in a window of its own, and are published together', async () => {
  const { desk, id } = await openBegun();
  await desk.tell(`/api/drafts/${id}/en`);
  const chinese = await desk.ask<DraftWhole>(`/api/drafts/${id}`);
  const english = await desk.ask<DraftWhole>(`/api/drafts/${id}/en`);
  const typed = english.text.replaceAll('限值', 'Limits');
  const saved = await desk.tell<DraftReading>(
    `/api/drafts/${id}/en`,
    { text: typed, revision: english.reading.revision },
    'PUT',
  );
  expect(saved.revision).toBe(english.reading.revision + 1);
  expect(saved.outline.find(({ id: own }) => own === 'limits')?.title).toBe('Limits');
  // The window of the Chinese text has not been overtaken, another of the English one has.
  const put = (path: string, text: string, revision: number) =>
    desk.send(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, revision }),
    });
  const more = chinese.text.replace('温度应符合', '箱内温度应符合');
  expect((await put(`/api/drafts/${id}`, more, chinese.reading.revision)).status).toBe(200);
  const late = await put(`/api/drafts/${id}/en`, 'x', english.reading.revision);
  expect(late.status).toBe(409);

  const plan = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  expect(plan.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([`${folder}/index.en.md`, `${folder}/index.md`]),
  );
  await desk.tell(`/api/drafts/${id}/publish`, { digest: plan.digest });
  expect(readFileSync(join(desk.library, folder, 'index.en.md'), 'utf8')).toBe(typed);
  const [line] = (await desk.ask<{ publications: readonly { id: string }[] }>('/api/state'))
    .publications;
  await desk.tell(`/api/publications/${line?.id ?? ''}/undo`);
  expect(existsSync(join(desk.library, folder, 'index.en.md'))).toBe(false);
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}/en`)).text).toBe(typed);
});

test('the form of an English text asks for what its front matter holds', async () => {
  const desk = await openDesk();
  const { fields, groups } = await desk.ask<FormShape>('/api/form/en');
  expect(fields.map(({ key }) => key).toSorted()).toEqual([
    'administeredBy',
    'draftedBy',
    'drafters',
    'foreword',
    'proposedBy',
    'translationNote',
  ]);
  expect(new Set(fields.map(({ group }) => group))).toEqual(new Set(groups.map(({ id }) => id)));
});

test('an English text begun by mistake is laid aside with a line in the log, and nothing of the Chinese one changes', async () => {
  const { desk, id } = await openBegun();
  await desk.tell(`/api/drafts/${id}/en`);
  const chinese = await desk.ask<DraftWhole>(`/api/drafts/${id}`);
  const english = await desk.ask<DraftWhole>(`/api/drafts/${id}/en`);
  expect(english.ownEnglish).toBe(true);
  expect((await desk.send(`/api/drafts/${id}/en/discard`, { method: 'POST' })).status).toBe(200);
  expect(await desk.ask<DraftWhole>(`/api/drafts/${id}`)).toMatchObject({
    text: chinese.text,
    hasEnglish: false,
    ownEnglish: false,
  });
  expect((await desk.send(`/api/drafts/${id}/en`)).status).toBe(404);
  const aside = join(desk.keep, 'laid-aside');
  const [kept = ''] = readdirSync(aside);
  expect(readFileSync(join(aside, kept, 'index.en.md'), 'utf8')).toBe(english.text);
  const { lines } = await desk.ask<AuditShown>('/api/log');
  expect(lines[0]).toMatchObject({ act: { zh: '放下英文版' }, of: 'DB9902/T 700—2024' });
  // A window that still has it open does not bring it back.
  const late = { text: `${english.text}more`, revision: english.reading.revision };
  expect((await desk.tell<Problem>(`/api/drafts/${id}/en`, late, 'PUT')).what.en).toContain(
    'another window',
  );
  await desk.tell(`/api/drafts/${id}/en`);
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}/en`)).text).toBe(english.text);
});

test('an English text that the library has is not laid aside', async () => {
  const desk = await openDesk();
  writeFiles(desk.library, {
    [`${folder}/index.md`]: writeStandard({ body }),
    [`${folder}/index.en.md`]: '---\nlanguage: en\n---\n\n# Scope {#scope}\n\nThis document.\n',
  });
  await desk.refresh();
  const { id, ownEnglish } = await desk.tell<DraftWhole>('/api/open', { slug });
  expect(ownEnglish).toBe(false);
  const answer = await desk.send(`/api/drafts/${id}/en/discard`, { method: 'POST' });
  expect(answer.status).toBe(409);
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}/en`)).text).toContain('This document.');
});
